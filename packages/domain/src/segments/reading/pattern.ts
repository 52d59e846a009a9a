import type { Locale } from '../../locales/locale.ts'
import { phrases } from '../../rules/sentences/phrases.ts'

/** What the words of a template matched at the beginning of a text. */
export interface Matched {
  readonly groups: { readonly [name: string]: string | undefined }
  /** What follows, without the blank between. */
  readonly rest: string
}

/** Words as they are written, whatever kind of blanks are between them. */
export function literal(words: string): string {
  return words.replaceAll(/[.*+?^${}()|[\]\\]/gu, '\\$&').replaceAll(/[\s\u00a0\u202f]+/gu, '\\s+')
}

/** A template as a pattern, its placeholders filled with patterns. */
export function patternOf(template: string, fills: { readonly [placeholder: string]: string }): string {
  return template
    .split(/(\{\w+\})/u)
    .map((part) => (/^\{\w+\}$/u.test(part) ? `(?:${fills[part.slice(1, -1)] ?? ''})` : literal(part)))
    .join('')
}

/** Words as a pattern, each captured by its name. */
export function either(words: { readonly [name: string]: string }): string {
  return Object.entries(words)
    .map(([name, each]) => `(?<${name}>${literal(each)})`)
    .join('|')
}

/** Text in the quotes of the language, captured by a name. */
export function quoted(name: string, locale: Locale): string {
  const [open, close] = phrases[locale].quotes
  return `${literal(open)}(?<${name}>[^${literal(close)}]+)${literal(close)}`
}

const numberWords = '[\\d.,\\s\\u00a0\\u202f]*\\d'

/** Words around a number that is captured as `number`: they are told of a number that is not one. */
export function aroundNumber(say: (count: number, written: string) => string): string {
  return patternOf(say(2, '{number}'), { number: `(?<number>${numberWords})` })
}

/** What a pattern matches at the beginning of a text, where a blank or the end comes after it. */
export function matchAt(pattern: string, text: string): Matched | undefined {
  const found = new RegExp(`^(?:${pattern})(?=\\s|$)`, 'iu').exec(text)
  if (found === null) return undefined
  return { groups: found.groups ?? {}, rest: text.slice(found[0].length).trimStart() }
}
