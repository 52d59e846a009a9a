import { in4, type Locale, locales } from '../../locales/locale.ts'
import type { Option } from '../attribute.ts'

const alphabet = [...'abcdefghijklmnopqrstuvwxyz']

/** Akan has a code that covers it. */
const twi = 'tw'

/** The languages with a code of two letters (ISO 639-1), named by Intl; codes that were given up are left out. */
export function makeLanguages(): readonly Option[] {
  const [nb, sv, da, en] = locales.map(namesIn) as [Names, Names, Names, Names]
  return alphabet
    .flatMap((first) => alphabet.map((second) => first + second))
    .flatMap((code): Option[] => {
      const [canonical] = Intl.getCanonicalLocales(code)
      const texts = [nb(code), sv(code), da(code), en(code)]
      if (canonical !== code || code === twi || texts.some((text) => text === undefined)) return []
      return [{ key: code, label: in4(...(texts as [string, string, string, string])) }]
    })
}

type Names = (code: string) => string | undefined

function namesIn(locale: Locale): Names {
  const names = new Intl.DisplayNames(locale, { type: 'language', fallback: 'none' })
  return (code) => names.of(code)
}
