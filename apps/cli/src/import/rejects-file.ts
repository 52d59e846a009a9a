import { writeFileSync } from 'node:fs'
import { encodeText } from '@profilkort/domain/imports/csv/write-csv'
import { type Reject, rejectLine, rejectsHeader } from '@profilkort/domain/imports/rejects'

export interface RejectsFile {
  readonly headers: readonly string[]
  /** As the file was written that they stood in. */
  readonly delimiter: string
  readonly encoding: string
}

/** Writes the rows that could not be taken, as they stood, with the reason in a last column, to be mended and imported. */
export function writeRejects(
  file: string,
  { headers, delimiter, encoding }: RejectsFile,
  rejects: readonly Reject[],
): void {
  const lines = rejects.map((reject) => rejectLine(headers, reject, delimiter))
  const mark = encoding.startsWith('utf') ? '\uFEFF' : ''
  const text = `${mark}${rejectsHeader(headers, delimiter)}${lines.join('')}`
  writeFileSync(file, encodeText(text, encoding))
}
