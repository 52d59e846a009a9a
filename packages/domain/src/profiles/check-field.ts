import { checkText } from '../locales/check.ts'
import { type Localized, locales } from '../locales/locale.ts'
import type { Problem } from '../result.ts'
import { type TemplateField, type TemplateFieldKind, valueKindOf } from '../templates/template.ts'
import type { FieldValue, PictureUse } from './profile.ts'

const longest = { shortText: 300, quote: 500, longText: 10_000, item: 500, label: 120, alt: 300, url: 2000 }
const mostItems = 50

/** What a field of each kind is given by, in the words of the API's inputs. */
const wanted: { readonly [K in TemplateFieldKind]: string } = {
  shortText: 'a text (`text`)',
  longText: 'a text (`text`)',
  quote: 'a text (`text`)',
  list: 'a list of lines (`items`)',
  number: 'a number (`number`)',
  money: 'an amount (`money`)',
  choice: 'chosen options (`options`)',
  trait: 'a trait: write it among `traits`, with this key',
  picture: 'a picture (`picture`)',
  link: 'a link (`link`)',
}

/** The problems of a value that stands in a template's field. */
export function checkFieldValue(field: TemplateField, value: FieldValue): readonly Problem[] {
  const path = ['fields', field.key]
  if (valueKindOf[field.kind] !== value.kind) {
    const name = Object.values(field.label)[0] ?? field.key
    return [{ path, message: `"${name}" (${field.key}) holds ${wanted[field.kind]}.` }]
  }
  switch (value.kind) {
    case 'text':
      return checkText(value.text, path, { longest: longestOf(field.kind) })
    case 'list':
      return checkItems(value.items, path)
    case 'number':
      return Number.isFinite(value.number)
        ? []
        : [{ path, message: 'A number is finite, such as 42 or 0.5.' }]
    case 'money':
      return checkMoney(value, path)
    case 'choice':
      return checkChoice(field, value.options, path)
    case 'picture':
      return checkPicture(value.picture, path)
    case 'link':
      return [...checkUrl(value.url, path), ...checkText(value.label, path, { longest: longest.label })]
  }
}

/** The problems of a picture's use: what it is known by and what it is said to show. */
export function checkPicture({ hash, alt }: PictureUse, path: Problem['path']): readonly Problem[] {
  const isHash = /^[0-9a-f]{64}$/.test(hash)
  const message = 'This is not a picture. Upload it first, and use the `hash` that was answered.'
  return [
    ...(isHash ? [] : [{ path: [...path, 'hash'], message }]),
    ...checkText(alt, [...path, 'alt'], { longest: longest.alt }),
  ]
}

function longestOf(kind: TemplateFieldKind): number {
  return kind === 'longText' || kind === 'quote' ? longest[kind] : longest.shortText
}

function checkItems(items: Localized<readonly string[]>, path: Problem['path']): readonly Problem[] {
  return locales.flatMap((locale) => {
    const lines = items[locale] ?? []
    if (lines.length > mostItems) {
      const message = `A list has at most ${mostItems} lines; this one has ${lines.length}.`
      return [{ path: [...path, locale], message }]
    }
    return lines.flatMap((line, index): Problem[] => {
      if (line.length <= longest.item) return []
      const message = `This line has ${line.length} characters; shorten it to ${longest.item}.`
      return [{ path: [...path, locale, index], message }]
    })
  })
}

function checkMoney(
  { amount, currency }: { readonly amount: number; readonly currency: string },
  path: Problem['path'],
): readonly Problem[] {
  return [
    ...(Number.isFinite(amount) ? [] : [{ path: [...path, 'amount'], message: 'An amount is finite.' }]),
    ...(/^[A-Z]{3}$/.test(currency)
      ? []
      : [
          {
            path: [...path, 'currency'],
            message: `"${currency}" is not a currency. Use three letters, such as NOK.`,
          },
        ]),
  ]
}

function checkChoice(
  field: TemplateField,
  chosen: readonly string[],
  path: Problem['path'],
): readonly Problem[] {
  const known = (field.options ?? []).map(({ key }) => key)
  const problems = chosen.flatMap((key, index): Problem[] => {
    if (!known.includes(key))
      return [
        { path: [...path, index], message: `There is no option "${key}". There is: ${known.join(', ')}.` },
      ]
    return chosen.indexOf(key) === index
      ? []
      : [{ path: [...path, index], message: `"${key}" stands twice.` }]
  })
  const isTooMany = field.many !== true && chosen.length > 1
  return isTooMany
    ? [...problems, { path, message: 'Choose one option; this field takes no more.' }]
    : problems
}

function checkUrl(url: string, path: Problem['path']): readonly Problem[] {
  const isWeb =
    url.length <= longest.url && URL.canParse(url) && /^(https?|mailto):$/.test(new URL(url).protocol)
  return isWeb
    ? []
    : [{ path: [...path, 'url'], message: 'Write a whole address, such as https://example.com/page.' }]
}
