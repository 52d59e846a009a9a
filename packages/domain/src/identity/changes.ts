import { failed, ok, type Result } from '../result.ts'
import { type Decision, pairOf, type Verdict } from './identity.ts'

/** A decision about a pair of records with what was decided before; null for nothing. */
export interface DecisionChange {
  readonly a: string
  readonly b: string
  /** What holds when it is taken back. */
  readonly before: Verdict | null
  readonly after: Verdict | null
}

/** A customer as far as joining and parting see it. */
export interface Joined {
  readonly id: string
  readonly kind: 'company' | 'person'
  /** Its records, the one with its id first; without those written by hand, which follow theirs. */
  readonly records: readonly string[]
}

/**
 * What has to be decided so that customers are one: all records of theirs belong together, whatever else would part them,
 * and none apart. Nothing that was decided before is decided again, so that joins can be taken back in any order.
 */
export function planJoin(
  customers: readonly Joined[],
  decided: readonly Decision[],
): Result<readonly DecisionChange[]> {
  const [first, ...others] = customers
  if (first === undefined || others.length === 0)
    return failed({ path: ['ids'], message: 'It takes two customers to join. These ids are of one already.' })
  const foreign = others.find(({ kind }) => kind !== first.kind)
  if (foreign !== undefined)
    return failed({
      path: ['ids'],
      message:
        'A company and a person are never one customer. Join companies with companies, people with people.',
    })
  const heads = others.map(({ id }) => change(first.id, id, decided, 'together'))
  const told = [...heads, ...customers.flatMap((each) => holdTogether(each, decided))]
  const all = new Set(customers.flatMap(({ records }) => records))
  const inTheWay = decided
    .filter(({ a, b, verdict }) => verdict === 'apart' && all.has(a) && all.has(b))
    .filter(({ a, b }) => !told.some((each) => each.a === a && each.b === b))
  return ok([...told, ...inTheWay.map(({ a, b, verdict }) => ({ a, b, before: verdict, after: null }))])
}

/** Ties the records of a customer to its first one, but for those that decisions tie to it already. */
function holdTogether({ id, records }: Joined, decided: readonly Decision[]): readonly DecisionChange[] {
  const held = new Set([id])
  const ties: DecisionChange[] = []
  for (const record of records) {
    reach(held, decided)
    if (held.has(record)) continue
    held.add(record)
    ties.push(change(id, record, decided, 'together'))
  }
  return ties
}

/** Adds what decisions tie to these records, over any number of steps. */
function reach(held: Set<string>, decided: readonly Decision[]): void {
  const ties = decided.filter(({ verdict }) => verdict === 'together')
  for (let size = -1; size !== held.size; ) {
    size = held.size
    for (const { a, b } of ties) if (held.has(a) !== held.has(b)) held.add(a).add(b)
  }
}

/** What has to be decided so that some records of a customer speak of another one than the rest. */
export function planPart(
  { records }: Joined,
  chosen: readonly string[],
  decided: readonly Decision[],
): Result<readonly DecisionChange[]> {
  if (!chosen.every((id) => records.includes(id)))
    return failed({
      path: ['records'],
      message:
        "One of the records is none of this customer's, or was written by hand and follows another. See `Customer.records`.",
    })
  const rest = records.filter((id) => !chosen.includes(id))
  if (chosen.length === 0 || rest.length === 0)
    return failed({
      path: ['records'],
      message: 'Name some of the records, not none or all of them: those are to be another customer.',
    })
  return ok(chosen.flatMap((one) => rest.map((other) => change(one, other, decided, 'apart'))))
}

/** What has to be decided so that two customers are not proposed as one again. */
export function planDismiss(
  one: Joined,
  other: Joined,
  decided: readonly Decision[],
): Result<readonly DecisionChange[]> {
  if (one.id === other.id)
    return failed({ path: ['ids'], message: 'These are one customer. Part its records instead.' })
  return ok([change(one.id, other.id, decided, 'apart')])
}

/**
 * What has to be decided so that two records are of one customer because their source says so; nothing where somebody has
 * decided about them. A person who takes it back decides that they are two: only a person joins them again.
 */
export function planAlias(
  one: string,
  other: string,
  decided: readonly Decision[],
): readonly DecisionChange[] {
  const told = change(one, other, decided, 'together')
  return one !== other && told.before === null ? [{ ...told, before: 'apart' }] : []
}

/** The change that takes one back; a problem where a later one has decided about the same records. */
export function planUndo(
  changes: readonly DecisionChange[],
  decided: readonly Decision[],
): Result<readonly DecisionChange[]> {
  const isLater = changes.some(({ a, b, after }) => verdictOf(a, b, decided) !== after)
  if (isLater)
    return failed({
      path: ['id'],
      message:
        'Something was decided about these records since. Undo that first; `identityChanges` lists it.',
    })
  return ok(changes.map(({ a, b, before, after }) => ({ a, b, before: after, after: before })))
}

function change(one: string, other: string, decided: readonly Decision[], after: Verdict): DecisionChange {
  const { a, b } = pairOf(one, other)
  return { a, b, before: verdictOf(a, b, decided), after }
}

function verdictOf(a: string, b: string, decided: readonly Decision[]): Verdict | null {
  return decided.find((each) => each.a === a && each.b === b)?.verdict ?? null
}
