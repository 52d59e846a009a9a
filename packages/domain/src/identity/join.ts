import { foldName } from '../customers/name-key.ts'
import {
  type Decision,
  type Group,
  type Identifier,
  type IdentityRecord,
  identifierKinds,
  type Tie,
  tokenOf,
} from './identity.ts'
import { areOthers } from './others.ts'

/** More records than this with one identifier share a switchboard or a mailing list; it tells nothing of any of them. */
export const mostHolders = 50

/** What joins depend on, beside the records. */
export interface JoinRules {
  readonly decisions: readonly Decision[]
  /** Tokens that more than `mostHolders` records have, in all that there is. */
  readonly common?: ReadonlySet<string>
}

/**
 * Which records speak of one customer. The answer depends on the records and the decisions alone, not on the order they
 * came in: decisions first, then identifiers from the surest to the weakest, then names. An identifier joins all that have
 * it, or, where something speaks against two of them being one, nobody: then it is of several, and tells nothing of the
 * rest. So taking a decision back puts everything back in its place.
 */
export function joinRecords(
  given: readonly IdentityRecord[],
  { decisions, common }: JoinRules,
): readonly Group[] {
  const records = given.toSorted((a, b) => (a.id < b.id ? -1 : 1))
  const groups = new Map<string, Joining>(
    records.map((record) => [record.id, { records: [record], ties: [] }]),
  )
  const apart = decisions.filter(({ verdict }) => verdict === 'apart')
  for (const tie of [...attachments(records), ...decidedTies(decisions)]) unite(groups, tie)
  for (const shared of sharedIdentifiers(records, common ?? new Set())) uniteAll(groups, [shared], apart)
  for (const shared of together(sharedNames(records, groups), groups)) uniteAll(groups, shared, apart)
  return [...new Set(groups.values())].map(settle)
}

interface Joining {
  readonly records: readonly IdentityRecord[]
  readonly ties: readonly Tie[]
}

function unite(groups: Map<string, Joining>, tie: Tie): void {
  const [one, other] = [groups.get(tie.a), groups.get(tie.b)]
  if (one === undefined || other === undefined || one === other) return
  const both = { records: [...one.records, ...other.records], ties: [...one.ties, ...other.ties, tie] }
  for (const { id } of both.records) groups.set(id, both)
}

function attachments(records: readonly IdentityRecord[]): readonly Tie[] {
  return records.flatMap(({ id, attachedTo }) =>
    attachedTo === null ? [] : [{ a: attachedTo, b: id, by: { kind: 'attachment' } } as const],
  )
}

function decidedTies(decisions: readonly Decision[]): readonly Tie[] {
  return decisions
    .filter(({ verdict }) => verdict === 'together')
    .toSorted((one, other) => (`${one.a} ${one.b}` < `${other.a} ${other.b}` ? -1 : 1))
    .map(({ a, b }) => ({ a, b, by: { kind: 'decision' } }))
}

/** Records that something could join. */
interface Holding {
  readonly by: Tie['by']
  readonly holders: readonly IdentityRecord[]
}

/** Joins the customers of all holders, unless two of them are known to be two. */
function uniteAll(
  groups: Map<string, Joining>,
  shared: readonly Holding[],
  apart: readonly Decision[],
): void {
  const held = [
    ...new Set(shared.flatMap(({ holders }) => holders.flatMap(({ id }) => groups.get(id) ?? []))),
  ]
  const areSeveral = held.some((one, index) =>
    held.slice(index + 1).some((other) => shared.some(({ by }) => speaksAgainst(one, other, by, apart))),
  )
  if (areSeveral) return
  for (const { by, holders } of shared) {
    const [first, ...others] = holders
    for (const { id } of others) unite(groups, { a: first?.id ?? id, b: id, by })
  }
}

