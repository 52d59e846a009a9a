import type { Catalogue } from '../../attributes/attribute.ts'
import type { Problem } from '../../result.ts'
import { nearest, suggest } from './suggest.ts'

export type Path = Problem['path']
export type Json = { readonly [property: string]: unknown }

const mostProblems = 100

/** The most that a rule may hold: levels, nodes, and values in all of its lists (each may be a parameter of SQL). */
export const ruleLimits = Object.freeze({ depth: 20, nodes: 500, values: 10_000 })

/** One check of one rule: the problems and the nodes seen so far. */
export class Checking {
  readonly catalogue: Catalogue
  readonly #problems: Problem[] = []
  #nodes = 0
  #values = 0

  constructor(catalogue: Catalogue) {
    this.catalogue = catalogue
  }

  get problems(): readonly Problem[] {
    return this.#problems
  }

  /** Whether so much is wrong that looking on is of no use. */
  get isFull(): boolean {
    return this.#problems.length >= mostProblems
  }

  tell(path: Path, message: string): undefined {
    if (!this.isFull) this.#problems.push({ message, path })
  }

  /** False, and told once, when there are more nodes than may be. */
  countNode(path: Path): boolean {
    const most = ruleLimits.nodes
    this.#nodes += 1
    if (this.#nodes === most + 1)
      this.tell(path, `The rule has more than ${most} parts. Split it, or use lists of values.`)
    return this.#nodes <= most
  }

  /** False, and told, when this list makes the values of the whole rule more than may be. */
  countValues(path: Path, count: number): boolean {
    this.#values += count
    if (this.#values <= ruleLimits.values) return true
    this.tell(path, `The lists of the rule hold more than ${ruleLimits.values} values in all. Shorten them.`)
    return false
  }

  /** The input as an object of JSON, else told with an example. */
  object(input: unknown, path: Path, what: string, example: string): Json | undefined {
    if (typeof input === 'object' && input !== null && !Array.isArray(input)) return { ...input }
    return this.tell(path, `${what} is an object such as ${example}; this is ${nameType(input)}.`)
  }

  /** Tells of properties that have no meaning here. */
  closed(node: Json, properties: readonly string[], path: Path, what: string): void {
    for (const property of Object.keys(node)) {
      if (this.isFull) return
      if (properties.includes(property)) continue
      const others = `Remove it; ${what} has ${properties.join(', ')}.`
      this.tell(
        [...path, property],
        `'${this.quote(property)}' means nothing here. ${suggest(nearest(property, properties), others)}`,
      )
    }
  }

  /** What somebody wrote, short enough for a message. */
  quote(text: string): string {
    const characters = Array.from(text.slice(0, 120).toWellFormed())
    return characters.length > 60 ? `${characters.slice(0, 59).join('')}…` : characters.join('')
  }
}

export function nameType(input: unknown): string {
  if (input === undefined) return 'missing'
  if (input === null) return 'null'
  if (Array.isArray(input)) return 'a list'
  if (typeof input === 'number') return Number.isFinite(input) ? 'a number' : String(input)
  return typeof input === 'object' ? 'an object' : `a ${typeof input}`
}
