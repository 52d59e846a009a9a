/** The languages Profilkort speaks: Norwegian bokmål, Swedish, Danish, English. */
export const locales = ['nb', 'sv', 'da', 'en'] as const
export type Locale = (typeof locales)[number]

/** A text in some of the locales: `{ nb: 'Bransje', en: 'Industry' }`. */
export type Localized<Text = string> = { readonly [L in Locale]?: Text }

/** A text of the product itself: present in every locale. */
export type Translated = { readonly [L in Locale]: string }

/** A text of the product itself, in the order of `locales`. */
export function in4(nb: string, sv: string, da: string, en: string): Translated {
  return { nb, sv, da, en }
}

export function isLocale(tag: unknown): tag is Locale {
  return locales.includes(tag as Locale)
}

/**
 * The locale a language tag asks for: `nn-NO` and `no` are answered in bokmål, regions are ignored.
 * Undefined for a language Profilkort does not speak.
 */
export function parseLocale(tag: string): Locale | undefined {
  const language = tag.trim().toLowerCase().split(/[-_]/, 1)[0]
  if (language === 'no' || language === 'nn') return 'nb'
  return isLocale(language) ? language : undefined
}

/** The languages to try, best first. */
export type LocaleChain = readonly [Locale, ...Locale[]]

/** The first locale of the chain that the text is written in, with its text. */
export function resolveText<Text>(
  text: Localized<Text>,
  chain: readonly Locale[],
): { readonly text: Text; readonly locale: Locale } | undefined {
  for (const locale of chain) {
    const found = text[locale]
    if (found !== undefined) return { text: found, locale }
  }
  return undefined
}
