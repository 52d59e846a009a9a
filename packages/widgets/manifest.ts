import { readFileSync } from 'node:fs'

/** One thing of an element in its custom-elements manifest. */
export interface Described {
  readonly name: string
  readonly type?: { readonly text: string }
  readonly description?: string
  readonly default?: string
}

export interface Attribute extends Described {
  /** The property that mirrors it. */
  readonly fieldName?: string
}

/** An element as its manifest describes it. */
export interface ElementDescription {
  /** Of the class: `ProfileCard`. */
  readonly name: string
  readonly tagName: string
  readonly description: string
  readonly attributes: readonly Attribute[]
  readonly members: readonly (Described & { readonly kind: 'field' | 'method' })[]
  readonly slots: readonly Described[]
  readonly events: readonly Described[]
  readonly cssParts: readonly Described[]
  readonly cssProperties: readonly Described[]
}

/** The elements of the manifest that the build wrote, by name, their texts in one line. */
export function readElements(): readonly ElementDescription[] {
  const text = readFileSync(new URL('dist/custom-elements.json', import.meta.url), 'utf8')
  const { modules } = JSON.parse(text, oneLine) as {
    readonly modules: readonly { readonly declarations: readonly Partial<ElementDescription>[] }[]
  }
  const none = { attributes: [], members: [], slots: [], events: [], cssParts: [], cssProperties: [] }
  return modules
    .flatMap(({ declarations }) => declarations)
    .filter((declared) => declared.tagName !== undefined)
    .map((declared) => ({ ...none, ...declared }) as ElementDescription)
    .toSorted((a, b) => (a.tagName < b.tagName ? -1 : 1))
}

/** The values an attribute can have, where they are listed in its type: `["lazy", "eager"]`. */
export function valuesOf({ type }: Attribute): readonly string[] {
  const values = (type?.text ?? '').split('|').map((value) => value.trim())
  return values.every((value) => /^("[^"]*"|\d+)$/.test(value))
    ? values.map((value) => value.replaceAll('"', ''))
    : []
}

function oneLine(_key: string, value: unknown): unknown {
  return typeof value === 'string' ? value.replace(/\s+/g, ' ').trim() : value
}
