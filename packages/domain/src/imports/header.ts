import { emailOf } from '../identity/normal-form.ts'
import { parseDate } from './dates.ts'
import { attributeOf, partOf } from './headers.ts'
import { importKinds } from './kinds.ts'

export interface Header {
  /** A name for each column, all different. */
  readonly headers: readonly string[]
  /** What of it was mended, for the user. */
  readonly warnings: readonly string[]
}

/** With a sign in place of what no database keeps. */
function readable(name: string): string {
  return name.toWellFormed().replaceAll('\0', '\ufffd')
}

/** The names of columns as a first row has them; those without a name or with another's are given one. */
export function nameColumns(cells: readonly string[]): Header {
  const headers: string[] = []
  const warnings: string[] = []
  const written = cells.map((cell) => readable(cell.trim()))
  for (const [index, name] of written.entries()) {
    let header = name === '' ? `column ${index + 1}` : name
    for (
      let number = 2;
      headers.includes(header) || (header !== name && written.includes(header));
      number++
    ) {
      header = `${name === '' ? `column ${index + 1}` : name} (${number})`
    }
    if (name !== '' && header !== name)
      warnings.push(
        `Two columns are called "${name}"; the one in place ${index + 1} is called "${header}" here.`,
      )
    headers.push(header)
  }
  return { headers, warnings }
}

/** Whether a first row is a row like the others rather than a header: it has a day, an address or a long number and no known name. */
export function looksLikeRow(cells: readonly string[]): boolean {
  const names = cells.map((cell) => cell.trim()).filter((name) => name !== '')
  const isKnown = names.some(
    (name) => attributeOf(name) !== undefined || importKinds.some((kind) => partOf(kind, name) !== undefined),
  )
  return !isKnown && names.some(isValue)
}

function isValue(cell: string): boolean {
  if (emailOf(cell) !== undefined || /^https?:\/\//i.test(cell)) return true
  if (/^\d{6,}$/.test(cell) || /^[-−]?\d+[.,]\d+$/.test(cell)) return true
  return (['yearMonthDay', 'dayMonthYear', 'monthDayYear'] as const).some(
    (format) => parseDate(cell, format) !== undefined,
  )
}
