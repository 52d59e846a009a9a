import { type Locale, parseLocale } from '@profilkort/domain/locales/locale'

/** The first language of the header that Profilkort speaks; the order of the header is taken as its preference. */
export function acceptedLocale(header: string | undefined): Locale | undefined {
  return header
    ?.split(',')
    .map((part) => parseLocale(part.split(';')[0] ?? ''))
    .find((locale) => locale !== undefined)
}
