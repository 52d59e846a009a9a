import type { AttributeType, Value } from '../attributes/attribute.ts'
import { isAmount, isNumber } from '../check.ts'
import { parseBoolean } from './booleans.ts'
import { type ChoiceContext, choiceReader } from './choices.ts'
import { parseConsentState } from './consent-states.ts'
import { currencyInRow, parseCurrency } from './currencies.ts'
import { parseDate, parseInstant } from './dates.ts'
import { type PartType, partTypes } from './kinds.ts'
import type { ColumnMapping } from './mapping.ts'
import { parseMonth } from './month.ts'
import { parseAmount, parseNumber } from './numbers.ts'

/** Why a cell cannot be taken, as a sentence for whoever mends it. */
export class RefusedCell {
  readonly message: string
  constructor(message: string) {
    this.message = message
  }
}

/**
 * Reads a filled cell, without blanks around it, as what its column holds.
 * @param currency what another column names as the currency of the row (ISO 4217)
 */
export type ReadCell = (cell: string, line: number, currency?: string) => Value | RefusedCell

/** The reader of a column's cells: made once, so that a row costs little. */
export function cellReader(column: ColumnMapping, context: ChoiceContext): ReadCell {
  const { target } = column
  switch (target.kind) {
    case 'kept':
      return (cell) => cell
    case 'part':
      return partReader(column, partTypes[target.part])
    case 'attribute':
      return attributeReader(column, target.type, context)
  }
}

function partReader(column: ColumnMapping, type: PartType): ReadCell {
  switch (type) {
    case 'text':
      return shortTextReader(column)
    case 'day':
      return dayReader(column)
    case 'month':
      return monthReader(column)
    case 'number':
      return numberReader(column)
    case 'instant':
      return instantReader(column)
    case 'score':
      return scoreReader(column)
    case 'consent':
      return (cell) => parseConsentState(cell) ?? refused(cell, column, 'neither given, denied nor withdrawn')
    case 'amount':
      return moneyReader(column)
    case 'currency':
      return currencyReader(column)
  }
}

function attributeReader(column: ColumnMapping, type: AttributeType, context: ChoiceContext): ReadCell {
  switch (type) {
    case 'text':
      return textReader(column)
    case 'choice':
      return choiceReader(column, context)
    case 'choices':
      return choicesReader(column, context)
    case 'number':
      return numberReader(column)
    case 'money':
      return moneyReader(column)
    case 'boolean':
      return (cell) => parseBoolean(cell) ?? refused(cell, column, 'neither yes nor no')
    case 'time':
      return instantReader(column)
  }
}

function textReader({ lineBreak, firstOfList }: ColumnMapping): ReadCell {
  if (firstOfList) return (cell) => listOf(cell)?.[0] ?? cell.split(/[\s,;|]+/)[0] ?? cell
  if (lineBreak === undefined) return (cell) => cell
  return (cell) => {
    const lines = listOf(cell) ?? cell.split(lineBreak)
    return lines
      .map((line) => line.trim())
      .filter((line) => line !== '')
      .join(', ')
  }
}

function choicesReader(column: ColumnMapping, context: ChoiceContext): ReadCell {
  const read = choiceReader(column, context)
  return (cell, line) => {
    const several = (listOf(cell) ?? cell.split(/[,;|]/)).map((part) => part.trim())
    return [...new Set(several.filter((part) => part !== '').map((part) => read(part, line)))]
  }
}

/** A list as JSON writes it; undefined for another text. */
function listOf(cell: string): readonly string[] | undefined {
  if (!cell.startsWith('[')) return undefined
  try {
    const list: unknown = JSON.parse(cell)
    return Array.isArray(list) ? list.map(String) : undefined
  } catch {
    return undefined
  }
}

/** The number in the column's format, times the column's scale. */
function numberReader(column: ColumnMapping): ReadCell {
  const { numberFormat = 'decimalPoint', scale = 1 } = column
  return (cell) => {
    const value = parseNumber(cell, numberFormat)
    if (value === undefined) return refused(cell, column, 'not a number')
    const number = scaled(value, scale)
    return isNumber(number) ? number : refused(cell, column, 'too large')
  }
}

/** A part has the amount alone where the cell names no currency; an attribute has its row's, else its column's. */
function moneyReader(column: ColumnMapping): ReadCell {
  const { numberFormat = 'decimalPoint', scale = 1 } = column
  const fallback = column.target.kind === 'attribute' ? (column.currency ?? 'NOK') : undefined
  return (cell, _line, ofRow) => {
    const written = parseAmount(cell, numberFormat)
    if (written === undefined) return refused(cell, column, 'not a number')
    const amount = scaled(written.amount, scale)
    if (!isAmount(amount)) return refused(cell, column, 'too large')
    const currency =
      (fallback === undefined ? written.currency : currencyInRow(written.currency, ofRow)) ?? fallback
    return currency === undefined ? amount : { amount, currency }
  }
}

function scaled(value: number, scale: number): number {
  // 1100.04 · 1000000 is 1100039999.9999999 in doubles.
  return scale === 1 ? value : Number((value * scale).toPrecision(15))
}

/** The day in the column's format, as `2017-03-01`. */
function dayReader(column: ColumnMapping): ReadCell {
  const format = column.dateFormat ?? 'yearMonthDay'
  return (cell) => parseDate(cell, format) ?? refused(cell, column, 'not a day of the calendar')
}

/** The instant, in milliseconds since 1970. */
function instantReader(column: ColumnMapping): ReadCell {
  const format = column.dateFormat ?? 'yearMonthDay'
  return (cell) => parseInstant(cell, format) ?? refused(cell, column, 'not a day of the calendar')
}

/** The first day of the month that is written, or of that of a day in the column's format. */
function monthReader(column: ColumnMapping): ReadCell {
  const format = column.dateFormat ?? 'yearMonthDay'
  return (cell) => {
    const day = parseMonth(cell) ?? parseDate(cell, format)
    return day === undefined ? refused(cell, column, 'not a month such as 2026-11') : `${day.slice(0, 7)}-01`
  }
}

function scoreReader(column: ColumnMapping): ReadCell {
  return (cell) => {
    const score = Number(cell)
    return /^\d+$/.test(cell) && score <= 10 ? score : refused(cell, column, 'no whole number from 0 to 10')
  }
}

function currencyReader(column: ColumnMapping): ReadCell {
  return (cell) => parseCurrency(cell) ?? refused(cell, column, 'no currency such as NOK')
}

/** Names and ids may have so many characters: they are looked up, so they have to be of a sane length. */
export const longestText = 500

function shortTextReader({ column }: ColumnMapping): ReadCell {
  return (cell) => {
    if (cell.length <= longestText) return cell
    return new RefusedCell(
      `${column}: ${cell.length} characters are too many for a name or an id; look for a quote never closed`,
    )
  }
}

function refused(cell: string, { column }: ColumnMapping, why: string): RefusedCell {
  const shown = cell.length > 40 ? `${cell.slice(0, 40)}…` : cell
  return new RefusedCell(`${column}: "${shown}" is ${why}`)
}
