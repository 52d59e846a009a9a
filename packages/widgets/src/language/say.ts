import { type Locale, locales } from '@profilkort/domain/locales/locale'

/** A text in all four languages side by side, as translators read it; `{0}` stands for a value. */
export type Text = readonly [nb: string, sv: string, da: string, en: string]

/** The text in a locale with its values, which are written by the locale already. */
export function say(locale: Locale, text: Text | undefined, ...values: readonly (string | number)[]): string {
  return (text?.[locales.indexOf(locale)] ?? '').replace(/\{(\d)\}/g, (_, index) => `${values[index]}`)
}
