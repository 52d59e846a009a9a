import { StringDecoder } from 'node:string_decoder'
import { type Entry, openPromise, type ZipFile } from 'yauzl'
import { ImportRefused } from '../problem.ts'

/** The parts of a workbook, which is a zip archive of XML files. */
export interface Archive {
  has(name: string): boolean
  /** The text of a part in chunks. */
  text(name: string): AsyncGenerator<string>
  close(): void
}

const mostEntries = 10_000
/** Unpacked, all together. */
const largest = 4 * 1024 ** 3
/** XML of numbers packs to a tenth or a fiftieth; what packs further, and is large, is made to do harm. */
const densest = { ratio: 200, from: 64 * 1024 ** 2 }

/** Opens a workbook. Throws `ImportRefused` for what is no archive, or one that unpacks to too much. */
export async function openArchive(file: string): Promise<Archive> {
  const zip = await openZip(file)
  try {
    const entries = await listEntries(zip)
    return {
      has: (name) => entries.has(name),
      text: (name) => readText(zip, entries.get(name)),
      close: () => zip.close(),
    }
  } catch (error) {
    zip.close()
    throw error instanceof ImportRefused ? error : broken()
  }
}

async function openZip(file: string): Promise<ZipFile> {
  try {
    return await openPromise(file, { autoClose: false, lazyEntries: true })
  } catch {
    throw broken()
  }
}

async function listEntries(zip: ZipFile): Promise<ReadonlyMap<string, Entry>> {
  const entries = new Map<string, Entry>()
  let total = 0
  for await (const entry of zip.eachEntry()) {
    const { fileName, uncompressedSize, compressedSize } = entry
    total += uncompressedSize
    const isDense = uncompressedSize > densest.from && uncompressedSize > densest.ratio * compressedSize
    if (entries.size >= mostEntries || total > largest || isDense) throw tooLarge()
    if (entry.isEncrypted()) throw locked()
    entries.set(fileName, entry)
  }
  return entries
}

async function* readText(zip: ZipFile, entry: Entry | undefined): AsyncGenerator<string> {
  if (entry === undefined) return
  try {
    const decoder = new StringDecoder('utf8')
    for await (const bytes of await zip.openReadStreamPromise(entry)) yield decoder.write(bytes as Buffer)
    yield decoder.end()
  } catch {
    throw broken()
  }
}

export function broken(): ImportRefused {
  return new ImportRefused(
    'BROKEN_WORKBOOK',
    'The Excel workbook is broken. Open it in Excel or LibreOffice, save it again and import that.',
  )
}

export function locked(): ImportRefused {
  return new ImportRefused(
    'LOCKED_WORKBOOK',
    'The Excel workbook is protected by a password. Save it without one, or as CSV (UTF-8), and import that.',
  )
}

function tooLarge(): ImportRefused {
  return new ImportRefused(
    'WORKBOOK_TOO_LARGE',
    'The Excel workbook unpacks to more than can be read. Save the sheet as CSV (UTF-8) and import that.',
  )
}
