import { open } from 'node:fs/promises'
import { type RecognisedDialect, recogniseDialect } from '@profilkort/domain/imports/csv/recognise-dialect'
import { type RecognisedEncoding, recogniseEncoding } from './encoding.ts'
import { ImportRefused } from './problem.ts'

/** How a file is written down. */
export interface Recognised extends RecognisedEncoding, RecognisedDialect {
  readonly format: 'csv'
}

const sampleBytes = 256 * 1024

/** Looks at the beginning of a file. Throws `ImportRefused` for what is no text at all. */
export async function recognise(file: string): Promise<Recognised> {
  const handle = await open(file)
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(sampleBytes), 0, sampleBytes, 0)
    const bytes = buffer.subarray(0, bytesRead)
    if (bytesRead === 0)
      throw new ImportRefused('EMPTY', 'The file is empty. Export it again, with a header and rows.')
    refuseOtherFormats(bytes)
    const encoding = await recogniseEncoding(file, bytes)
    const text = new TextDecoder(encoding.encoding).decode(bytes)
    return { format: 'csv', ...encoding, ...recogniseDialect(text, bytesRead < sampleBytes) }
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
