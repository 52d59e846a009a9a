import { open } from 'node:fs/promises'
import { ImportRefused } from './problem.ts'

/** How a file is written down. */
export interface Recognised {
  readonly encoding: 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252'
  readonly delimiter: string
}

const sampleBytes = 256 * 1024
const delimiters = [',', ';', '\t', '|'] as const

/** Looks at the beginning of a file. Throws `ImportRefused` for what is no text at all. */
export async function recognise(file: string): Promise<Recognised> {
  const handle = await open(file)
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(sampleBytes), 0, sampleBytes, 0)
    const bytes = buffer.subarray(0, bytesRead)
    if (bytesRead === 0)
      throw new ImportRefused('EMPTY', 'The file is empty. Export it again, with a header and rows.')
    refuseOtherFormats(bytes)
    const encoding = recogniseEncoding(bytes)
    const text = new TextDecoder(encoding).decode(bytes)
    return { encoding, delimiter: recogniseDelimiter(text) }
  } finally {
    await handle.close()
  }
}

function refuseOtherFormats(bytes: Buffer): void {
  const begins = (...magic: readonly number[]) => magic.every((byte, index) => bytes[index] === byte)
  if (begins(0x50, 0x4b, 0x03, 0x04)) {
    throw new ImportRefused(
      'NOT_CSV',
      'This is an Excel workbook or another zip file. Save it as CSV (UTF-8) and import that.',
    )
  }
  if (begins(0x1f, 0x8b))
    throw new ImportRefused('NOT_CSV', 'This is a gzip file. Unpack it and import what is in it.')
  if (begins(0x25, 0x50, 0x44, 0x46))
    throw new ImportRefused('NOT_CSV', 'This is a PDF. Export the list as CSV.')
  if (begins(0xd0, 0xcf, 0x11, 0xe0))
    throw new ImportRefused(
      'NOT_CSV',
      'This is an old Excel workbook. Save it as CSV (UTF-8) and import that.',
    )
}

function recogniseEncoding(bytes: Buffer): Recognised['encoding'] {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  const nulls = { even: 0, odd: 0 }
  for (const [index, byte] of bytes.entries()) if (byte === 0) nulls[index % 2 === 0 ? 'even' : 'odd']++
  // Latin letters in UTF-16 have a NUL as every other byte; other binary has them anywhere.
  if (nulls.odd > bytes.length / 4 && nulls.even < nulls.odd / 20) return 'utf-16le'
  if (nulls.even > bytes.length / 4 && nulls.odd < nulls.even / 20) return 'utf-16be'
  if (nulls.even + nulls.odd > 0 || controls(bytes) > bytes.length / 100) {
    throw new ImportRefused(
      'NOT_TEXT',
      'This is not a text file: it has bytes that no text has. Export the list as CSV (UTF-8).',
    )
  }
  return isUtf8(bytes) ? 'utf-8' : 'windows-1252'
}

function controls(bytes: Buffer): number {
  let count = 0
  for (const byte of bytes) if (byte < 32 && byte !== 9 && byte !== 10 && byte !== 13) count++
  return count
}

function isUtf8(bytes: Buffer): boolean {
  try {
    // A character may be cut at the end of the sample, so decode as a stream.
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true })
    return true
  } catch {
    return false
  }
}

/** The one that stands most often in the header, outside quotes. */
function recogniseDelimiter(text: string): string {
  const header = (/^\uFEFF?([^\r\n]*)/.exec(text)?.[1] ?? '').replaceAll(/"[^"]*"/g, '')
  const counts = delimiters.map((delimiter) => [delimiter, header.split(delimiter).length] as const)
  return counts.toSorted((a, b) => b[1] - a[1])[0]?.[0] ?? ','
}
