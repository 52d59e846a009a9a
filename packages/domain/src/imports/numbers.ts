/** How a column writes its numbers: what parts whole from fraction, and what groups thousands. */
export type NumberFormat = 'decimalPoint' | 'decimalComma'

const blanks = /[\s\u00a0\u202f]/g
const currencyMarks = /^(?:kr|nok|sek|dkk|eur|usd|[$€£])\.?\s*|\s*(?:kr|nok|sek|dkk|eur|usd|[$€£%]|,-)\.?$/gi

const patterns: { readonly [F in NumberFormat]: RegExp } = {
  decimalPoint: /^[-+−]?(?:\d+|\d{1,3}(?:,\d{3})+)(?:\.\d+)?$/,
  decimalComma: /^[-+−]?(?:\d+|\d{1,3}(?:\.\d{3})+)(?:,\d+)?$/,
}

/** The number a cell writes in a format; undefined when it is none. `(19)` is −19, `1 316 303,34` has blanks for thousands. */
export function parseNumber(cell: string, format: NumberFormat): number | undefined {
  const bare = cell.trim().replace(currencyMarks, '').replace(blanks, '')
  const inParentheses = /^\((.*)\)$/.exec(bare)?.[1]
  const digits = inParentheses ?? bare
  if (!patterns[format].test(digits)) return undefined
  const thousands = format === 'decimalPoint' ? /,/g : /\./g
  const value = Number(digits.replace(thousands, '').replace(',', '.').replace('−', '-'))
  if (!Number.isFinite(value)) return undefined
  return inParentheses === undefined ? value : -value
}

/** Codes are not numbers: they begin with 0 (`0301`), are long (organisation numbers) or have three parts. */
export function looksLikeCode(cell: string): boolean {
  return /^0\d/.test(cell) || /^\d{9,}$/.test(cell) || /^\d+\.\d+\.\d+/.test(cell)
}

export interface FormatEvidence {
  /** Cells that only this format can read. */
  readonly decimalPoint: number
  readonly decimalComma: number
  /** Cells that the two read as different numbers: `1.234`, `1,234`. */
  readonly ambiguous: number
}

export function weighFormats(cells: Iterable<string>): FormatEvidence {
  let [decimalPoint, decimalComma, ambiguous] = [0, 0, 0]
  for (const cell of cells) {
    const [point, comma] = [parseNumber(cell, 'decimalPoint'), parseNumber(cell, 'decimalComma')]
    if (point === comma) continue
    if (comma === undefined) decimalPoint++
    else if (point === undefined) decimalComma++
    else ambiguous++
  }
  return { decimalPoint, decimalComma, ambiguous }
}
