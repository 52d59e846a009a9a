import { type Localized, locales } from '../locales/locale.ts'
import type { Problem } from '../result.ts'
import { nameType } from '../rules/checking/checking.ts'
import { nearest, suggest } from '../rules/checking/suggest.ts'

type Path = Problem['path']

/** Reads unknown JSON as a value; undefined, and told, where it is something else. */
export type Shape<Value> = (input: unknown, path: Path, told: Problem[]) => Value | undefined

/** A property of an object, and what it is where it is left out; one that has to be there has no `otherwise`. */
export interface Property<Value> {
  readonly shape: Shape<Value>
  readonly otherwise?: { readonly value: Value }
}

/** A property that has to be there. */
export function needed<Value>(shape: Shape<Value>): Property<Value> {
  return { shape }
}

/** A property that may be left out. */
export function or<Value>(shape: Shape<Value>, value: NoInfer<Value>): Property<Value> {
  return { shape, otherwise: { value } }
}

/** PostgreSQL refuses NUL and would silently change half a surrogate pair, so neither comes in. */
export const text: Shape<string> = (input, path, told) => {
  if (typeof input !== 'string') {
    const quoted =
      typeof input === 'number' || typeof input === 'boolean' ? ` Put it in quotes: "${input}".` : ''
    return tell(told, path, `A text is wanted here; this is ${nameType(input)}.${quoted}`)
  }
  if (input.isWellFormed() && !input.includes('\0')) return input
  return tell(
    told,
    path,
    'This text has a NUL or half a surrogate pair, which no text may hold. Take it out.',
  )
}

export const number: Shape<number> = (input, path, told) =>
  typeof input === 'number' && Number.isFinite(input)
    ? input
    : tell(told, path, `A number such as 42 or 0.5 is wanted here; this is ${nameType(input)}.`)

export const boolean: Shape<boolean> = (input, path, told) =>
  typeof input === 'boolean'
    ? input
    : tell(told, path, `true or false is wanted here; this is ${nameType(input)}.`)

/** Whatever stands there, parsed by those who know what it means; its texts can be kept, and it is not too deep. */
export const json: Shape<unknown> = (input, path, told) => {
  if (path.length > deepest)
    return tell(told, path, `This is nested more than ${deepest} deep. Make it flatter.`)
  if (typeof input === 'string') return text(input, path, told)
  if (typeof input !== 'object' || input === null) return input
  const before = told.length
  for (const [key, value] of Object.entries(input)) {
    text(key, path, told)
    json(value, [...path, key], told)
  }
  return told.length > before ? undefined : input
}

export function oneOf<Value extends string>(values: readonly Value[]): Shape<Value> {
  return (input, path, told) => {
    const found = values.find((value) => value === input)
    if (found !== undefined) return found
    const what =
      typeof input === 'string' ? `"${short(input)}" is not known here.` : `This is ${nameType(input)}.`
    const guess = typeof input === 'string' ? nearest(input, values) : undefined
    return tell(told, path, `${what} ${suggest(guess, `Use one of: ${values.join(', ')}.`)}`)
  }
}

export function list<Value>(each: Shape<Value>): Shape<readonly Value[]> {
  return (input, path, told) => {
    if (!Array.isArray(input)) return tell(told, path, `A list is wanted here; this is ${nameType(input)}.`)
    return complete(input.map((item, index) => each(item, [...path, index], told)))
  }
}

/** An object whose keys are anybody's choice. */
export function record<Value>(each: Shape<Value>): Shape<{ readonly [key: string]: Value }> {
  return (input, path, told) => {
    const entries = entriesOf(input, path, told)
    const values = entries && complete(entries.map(([key, value]) => each(value, [...path, key], told)))
    return values && Object.fromEntries(values.map((value, index) => [entries?.[index]?.[0] ?? '', value]))
  }
}

/** Something in the languages it is written in. */
export function localized<Value>(each: Shape<Value>): Shape<Localized<Value>> {
  return object<Localized<Value>>(
    'a text in its languages',
    Object.fromEntries(locales.map((locale) => [locale, or(each, undefined as never)])) as {
      readonly [L in keyof Localized<Value>]-?: Property<Value>
    },
  )
}

/**
 * An object with these properties and no others: one that means nothing is told, so that a misspelt one is not lost.
 * What is null is left out, as YAML writes a key with nothing after it.
 */
export function object<Value extends object>(
  what: string,
  properties: { readonly [K in keyof Value]-?: Property<NonNullable<Value[K]> | Value[K]> },
): Shape<Value> {
  const names = Object.keys(properties) as (keyof Value & string)[]
  return (input, path, told) => {
    const entries = entriesOf(input, path, told)
    if (entries === undefined) return undefined
    const given = new Map(entries.filter(([, value]) => value !== null))
    for (const key of given.keys()) {
      if (names.includes(key as keyof Value & string)) continue
      const others = `Remove it; ${what} has ${names.join(', ')}.`
      tell(
        told,
        [...path, key],
        `"${short(key)}" means nothing here. ${suggest(nearest(key, names), others)}`,
      )
    }
    const read = names.map((name): [string, unknown] | undefined => {
      const { shape, otherwise } = properties[name]
      if (given.has(name)) {
        const value = shape(given.get(name), [...path, name], told)
        return value === undefined ? undefined : [name, value]
      }
      if (otherwise !== undefined) return [name, otherwise.value]
      return tell(told, [...path, name], `"${name}" is missing; ${what} needs it.`)
    })
    const known = complete(read)
    return known && (Object.fromEntries(known.filter(([, value]) => value !== undefined)) as Value)
  }
}

/** Levels of a document, beyond which nothing makes sense. */
const deepest = 60

/** Most problems told of one document; with more, looking on is of no use. */
const mostProblems = 100

/** What could be read of a document, and all that is wrong with it. */
export interface Reading<Value> {
  /** Undefined where too much is wrong to go on with it. */
  readonly value: Value | undefined
  readonly problems: readonly Problem[]
}

/** Reads a whole document. */
export function readShape<Value>(shape: Shape<Value>, input: unknown): Reading<Value> {
  const told: Problem[] = []
  return { value: shape(input, [], told), problems: told }
}

export function tell(told: Problem[], path: Path, message: string): undefined {
  if (told.length < mostProblems) told.push({ path, message })
}

function entriesOf(input: unknown, path: Path, told: Problem[]): readonly [string, unknown][] | undefined {
  if (typeof input === 'object' && input !== null && !Array.isArray(input)) return Object.entries(input)
  return tell(told, path, `Keys and values are wanted here; this is ${nameType(input)}.`)
}

/** All values, where each of them could be read. */
function complete<Value>(values: readonly (Value | undefined)[]): readonly Value[] | undefined {
  const known = values.filter((value) => value !== undefined)
  return known.length === values.length ? known : undefined
}

function short(text: string): string {
  return text.length > 60 ? `${text.slice(0, 59).toWellFormed()}…` : text
}
