import { open } from 'node:fs/promises'
import { type RecognisedDialect, recogniseDialect } from '@profilkort/domain/imports/csv/recognise-dialect'
import { type Encoding, type RecognisedEncoding, recogniseEncoding } from './encoding.ts'
import { ImportRefused } from './problem.ts'
import { type RecognisedJson, recogniseJson } from './read-json.ts'
import { locked } from './xlsx/archive.ts'
import { type RecognisedWorkbook, recogniseWorkbook } from './xlsx/read-workbook.ts'

export interface RecognisedCsv extends RecognisedEncoding, RecognisedDialect {
  readonly format: 'csv'
}

/** How a file is written down. */
export type Recognised = RecognisedCsv | RecognisedJson | RecognisedWorkbook

/** What of it a user is told. */
export interface WrittenAs {
  readonly format: Recognised['format']
  /** Of text. */
  readonly encoding?: Encoding
  /** Of separated values: what separates them. */
  readonly delimiter?: string
  /** Of a workbook: the sheet that is read, and all that could be. */
  readonly sheet?: string
  readonly sheets?: readonly string[]
}

export function writtenAs(recognised: Recognised): WrittenAs {
  const { format } = recognised
  switch (format) {
    case 'csv':
      return { format, encoding: recognised.encoding, delimiter: recognised.delimiter }
    case 'json':
    case 'ndjson':
      return { format, encoding: recognised.encoding }
    case 'xlsx':
      return { format, sheet: recognised.sheet, sheets: recognised.sheets }
  }
}

const sampleBytes = 256 * 1024

/**
 * Looks at the beginning of a file, and at all of it where that leaves something open. Throws `ImportRefused` for what
 * is no table at all.
 * @param sheet of a workbook, by name or place from 1
 */
export async function recognise(file: string, sheet?: string): Promise<Recognised> {
  const bytes = await readBeginning(file)
  if (bytes.length === 0)
    throw new ImportRefused('EMPTY', 'The file is empty. Export it again, with a header and rows.')
  if (begins(bytes, [0x50, 0x4b, 0x03, 0x04])) return recogniseWorkbook(file, sheet)
  refuseOtherFormats(bytes)
  const encoding = await recogniseEncoding(file, bytes)
  const text = new TextDecoder(encoding.encoding).decode(bytes)
  const json = jsonFormat(text)
  if (json !== undefined) return recogniseJson(file, json, encoding)
  return { format: 'csv', ...encoding, ...recogniseDialect(text, bytes.length < sampleBytes) }
}

async function readBeginning(file: string): Promise<Buffer> {
  const handle = await open(file)
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(sampleBytes), 0, sampleBytes, 0)
    return buffer.subarray(0, bytesRead)
  } finally {
    await handle.close()
  }
}

function jsonFormat(text: string): 'json' | 'ndjson' | undefined {
  if (/^\s*\[\s*\{\s*"/.test(text)) return 'json'
  return /^\s*\{\s*"/.test(text) ? 'ndjson' : undefined
}

function begins(bytes: Buffer, magic: readonly number[]): boolean {
  return magic.every((byte, index) => bytes[index] === byte)
}

function refuseOtherFormats(bytes: Buffer): void {
  if (begins(bytes, [0x1f, 0x8b]))
    throw new ImportRefused('NOT_CSV', 'This is a gzip file. Unpack it and import what is in it.')
  if (begins(bytes, [0x25, 0x50, 0x44, 0x46]))
    throw new ImportRefused('NOT_CSV', 'This is a PDF. Export the list as CSV.')
  if (!begins(bytes, [0xd0, 0xcf, 0x11, 0xe0])) return
  // A workbook with a password is wrapped in what old workbooks are written in.
  if (bytes.includes(Buffer.from('EncryptedPackage', 'utf16le'))) throw locked()
  throw new ImportRefused(
    'NOT_CSV',
    'This is an old Excel workbook (.xls). Save it as an Excel workbook (.xlsx) or CSV (UTF-8) and import that.',
  )
}
