import { isAmount, largestAmount } from '../check.ts'
import { in4, type Translated } from '../locales/locale.ts'
import { okUnless, type Problem, type Result } from '../result.ts'

/** Something that is sold. */
export interface Product {
  /** The name without case, blanks and signs, as it was first; it stays when the name changes. */
  readonly key: string
  readonly name: string
  /** The family of products it belongs to. */
  readonly series: string | null
  /** Before discounts, in `currency`. */
  readonly listPrice: number | null
  /** ISO 4217; null where there is no price. */
  readonly currency: string | null
}

const longest = 200

/** Parses a product; blanks around its names go, and a currency without a price. All problems are told. */
export function checkProduct({ key, listPrice, ...draft }: Product): Result<Product> {
  const name = draft.name.trim()
  const series = draft.series?.trim() || null
  const currency = listPrice === null ? null : draft.currency
  const problems = [
    ...checkName(name, key),
    ...(series === null ? [] : checkLength(series, 'series')),
    ...(listPrice === null ? [] : checkPrice(listPrice, currency)),
  ]
  return okUnless(problems, { key, name, series, listPrice, currency })
}

function checkName(name: string, key: string): readonly Problem[] {
  const isNamed = /[\p{Letter}\p{Number}]/u.test(name) && key !== ''
  if (isNamed) return checkLength(name, 'name')
  return [{ path: ['name'], message: 'A product is known by its name: write at least one letter or digit.' }]
}

function checkLength(text: string, where: string): readonly Problem[] {
  if (text.length <= longest) return []
  return [{ path: [where], message: `This has ${text.length} characters; shorten it to ${longest}.` }]
}

function checkPrice(price: number, currency: string | null): readonly Problem[] {
  const isPrice = isAmount(price) && price >= 0
  const isCurrency = currency !== null && /^[A-Z]{3}$/.test(currency)
  return [
    ...(isPrice
      ? []
      : [{ path: ['listPrice'], message: `A price is 0 to ${largestAmount}; this one is ${price}.` }]),
    ...(isCurrency
      ? []
      : [{ path: ['currency'], message: `"${currency}" is no currency. Use three capital letters: "NOK".` }]),
  ]
}

/** Whether a product has as many profiles as it should: two to five (R4.5). */
export const profileAdvices = ['tooFew', 'fitting', 'tooMany'] as const
export type ProfileAdvice = (typeof profileAdvices)[number]

const fewest = 2
const most = 5

/** @param profiles how many ideal customer profiles and target markets are for the product */
export function adviseOnProfiles(profiles: number): ProfileAdvice {
  if (profiles < fewest) return 'tooFew'
  return profiles > most ? 'tooMany' : 'fitting'
}

export const adviceTexts: { readonly [A in ProfileAdvice]: Translated } = {
  tooFew: in4(
    'Et produkt har to til fem profiler. Med færre blir ulike kunder blandet sammen.',
    'En produkt har två till fem profiler. Med färre blandas olika kunder ihop.',
    'Et produkt har to til fem profiler. Med færre bliver forskellige kunder blandet sammen.',
    'A product has two to five profiles. With fewer, different customers are mixed together.',
  ),
  fitting: in4(
    'Et passende antall profiler for ett produkt.',
    'Ett lagom antal profiler för en produkt.',
    'Et passende antal profiler til ét produkt.',
    'A fitting number of profiles for one product.',
  ),
  tooMany: in4(
    'Et produkt har to til fem profiler. Med flere klarer ingen å holde dem fra hverandre.',
    'En produkt har två till fem profiler. Med fler kan ingen hålla isär dem.',
    'Et produkt har to til fem profiler. Med flere kan ingen holde dem ude fra hinanden.',
    'A product has two to five profiles. With more, nobody can keep them apart.',
  ),
}
