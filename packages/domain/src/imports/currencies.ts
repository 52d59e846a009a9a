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
  const text = cell.trim()
  const code = text.toUpperCase()
  if (/^[A-Z]{3}$/.test(code)) return code
  return marks[code] ?? kroner.find(([written]) => written.test(text))?.[1]
}

/** `norske kroner`, `svenska kronor` */
const kroner = [
  [/^(?:norske?|norska|norwegian) (?:kr\.?|kron(?:e|er|a|or))$/i, 'NOK'],
  [/^(?:svenske?|svenska|swedish) (?:kr\.?|kron(?:e|er|a|or))$/i, 'SEK'],
  [/^(?:danske?|danska|danish) (?:kr\.?|kron(?:e|er|a|or))$/i, 'DKK'],
] as const

/** Whether a cell speaks of kroner, though not of which country's: it leaves the currency to what else tells of it. */
export function isAnyKroner(cell: string): boolean {
  return /^(?:kr\.?|kron(?:e|er|a|or))$/i.test(cell.trim())
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
