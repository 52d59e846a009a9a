import { foldName } from '../customers/name-key.ts'
import {
  type Decision,
  type Group,
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
 * came in: decisions first, then identifiers from the surest to the weakest, then names; each joins two groups unless
 * something speaks against it. So taking a decision back puts everything back in its place.
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
  for (const tie of [...attachments(records), ...together(decisions)]) unite(groups, tie)
  const unlessOthers = (tie: Tie) => {
    const [one, other] = [groups.get(tie.a), groups.get(tie.b)]
    if (one === undefined || other === undefined || one === other) return
    if (!speaksAgainst(one, other, tie, apart)) unite(groups, tie)
  }
  for (const tie of tiesByIdentifier(records, common ?? new Set())) unlessOthers(tie)
  for (const tie of tiesByName(records, groups)) unlessOthers(tie)
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

function together(decisions: readonly Decision[]): readonly Tie[] {
  return decisions
    .filter(({ verdict }) => verdict === 'together')
    .toSorted((one, other) => (`${one.a} ${one.b}` < `${other.a} ${other.b}` ? -1 : 1))
    .map(({ a, b }) => ({ a, b, by: { kind: 'decision' } }))
}

/** All that identifiers could join, from the surest to the weakest, always in the same order. */
function tiesByIdentifier(records: readonly IdentityRecord[], common: ReadonlySet<string>): readonly Tie[] {
  const known = records.flatMap((record) => record.identifiers.map((by) => ({ record, by })))
  const held = Map.groupBy(known, ({ by }) => tokenOf(by))
  const inOrder = [...held].toSorted(
    ([a, [one]], [b, [other]]) => rank(one) - rank(other) || (a < b ? -1 : 1),
  )
  return inOrder.flatMap(([token, holders]) => {
    const [first] = holders
    const holding = holders.map(({ record }) => record)
    if (first === undefined || common.has(token) || isShared(holding)) return []
    return pairs(holding).map(([a, b]): Tie => ({ a, b, by: first.by }))
  })
}

function rank(
  holder: { readonly by: { readonly kind: (typeof identifierKinds)[number] } } | undefined,
): number {
  return holder === undefined ? 0 : identifierKinds.indexOf(holder.by.kind)
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
function tiesByName(
  records: readonly IdentityRecord[],
  groups: ReadonlyMap<string, Joining>,
): readonly Tie[] {
  const companies = records.filter(({ kind, name }) => kind === 'company' && name !== null)
  const byName = Map.groupBy(companies, ({ name }) => foldName(name ?? ''))
  return [...byName].flatMap(([value, namesakes]): Tie[] => {
    const told = namesakes.filter(tellsApart)
    return namesakes.flatMap(({ id, isMention, source }): Tie[] => {
      if (!isMention) return []
      const own = told.filter((each) => each.source === source)
      const [only, ...others] = (own.length > 0 ? own : told).filter(
        (each, index, all) =>
          all.findIndex((first) => groups.get(first.id) === groups.get(each.id)) === index,
      )
      return only === undefined || others.length > 0
        ? []
        : [{ a: only.id, b: id, by: { kind: 'name', value } }]
    })
  })
}

function speaksAgainst(one: Joining, other: Joining, tie: Tie, apart: readonly Decision[]): boolean {
  return one.records.some((a) =>
    other.records.some(
      (b) =>
        areOthers(a, b, tie) ||
        (a.source === b.source && tellsApart(a) && tellsApart(b)) ||
        apart.some((decision) => isOf(decision, a, b)),
    ),
  )
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

/** Each with each other: what speaks against one pair does not part the rest. */
function pairs(records: readonly IdentityRecord[]): readonly (readonly [string, string])[] {
  const ids = records.map(({ id }) => id)
  return ids.flatMap((a, index) => ids.slice(index + 1).map((b) => [a, b] as const))
}
