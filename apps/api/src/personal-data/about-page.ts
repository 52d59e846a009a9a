import { hash } from 'node:crypto'
import { type Locale, locales, resolveText } from '@profilkort/domain/locales/locale'
import { aboutTexts, tableTitles } from '@profilkort/domain/personal-data/about-texts'
import type { About } from './about.ts'

const style = `
  body { font: 11pt/1.5 system-ui, sans-serif; color: #1c1c1c; max-width: 60rem; margin: 2rem auto; padding: 0 1rem }
  h1 { font-size: 1.6rem } h2 { font-size: 1.2rem; margin-top: 2rem }
  table { border-collapse: collapse; width: 100% }
  th, td { border: 1px solid #b5b5b5; padding: .3rem .5rem; text-align: start; vertical-align: top; overflow-wrap: anywhere }
  th { background: #f0f0f0 } dl { border-bottom: 1px solid #b5b5b5; padding-bottom: .5rem }
  dt { font-weight: 600 } dd { margin: 0 0 .3rem 1rem; overflow-wrap: anywhere; white-space: pre-wrap }
  @media print { body { margin: 0 } tr, dl { break-inside: avoid } }`

/** All that the page may do: look like itself. */
export const aboutPolicy = [
  "default-src 'none'",
  `style-src 'sha256-${hash('sha256', style, 'base64')}'`,
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')

/** What is kept of a person as a page to read and print: plain HTML without any script. */
export function aboutPage(about: About, locale: Locale): string {
  const said = (key: keyof typeof aboutTexts) => aboutTexts[key][locale]
  const day = (at: Date | number | undefined) =>
    at === undefined
      ? ''
      : new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' }).format(at)
  const known = table(
    [said('what'), said('value'), said('source'), said('when')],
    about.known.map((each) => [each.label, each.text, each.source ?? '', day(each.recordedAt)]),
  )
  const consents = table(
    [said('purpose'), said('said'), said('when'), said('source'), said('shown')],
    about.consents.map((each) => [
      resolveText(each.purposeName, [locale, ...locales])?.text ?? each.purpose,
      said(each.state),
      day(each.at),
      each.source,
      each.text ?? '',
    ]),
  )
  const title = `${said('title')} ${about.person.name}`
  const nothing = `<p>${escaped(said('nothing'))}</p>`
  const sections = Object.entries(about.tables).map(
    ([name, rows]) =>
      `<h2>${escaped(tableTitles[name]?.[locale] ?? `${said('other')}: ${name}`)}</h2>${rows.map(list).join('') || nothing}`,
  )
  return `<!doctype html>
<html lang="${locale}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escaped(title)}</title><style>${style}</style></head>
<body><h1>${escaped(title)}</h1>
<p>${escaped(about.workspace)}, ${escaped(day(Date.parse(about.generatedAt)))}. ${escaped(said('intro'))}</p>
<h2>${escaped(said('known'))}</h2>${about.known.length === 0 ? nothing : known}
<h2>${escaped(said('consents'))}</h2>${about.consents.length === 0 ? nothing : consents}
${sections.join('\n')}
</body></html>
`
}

function table(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  const cells = (tag: 'th' | 'td', texts: readonly string[]) =>
    `<tr>${texts.map((text) => `<${tag}>${escaped(text)}</${tag}>`).join('')}</tr>`
  return `<table><thead>${cells('th', heads)}</thead><tbody>${rows.map((row) => cells('td', row)).join('')}</tbody></table>`
}

/** A row of a table, each column that holds something with its name. */
function list(row: { readonly [column: string]: unknown }): string {
  const told = Object.entries(row).filter(
    ([, value]) => value !== null && value !== undefined && value !== '',
  )
  const parts = told.map(([column, value]) => `<dt>${escaped(column)}</dt><dd>${escaped(textOf(value))}</dd>`)
  return `<dl>${parts.join('')}</dl>`
}

function textOf(value: unknown): string {
  if (typeof value === 'string') return value
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return JSON.stringify(value)
  return Object.entries(value)
    .map(([key, inner]) => `${key}: ${typeof inner === 'string' ? inner : JSON.stringify(inner)}`)
    .join('\n')
}

const entities: { readonly [character: string]: string } = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

function escaped(text: string): string {
  return text.replaceAll(/[&<>"']/g, (character) => entities[character] ?? '')
}
