import { namesOf } from './header-ends.ts'
import { foldHeader } from './headers.ts'
import { parseAmount } from './numbers.ts'

/** Whether a cell is an amount that names a currency or says that it is one: `€ 500`, `kr 1 000`, `SEK 20`, `200,-`. */
export function isAmountOfMoney(cell: string): boolean {
  if (!/\p{Sc}|\bkr\b|[A-Z]{3}|kr\.|,[-–]$/iu.test(cell)) return false
  return parseAmount(cell, 'decimalPoint') !== undefined || parseAmount(cell, 'decimalComma') !== undefined
}

const marks: { readonly [mark: string]: string } = { '€': 'EUR', '£': 'GBP', $: 'USD', US$: 'USD' }

/** The currency (ISO 4217) that a cell names and nothing else; undefined for another text. `kr` is of three countries. */
export function parseCurrency(cell: string): string | undefined {
  const code = cell.trim().toUpperCase()
  return /^[A-Z]{3}$/.test(code) ? code : marks[code]
}

const dollars: ReadonlySet<string | undefined> = new Set(['USD', 'CAD', 'AUD'])

/** The currency of an amount: what its cell names, else what its row does. `$` is the dollar of the row. */
export function currencyInRow(named: string | undefined, ofRow: string | undefined): string | undefined {
  return named === undefined || (dollars.has(named) && dollars.has(ofRow)) ? (ofRow ?? named) : named
}

const headers = new Set([
  'currency',
  'currencycode',
  'currencyisocode',
  'accountcurrency',
  'companycurrency',
  'valuta',
  'valutakode',
  'valutakod',
])

/** Whether a header is that of the currency of a row. @param amounts the headers of its amounts */
export function isCurrencyHeader(header: string, amounts: readonly string[]): boolean {
  const folded = foldHeader(header)
  if (headers.has(folded)) return true
  const amount = /^(.+?)(?:currency(?:code)?|s?valuta(?:kode?)?)$/.exec(folded)?.[1]
  return amount !== undefined && amounts.flatMap(namesOf).some((each) => foldHeader(each) === amount)
}
