import type { Value, Values } from '../attributes/attribute.ts'
import {
  type CustomerStage,
  customerStages,
  type Provenance,
  type Provenances,
} from '../customers/customer.ts'
import { isSame } from '../profiles/same.ts'

/** The source of what people write on a customer themselves; no other overwrites it. */
export const byHand = 'hand'

/**
 * Whose word counts where sources differ. `newest`: who said it last; `first`: who said it first; `trusted`: the
 * first of the sources named, else the newest; `frequent`: what most say, the newest of those; `longest`: the most
 * detailed text or list.
 */
export const survivorshipStrategies = ['newest', 'first', 'trusted', 'frequent', 'longest'] as const
export type SurvivorshipStrategy = (typeof survivorshipStrategies)[number]

export interface SurvivorshipRule {
  readonly strategy: SurvivorshipStrategy
  /** Of `trusted`: the sources, the most trusted first. */
  readonly sources: readonly string[]
}

/** By the key of an attribute, a customer's name, stage and company as `$name`, `$stage`, `$company`; `*` for all others. */
export type SurvivorshipRules = { readonly [key: string]: SurvivorshipRule }

/** A value as one source says it; `at` is when it began to say so, in milliseconds. */
export interface Said {
  readonly value: Value
  readonly at: number
}

/** All that one record says, by the key of the attribute; `$name`, `$stage` and `$company` for these. */
export interface Statement {
  readonly source: string
  readonly externalId: string
  readonly said: { readonly [key: string]: Said }
}

/** A customer as its records make it. */
export interface Unified {
  readonly name: string | undefined
  readonly stage: CustomerStage | undefined
  /** A record of the company that a contact belongs to. */
  readonly company: string | undefined
  readonly attributes: Values
  readonly provenance: Provenances
}

/** A name stays as the first said it: others may spell it otherwise. */
const usual: SurvivorshipRules = {
  '*': { strategy: 'newest', sources: [] },
  $name: { strategy: 'first', sources: [] },
}

const nothing: ReadonlySet<string> = new Set()

/**
 * What is known of a customer from all that is said of it. The order of the statements does not matter.
 * @param withheld the keys of attributes that may not be known of it, whatever is said
 */
export function unify(
  statements: readonly Statement[],
  rules: SurvivorshipRules = {},
  withheld: ReadonlySet<string> = nothing,
): Unified {
  const attributes: { [key: string]: Value } = {}
  const provenance: { [key: string]: Provenance } = {}
  const told: { [key: string]: Value } = {}
  for (const key of new Set(statements.flatMap(({ said }) => Object.keys(said)))) {
    const said = statementsOn(statements, key)
    const chosen =
      said.length === 1 ? said[0] : choose(said, rules[key] ?? usual[key] ?? rules['*'] ?? usual['*'])
    if (chosen === undefined || withheld.has(key)) continue
    const place = key.replace(/^\$/, '')
    if (key.startsWith('$')) told[place] = chosen.value
    else attributes[key] = chosen.value
    if (key !== '$company') provenance[place] = { source: chosen.source, at: chosen.at }
  }
  return {
    name: typeof told.name === 'string' ? told.name : undefined,
    stage: customerStages.find((stage) => stage === told.stage),
    company: typeof told.company === 'string' ? told.company : undefined,
    attributes,
    provenance: compact(provenance),
  }
}

/** What most values have in common stands once, under `*`; a stage always says whose it is. */
function compact({ stage, ...others }: { readonly [key: string]: Provenance }): Provenances {
  const most = commonest(Object.values(others))
  const rest = Object.entries(others).filter(
    ([, each]) => each.source !== most?.source || each.at !== most.at,
  )
  return {
    ...Object.fromEntries(rest),
    ...(most === undefined ? {} : { '*': most }),
    ...(stage === undefined ? {} : { stage }),
  }
}

function commonest(all: readonly Provenance[]): Provenance | undefined {
  const [first] = all
  if (all.every(({ source, at }) => source === first?.source && at === first.at)) return first
  const alike = [...Map.groupBy(all, ({ source, at }) => `${source} ${at}`)]
  return alike.toSorted(([a, one], [b, other]) => other.length - one.length || compare(a, b))[0]?.[1][0]
}

/** One source's statement on one attribute. */
export interface StatementOn extends Said {
  readonly source: string
  readonly externalId: string
}

/** What each source says on one attribute, the newest first. */
export function statementsOn(statements: readonly Statement[], key: string): readonly StatementOn[] {
  return statements
    .flatMap(({ source, externalId, said }) => {
      const own = Object.hasOwn(said, key) ? said[key] : undefined
      return own === undefined ? [] : [{ ...own, source, externalId }]
    })
    .toSorted((a, b) => b.at - a.at || compare(a.source, b.source) || compare(a.externalId, b.externalId))
}

function choose(
  newestFirst: readonly StatementOn[],
  rule: SurvivorshipRule | undefined,
): StatementOn | undefined {
  const own = newestFirst.find(({ source }) => source === byHand)
  if (own !== undefined) return own
  switch (rule?.strategy) {
    case 'first':
      return newestFirst.toSorted((a, b) => a.at - b.at)[0]
    case 'trusted':
      return (
        rule.sources.map((trusted) => newestFirst.find(({ source }) => source === trusted)).find(isThere) ??
        newestFirst[0]
      )
    case 'frequent':
      return most(newestFirst, ({ value }) => newestFirst.filter((each) => isSame(each.value, value)).length)
    case 'longest':
      return most(newestFirst, ({ value }) => lengthOf(value))
    default:
      return newestFirst[0]
  }
}

/** The first with the highest figure. */
function most(
  statements: readonly StatementOn[],
  figure: (statement: StatementOn) => number,
): StatementOn | undefined {
  const highest = Math.max(...statements.map(figure))
  return statements.find((statement) => figure(statement) === highest)
}

function lengthOf(value: Value): number {
  return typeof value === 'string' || Array.isArray(value) ? value.length : 0
}

function isThere(statement: StatementOn | undefined): boolean {
  return statement !== undefined
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
