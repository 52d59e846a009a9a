import { in4, locales } from '../../locales/locale.ts'
import type { Option } from '../attribute.ts'

const alphabet = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ']

/** Ways to write a country that Intl does not use. */
const aliases: readonly (readonly [name: string, code: string])[] = [
  ['USA', 'US'],
  ['U.S.A.', 'US'],
  ['United States of America', 'US'],
  ['UK', 'GB'],
  ['Great Britain', 'GB'],
  ['Korea', 'KR'],
  ['The Netherlands', 'NL'],
  ['Holland', 'NL'],
  ['Czech Republic', 'CZ'],
  ['Myanmar', 'MM'],
]

/** What Intl has a name for and is no country: unions, test regions, leftovers. */
const noCountries = new Set(['EU', 'EZ', 'UN', 'XA', 'XB', 'ZZ', 'QO'])

interface Country {
  readonly name: string
  readonly code: string
}

/** Countries by code and by name in all languages of the product, in small letters. */
const countries: ReadonlyMap<string, Country> = (() => {
  const found = new Map<string, Country>()
  for (const locale of locales) {
    const names = new Intl.DisplayNames(locale, { type: 'region', fallback: 'none' })
    for (const given of alphabet.flatMap((first) => alphabet.map((second) => first + second))) {
      const name = names.of(given)
      if (name === undefined || noCountries.has(given)) continue
      // Codes of former states have their heirs' names: DD is Germany too, and has to become DE.
      const heir = new Intl.Locale(`und-${given}`).region ?? given
      const country = found.get(name.toLowerCase()) ?? { name, code: heir }
      found.set(name.toLowerCase(), country)
      if (!found.has(given.toLowerCase())) found.set(given.toLowerCase(), country)
    }
  }
  for (const [name, code] of aliases) found.set(name.toLowerCase(), { name, code })
  return found
})()

/** The ISO 3166 code of a country named in any of the languages; undefined for a name that is not known. */
export function parseCountry(name: string): string | undefined {
  return countries.get(name.trim().toLowerCase())?.code
}

/** All names, to look for the one that was meant. */
export const countryNames: readonly string[] = [...new Set([...countries.values()].map(({ name }) => name))]

/** Countries by ISO 3166 code, named by Intl. */
export function makeCountries(): readonly Option[] {
  const codes = [...new Set([...countries.values()].map(({ code }) => code))].toSorted()
  const names = locales.map((locale) => new Intl.DisplayNames(locale, { type: 'region' }))
  return codes.map((key) => {
    const [nb = key, sv = key, da = key, en = key] = names.map((each) => each.of(key))
    return { key, label: in4(nb, sv, da, en) }
  })
}