/** Those that would join one customer with several others, over any number of steps, belong together. */
function together(
  shared: readonly Holding[],
  groups: ReadonlyMap<string, Joining>,
): readonly (readonly Holding[])[] {
  let clusters: readonly {
    readonly of: ReadonlySet<Joining | undefined>
    readonly shared: readonly Holding[]
  }[] = []
  for (const each of shared) {
    const own = new Set(each.holders.map(({ id }) => groups.get(id)))
    const near = clusters.filter(({ of }) => !of.isDisjointFrom(own))
    const all = near.reduce((sum, { of }) => sum.union(of), own)
    const others = clusters.filter((cluster) => !near.includes(cluster))
    clusters = [...others, { of: all, shared: [...near.flatMap((cluster) => cluster.shared), each] }]
  }
  return clusters.map((cluster) => cluster.shared)
}

/** What each identifier could join, from the surest to the weakest, always in the same order. */
function sharedIdentifiers(
  records: readonly IdentityRecord[],
  common: ReadonlySet<string>,
): readonly Holding[] {
  const known = records.flatMap((record) => record.identifiers.map((by) => ({ record, by })))
  const held = Map.groupBy(known, ({ by, record }) => `${rank(by)} ${record.kind} ${by.value}`)
  return [...held]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([, all]) => {
      const [first] = all
      const holders = all.map(({ record }) => record)
      const isOfOne = first !== undefined && !common.has(tokenOf(first.by)) && !isShared(holders)
      return isOfOne ? [{ by: first.by, holders }] : []
    })
}

function rank({ kind }: Identifier): number {
  return identifierKinds.indexOf(kind)
}

/** Whether an identifier is that of several: one source knows two by it, or too many have it. */
function isShared(holders: readonly IdentityRecord[]): boolean {
  const sources = holders.filter(tellsApart).map(({ source }) => source)
  return holders.length > mostHolders || new Set(sources).size < sources.length
}

/** Whether a source tells this record apart from its others: not what was only named, or written by hand. */
function tellsApart({ isMention, attachedTo }: IdentityRecord): boolean {
  return !isMention && attachedTo === null
}

/** A company that was only named is the one customer of that name, its own source's first. */
function sharedNames(
  records: readonly IdentityRecord[],
  groups: ReadonlyMap<string, Joining>,
): readonly Holding[] {
  const companies = records.filter(({ kind, name }) => kind === 'company' && name !== null)
  const byName = Map.groupBy(companies, ({ name }) => foldName(name ?? ''))
  return [...byName].flatMap(([value, namesakes]) => {
    const told = namesakes.filter(tellsApart)
    return namesakes
      .filter(({ isMention }) => isMention)
      .flatMap((mention): Holding[] => {
        const own = told.filter(({ source }) => source === mention.source)
        const meant = own.length > 0 ? own : told
        const customers = new Set(meant.map(({ id }) => groups.get(id)))
        return customers.size === 1 ? [{ by: { kind: 'name', value }, holders: [...meant, mention] }] : []
      })
  })
}

function speaksAgainst(one: Joining, other: Joining, by: Tie['by'], apart: readonly Decision[]): boolean {
  const isToldApart = one.records.some((a) =>
    other.records.some(
      (b) =>
        (a.source === b.source && tellsApart(a) && tellsApart(b)) ||
        apart.some((decision) => isOf(decision, a, b)),
    ),
  )
  return isToldApart || areOthers(one.records, other.records, by)
}

function isOf(decision: Decision, a: IdentityRecord, b: IdentityRecord): boolean {
  return (decision.a === a.id && decision.b === b.id) || (decision.a === b.id && decision.b === a.id)
}

/** What was attached by hand never gives a customer its id: it goes with what it is attached to. */
function settle({ records, ties }: Joining): Group {
  const members = records
    .toSorted(
      (a, b) =>
        Number(a.attachedTo !== null) - Number(b.attachedTo !== null) ||
        a.since - b.since ||
        (a.id < b.id ? -1 : 1),
    )
    .map(({ id }) => id)
  return { head: members[0] ?? '', members, ties }
}
