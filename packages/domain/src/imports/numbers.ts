/** How a column writes its numbers: what parts whole from fraction, and what groups thousands. */
export type NumberFormat = 'decimalPoint' | 'decimalComma'

/** A number as a cell writes it, with the currency it names (ISO 4217). */
export interface WrittenAmount {
  readonly amount: number
  readonly currency: string | undefined
}

/** `kr` is of three countries, so it names none. */
const marks: readonly (readonly [mark: string, currency: string | undefined])[] = [
  ['US$', 'USD'],
  ['$', 'USD'],
  ['€', 'EUR'],
  ['£', 'GBP'],
  ['¥', 'JPY'],
  ['%', undefined],
  ['kr.', undefined],
  ['kr', undefined],
]
const codes = 'NOK SEK DKK ISK EUR USD GBP CHF JPY CAD AUD PLN CZK HUF CNY INR'.split(' ')

const escaped = [...marks.map(([mark]) => mark), ...codes].map((mark) => mark.replaceAll(/[$.]/g, '\\$&'))
const leading = new RegExp(`^([-+−(]?)\\s*(${escaped.join('|')})\\s*`, 'i')
const trailing = new RegExp(`\\s*(${escaped.join('|')})(\\)?)$`, 'i')

/** What may stand between thousands in both formats: blanks of three widths and apostrophes. */
const groups = " \\u00a0\\u202f\\u2009'’"
const patterns: { readonly [F in NumberFormat]: RegExp } = {
  decimalPoint: new RegExp(`^(?:\\d+|\\d{1,3}(?:[,${groups}]\\d{3})+)?(?:\\.\\d+)?$`),
  decimalComma: new RegExp(`^(?:\\d+|\\d{1,3}(?:[.${groups}]\\d{3})+)?(?:,\\d+)?$`),
}
const grouping: { readonly [F in NumberFormat]: RegExp } = {
  decimalPoint: new RegExp(`[,${groups}]`, 'g'),
  decimalComma: new RegExp(`[.${groups}]`, 'g'),
}

/** The number a cell writes in a format; undefined when it is none. `(19)` and `19-` are −19, `1 316 303,34` has blanks for thousands. */
export function parseNumber(cell: string, format: NumberFormat): number | undefined {
  return isPlain(cell, format) ? plainNumber(cell, format) : parseAmount(cell, format)?.amount
}

/** The same with the currency that the cell names, by its code or its mark. */
export function parseAmount(cell: string, format: NumberFormat): WrittenAmount | undefined {
  if (isPlain(cell, format)) return { amount: plainNumber(cell, format), currency: undefined }
  let text = cell.trim()
  let named: string | undefined
  const before = leading.exec(text)
  if (before !== null) {
    named = before[2]
    text = `${before[1]}${text.slice(before[0].length)}`
  }
  const after = trailing.exec(text)
  if (after !== null) {
    named ??= after[1]
    text = `${text.slice(0, after.index)}${after[2]}`
  }
  // `1200,-` is whole kroner.
  text = text.replace(/,[-–]$/, '')
  const [isNegative, digits] = takeSign(text)
  if (!/\d/.test(digits) || !patterns[format].test(digits)) return undefined
  const amount = Number(digits.replace(grouping[format], '').replace(',', '.'))
  if (!Number.isFinite(amount)) return undefined
  return { amount: isNegative ? -amount : amount, currency: currencyOf(named) }
}

function takeSign(text: string): readonly [isNegative: boolean, digits: string] {
  const inParentheses = /^\((.*)\)$/.exec(text)?.[1]
  if (inParentheses !== undefined) return [true, inParentheses.trim()]
  if (/^[-−]/.test(text)) return [true, text.slice(1).trim()]
  if (/[-−]$/.test(text)) return [true, text.slice(0, -1).trim()]
  return [false, text.startsWith('+') ? text.slice(1).trim() : text]
}

function currencyOf(named: string | undefined): string | undefined {
  if (named === undefined) return undefined
  const code = named.toUpperCase()
  return codes.includes(code) ? code : marks.find(([mark]) => mark === code)?.[1]
}

const [zero, nine, minus] = [48, 57, 45]

/** Whether a cell is digits only, with a sign before them and a decimal sign among them at most: the common case. */
function isPlain(cell: string, format: NumberFormat): boolean {
  const decimal = format === 'decimalPoint' ? '.' : ','
  let [seen, digits] = [false, 0]
  if (cell.length > 300) return false
  for (let at = 0; at < cell.length; at++) {
    const code = cell.charCodeAt(at)
    if (code >= zero && code <= nine) digits++
    else if (code === minus && at === 0) continue
    else if (cell[at] === decimal && !seen && at < cell.length - 1) seen = true
    else return false
  }
  return digits > 0
}

function plainNumber(cell: string, format: NumberFormat): number {
  return Number(format === 'decimalPoint' ? cell : cell.replace(',', '.'))
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
