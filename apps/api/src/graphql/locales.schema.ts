import { type Locale, type LocaleChain, type Localized, locales } from '@profilkort/domain/locales/locale'
import { builder } from './builder.ts'
import { type Context, whenThere } from './context.ts'

const names: { readonly [L in Locale]: string } = {
  nb: 'Norwegian bokmål.',
  sv: 'Swedish.',
  da: 'Danish.',
  en: 'English.',
}

export const LocaleEnum = builder.enumType('Locale', {
  description: 'A language that content can be written in, by its BCP 47 tag.',
  values: Object.fromEntries(
    locales.map((locale) => [locale, { value: locale, description: names[locale] }]),
  ) as Record<Locale, { value: Locale; description: string }>,
})

export const LocalizedTextInput = builder.inputType('LocalizedTextInput', {
  description: 'A text in the languages it is written in.',
  fields: (t) => ({
    nb: t.string({ description: 'In Norwegian bokmål.' }),
    sv: t.string({ description: 'In Swedish.' }),
    da: t.string({ description: 'In Danish.' }),
    en: t.string({ description: 'In English.' }),
  }),
})

export const LocalizedListInput = builder.inputType('LocalizedListInput', {
  description: 'A list of texts in the languages it is written in.',
  fields: (t) => ({
    nb: t.stringList({ description: 'In Norwegian bokmål.' }),
    sv: t.stringList({ description: 'In Swedish.' }),
    da: t.stringList({ description: 'In Danish.' }),
    en: t.stringList({ description: 'In English.' }),
  }),
})

/** A localized input without the languages that were not given or given as null. */
export function toLocalized<Text>(
  input: { readonly [L in Locale]?: Text | null | undefined } | null | undefined,
): Localized<Text> {
  const given = locales.flatMap((locale) => {
    const text = input?.[locale]
    return text === null || text === undefined ? [] : [[locale, text] as const]
  })
  return Object.fromEntries(given)
}

/** The languages to try, best first: the one asked for, else that of `Accept-Language`, then the workspace's chain. */
export function localeChain(
  context: Context,
  asked: Locale | null | undefined,
): LocaleChain | Promise<LocaleChain> {
  return whenThere(context.workspace(), ({ locales: chain }) => {
    const first = asked ?? context.acceptedLocale ?? chain[0] ?? 'en'
    if (first === chain[0]) return chain as LocaleChain
    return [first, ...chain.filter((locale) => locale !== first)] satisfies LocaleChain
  })
}
