/** The languages of the intranet. */
export type Language = 'nb' | 'en'

/** English with `?lang=en`, bokmål otherwise. */
export function readLanguage(url: URL): Language {
  return url.searchParams.get('lang') === 'en' ? 'en' : 'nb'
}

/** A path of the intranet that keeps the reader's language. */
export function link(path: string, language: Language): string {
  if (language === 'nb') return path
  return `${path}${path.includes('?') ? '&' : '?'}lang=${language}`
}
