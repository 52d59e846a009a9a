import type { Value } from '../attributes/attribute.ts'
import { writeRow } from '../imports/csv/write-csv.ts'
import { escapeFormula } from '../imports/rejects.ts'
import type { Locale } from '../locales/locale.ts'

/** How tables are written where somebody opens them. */
export interface Habits {
  readonly delimiter: ',' | ';' | '\t'
  readonly decimal: '.' | ','
}

/** What spreadsheets expect where a language is spoken. */
export const habitsOf: { readonly [L in Locale]: Habits } = {
  nb: { delimiter: ';', decimal: ',' },
  sv: { delimiter: ';', decimal: ',' },
  da: { delimiter: ';', decimal: ',' },
  en: { delimiter: ',', decimal: '.' },
}

/** A value as a cell that an import reads as the same value again; null and undefined are blank. */
export function cellOf(value: Value | null | undefined, { decimal }: Habits): string {
  if (value === null || value === undefined) return ''
  if (typeof value === 'string') return value
  if (typeof value === 'number') return numberCell(value, decimal)
  if (typeof value === 'boolean') return String(value)
  return 'amount' in value ? `${numberCell(value.amount, decimal)} ${value.currency}` : value.join(', ')
}

function numberCell(value: number, decimal: Habits['decimal']): string {
  const text = String(value)
  return decimal === ',' ? text.replace('.', ',') : text
}

/** An instant as a day, where it is one, else to the second: `2026-11-23`, `2026-11-23T08:00:00Z`. */
export function timeCell(milliseconds: number): string {
  const [day = '', time = ''] = new Date(milliseconds).toISOString().split('T')
  return time === '00:00:00.000Z' ? day : `${day}T${time.replace('.000Z', 'Z')}`
}

/** A line of a table, with its end. What a spreadsheet would compute is escaped. */
export function tableLine(cells: readonly string[], { delimiter }: Habits): string {
  return `${writeRow(cells.map(escapeFormula), delimiter)}\r\n`
}
