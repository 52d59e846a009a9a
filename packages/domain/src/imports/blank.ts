/** What databases and spreadsheets write where there is nothing. */
const marks = new Set(['', 'null', 'n/a', '#n/a', 'nan', '\\n'])
const longestMark = 4

/** Whether a cell says nothing. A dash may be a value, so it is not among the marks. */
export function isBlank(cell: string): boolean {
  const trimmed = cell.trim()
  return trimmed.length <= longestMark && marks.has(trimmed.toLowerCase())
}
