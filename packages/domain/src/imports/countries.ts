import { locales } from '../locales/locale.ts'

const alphabet = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ']

/** Country names in all languages of the product, in small letters, to ISO 3166 codes; and the codes themselves. */
const codes: ReadonlyMap<string, string> = (() => {
  const found = new Map<string, string>()
  for (const locale of locales) {
    const names = new Intl.DisplayNames(locale, { type: 'region', fallback: 'none' })
    for (const first of alphabet) {
      for (const second of alphabet) {
        const code = first + second
        const name = names.of(code)
        if (name === undefined || /^(?:EU|EZ|UN|XA|XB|ZZ|QO|UK)$/.test(code)) continue
        found.set(code.toLowerCase(), code)
        if (!found.has(name.toLowerCase())) found.set(name.toLowerCase(), code)
      }
    }
  }
  for (const [alias, code] of [
    ['usa', 'US'],
    ['uk', 'GB'],
    ['korea', 'KR'],
    ['the netherlands', 'NL'],
  ] as const)
    found.set(alias, code)
  return found
})()

/** The code of a country named in any of the languages; undefined for a name that is not known. */
export function parseCountry(name: string): string | undefined {
  return codes.get(name.trim().toLowerCase())
}

/** All names, to look for the one that was meant. */
export function countryNames(): Iterable<string> {
  return codes.keys()
}
