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

/** `1.2E7` as spreadsheets write large numbers. `1e5` is more likely a code. */
const powers: { readonly [F in NumberFormat]: RegExp } = {
  decimalPoint: /^\d+(?:\.\d+E[+\-−]?|E[+\-−])\d{1,3}$/i,
  decimalComma: /^\d+(?:,\d+E[+\-−]?|E[+\-−])\d{1,3}$/i,
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
  if (!/\d/.test(digits)) return undefined
  const isNumber = patterns[format].test(digits) || powers[format].test(digits)
  if (!isNumber) return undefined
  const amount = Number(digits.replace(grouping[format], '').replace(',', '.').replace('−', '-'))
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

/** Codes are not numbers: they begin with 0 (`0301`), or have more figures than a number keeps. */
export function looksLikeCode(cell: string): boolean {
  return /^0\d/.test(cell) || /^\d{16,}$/.test(cell)
}

/**
 * Whether the cells of a column are codes together, though each could be a number: figures of one length from nine on
 * (organisation numbers), or four parts up to 255 (addresses of machines).
 * @param rows how many rows each cell stands in
 */
export function areCodes(rows: ReadonlyMap<string, number>): boolean {
  const shapes = new Map<string, number>()
  let all = 0
  for (const [cell, times] of rows) {
    all += times
    const shape = /^\d{9,}$/.test(cell) ? `${cell.length} figures` : isMachine(cell) ? 'a machine' : undefined
    if (shape !== undefined) shapes.set(shape, (shapes.get(shape) ?? 0) + times)
  }
  return Math.max(0, ...shapes.values()) > all * 0.9
}

function isMachine(cell: string): boolean {
  return /^\d{1,3}(?:\.\d{1,3}){3}$/.test(cell) && cell.split('.').every((part) => Number(part) <= 255)
}

/** In how many rows a column has cells that can be read so. */
export interface FormatEvidence {
  /** Cells that only this format can read. */
  readonly decimalPoint: number
  readonly decimalComma: number
  /** Cells that the two read as different numbers: `1.234`, `1,234`. */
  readonly ambiguous: number
  /** Of those, cells that have a group of three behind a point, as thousands are written: `1.234`, not `0.125`. */
  readonly pointGroups: number
  /** Cells that the two read alike: `1234`. */
  readonly alike: number
}

/** @param rows how many rows each cell stands in */
export function weighFormats(rows: ReadonlyMap<string, number>): FormatEvidence {
  let [decimalPoint, decimalComma, ambiguous, pointGroups, alike] = [0, 0, 0, 0, 0]
  for (const [cell, times] of rows) {
    const [point, comma] = [parseNumber(cell, 'decimalPoint'), parseNumber(cell, 'decimalComma')]
    if (point === undefined && comma === undefined) continue
    if (point === comma) alike += times
    else if (comma === undefined) decimalPoint += times
    else if (point === undefined) decimalComma += times
    else {
      ambiguous += times
      if (pointGroup.test(cell)) pointGroups += times
    }
  }
  return { decimalPoint, decimalComma, ambiguous, pointGroups, alike }
}

/** `1.234`, `kr. 12.500,-` */
const pointGroup = /^(?:kr\.|[^\d.,])*[1-9]\d{0,2}\.\d{3}(?:,[-–])?[^\d.,]*$/i

/** How many rows of a column a format can read. */
export function readableIn(format: NumberFormat, { ambiguous, alike, ...only }: FormatEvidence): number {
  return only[format] + ambiguous + alike
}
