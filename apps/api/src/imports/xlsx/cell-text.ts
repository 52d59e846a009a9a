import { plain } from '@profilkort/domain/imports/json/flatten'
import type { ShownAs } from './workbook.ts'

/** What a cell of a sheet says, as a text that reads in one way only: days as `2026-12-31`, numbers with a point. */
export interface SheetCell {
  readonly text: string
  readonly isNumber: boolean
  /** Of a formula that could not be computed: `#REF!`. */
  readonly isError: boolean
}

interface Shown {
  readonly shownAs: ShownAs
  readonly from1904: boolean
}

const day = 86_400_000

/** @param type as the sheet writes it: `n` a number, `b` yes or no, `e` an error, else a text */
export function cellText(value: string, type: string, { shownAs, from1904 }: Shown): SheetCell {
  switch (type) {
    case 'n':
      return numberText(value, shownAs, from1904)
    case 'b':
      return textCell(value === '1' ? 'true' : 'false')
    case 'e':
      // What a look-up did not find is nothing, not a mistake.
      return value === '#N/A' ? textCell('') : { text: value, isNumber: false, isError: true }
    default:
      return textCell(value)
  }
}

function textCell(text: string): SheetCell {
  return { text, isNumber: false, isError: false }
}

function numberText(value: string, shownAs: ShownAs, from1904: boolean): SheetCell {
  const number = Number(value)
  if (!Number.isFinite(number)) return textCell(value)
  if (typeof shownAs === 'object') return paddedText(number, shownAs.figures)
  switch (shownAs) {
    case 'date':
      return textCell(dayText(number, from1904))
    case 'percent':
      return { text: `${exact(number * 100)}%`, isNumber: true, isError: false }
    case 'number':
      return { text: exact(number), isNumber: true, isError: false }
  }
}

/** A postal code is what is shown, and that is a text where zeros stand before it. */
function paddedText(number: number, figures: number): SheetCell {
  const text = exact(number)
  if (!/^\d+$/.test(text) || text.length >= figures) return { text, isNumber: true, isError: false }
  return textCell(text.padStart(figures, '0'))
}

/** Excel counts in 15 figures: 0.30000000000000004 is its 0.3. */
function exact(number: number): string {
  return plain(Number(number.toPrecision(15)))
}

/** Days since the last of 1899, with the 29 February 1900 that Excel believes in; less than a day is a time. */
function dayText(serial: number, from1904: boolean): string {
  const start = from1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, serial < 60 ? 31 : 30)
  const instant = new Date(start + Math.round(serial * 86_400) * 1000)
  if (serial < 0 || Number.isNaN(instant.getTime())) return exact(serial)
  const text = instant.toISOString()
  if (serial < 1) return text.slice(11, 19)
  return instant.getTime() % day === 0 ? text.slice(0, 10) : text.slice(0, 19)
}
