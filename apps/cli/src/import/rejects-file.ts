import { writeFileSync } from 'node:fs'

/** A row that could not be taken. */
export interface Reject {
  readonly cells: readonly string[]
  readonly reason: string
}

/** Writes the rows that could not be taken, as they stood, with the reason in a last column, to be mended and imported. */
export function writeRejects(
  file: string,
  headers: readonly string[],
  delimiter: string,
  rejects: readonly Reject[],
): void {
  const lines = [
    [...headers, 'reason'],
    ...rejects.map(({ cells, reason }) => [
      ...headers.map((_, index) => cells[index] ?? ''),
      ...cells.slice(headers.length),
      reason,
    ]),
  ]
  const text = lines.map((row) => row.map((cell) => quote(cell, delimiter)).join(delimiter)).join('\r\n')
  writeFileSync(file, `\uFEFF${text}\r\n`)
}

function quote(cell: string, delimiter: string): string {
  return /["\r\n]/.test(cell) || cell.includes(delimiter) ? `"${cell.replaceAll('"', '""')}"` : cell
}
