import type { PlainMarkup } from '../element/plain.ts'

interface Template {
  readonly strings: readonly string[]
  readonly values: readonly unknown[]
}

/**
 * The markup of an element's content, for a server. It knows texts, lists, templates, attributes and plain elements, and
 * no listeners.
 */
export function renderToString(value: unknown): string {
  if (isTemplate(value)) {
    return value.strings.reduce((markup, text, index) => {
      const before = value.strings[index - 1] ?? ''
      const part = value.values[index - 1]
      // An attribute without quotes is given them.
      return markup + (before.endsWith('=') ? `"${escapeHtml(part)}"` : renderToString(part)) + text
    })
  }
  if (isPlain(value)) {
    const { tag, attributes, content } = value
    const named = Object.entries(attributes ?? {}).map(([name, text]) => ` ${name}="${escapeHtml(text)}"`)
    return `<${tag}${named.join('')}>${renderToString(content)}</${tag}>`
  }
  return Array.isArray(value) ? value.map(renderToString).join('') : escapeHtml(value)
}

function isTemplate(value: unknown): value is Template {
  return typeof value === 'object' && value !== null && 'strings' in value && 'values' in value
}

function isPlain(value: unknown): value is PlainMarkup {
  return typeof value === 'object' && value !== null && 'tag' in value
}

/** As a text or in an attribute with double quotes. */
export function escapeHtml(value: unknown): string {
  const text =
    typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? `${value}` : ''
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`)
}
