import { hash, randomUUIDv7 } from 'node:crypto'
import type { Tx } from '@profilkort/database/connect'
import { lockIdentity } from '@profilkort/database/identity/neighbours.queries'
import {
  changeIdentifiers,
  findRecords,
  type RecordRow,
  type RecordToSave,
  type SourceScope,
  saveRecords,
} from '@profilkort/database/identity/records.queries'
import { insertReturned } from '@profilkort/database/personal-data/suppression.queries'
import type { Value, Values } from '@profilkort/domain/attributes/attribute'
import type { CustomerStage } from '@profilkort/domain/customers/customer'
import { foldName } from '@profilkort/domain/customers/name-key'
import { spokenValues } from '@profilkort/domain/identity/record'
import { isSame } from '@profilkort/domain/profiles/same'
import { findReturning } from '../personal-data/suppress.ts'
import { identifiersOf } from './identifiers.ts'
import { type Settled, settleIdentity } from './settle-identity.ts'

/** What a source says now of one customer. What it leaves out stays as it said it before, unless it `isWhole`. */
export interface IncomingRecord {
  /** What the source knows it by. */
  readonly externalId: string
  readonly name?: string | undefined
  readonly stage?: CustomerStage | undefined
  /** Of a contact: a record of its company. */
  readonly companyRecordId?: string | undefined
  readonly values: Values
  /** Whether what it leaves out is no longer said; false when not given. */
  readonly isWhole?: boolean
  /** When it said what it says, in milliseconds by key, `$name` and `$company` among them; now where not given. */
  readonly since?: { readonly [key: string]: number } | undefined
  /** Keys of what is said anew: from now on, though it was said before. */
  readonly anew?: readonly string[]
  /** Tokens beside those that the values give. */
  readonly tokens?: readonly string[]
  /** As the source said it; with a layout, the cells under its headers. */
  readonly data: unknown
  readonly layoutId?: string | undefined
  readonly digest?: string | undefined
  /** Whether it was only named by others; false when not given. */
  readonly isMention?: boolean
  /** Of what a person writes on a customer by hand: the record it is written on. */
  readonly attachedTo?: string | undefined
}

/** What became of an incoming record. */
export interface TakenRecord {
  readonly recordId: string
  readonly customerId: string
  /** `inserted`: a customer that was not known. `changed`: one that is not as it was, or that another source told of. */
  readonly outcome: 'inserted' | 'changed' | 'unchanged'
  /** What the record is known by: tokens. */
  readonly identifiers: readonly string[]
}

/** A record that was not taken: its person was erased, and the workspace keeps it out. */
export interface RefusedRecord {
  readonly outcome: 'refused'
  /** The receipt of the erasure. */
  readonly erasureId: string
}

/**
 * The one way in for what sources say of customers: keeps each record, and settles which customers they speak of. The
 * same again changes nothing. External ids are of one source and kind, each once. People that were erased are refused or
 * flagged, as the workspace chose; companies never are.
 * @returns what became of each, in the order given
 */
export async function takeRecords(
  tx: Tx,
  workspaceId: string,
  scope: SourceScope & { readonly kind: 'company' },
  incoming: readonly IncomingRecord[],
  now: Date,
): Promise<readonly TakenRecord[]>
export async function takeRecords(
  tx: Tx,
  workspaceId: string,
  scope: SourceScope,
  incoming: readonly IncomingRecord[],
  now: Date,
): Promise<readonly (TakenRecord | RefusedRecord)[]>
export async function takeRecords(
  tx: Tx,
  workspaceId: string,
  scope: SourceScope,
  incoming: readonly IncomingRecord[],
  now: Date,
): Promise<readonly (TakenRecord | RefusedRecord)[]> {
  await lockIdentity(tx, workspaceId)
  const externalIds = incoming.map(({ externalId }) => externalId)
  const before = await findRecords(tx, workspaceId, scope, externalIds)
  const all = incoming.map((each) => toRecord(scope, each, before.get(each.externalId), now))
  const { onReturn, erasures } = await findReturning(tx, workspaceId, scope, all)
  const refused = onReturn === 'refuse' ? erasures : new Map<string, string>()
  const records = all.filter(({ externalId }) => !refused.has(externalId))
  const anew = new Set(incoming.filter((each) => each.anew?.length).map(({ externalId }) => externalId))
  const isNews = (record: RecordToSave) =>
    anew.has(record.externalId) || !saysTheSame(record, before.get(record.externalId))
  const fresh = records.filter(isNews)
  const rewritten = records.filter(({ externalId, digest }) => before.get(externalId)?.digest !== digest)
  await saveRecords(tx, workspaceId, [...new Set([...fresh, ...rewritten])])
  await changeIdentifiers(tx, workspaceId, holdings(fresh, before))
  const settled = await settleIdentity(
    tx,
    workspaceId,
    fresh.map(({ id }) => id),
    now,
  )
  const returned = records.flatMap(({ id: recordId, externalId }) => {
    const erasureId = erasures.get(externalId)
    return erasureId === undefined ? [] : [{ recordId, erasureId }]
  })
  await insertReturned(tx, workspaceId, returned, now)
  return all.map((record) => {
    const erasureId = refused.get(record.externalId)
    if (erasureId !== undefined) return { outcome: 'refused', erasureId }
    const customerId = settled.customers.get(record.id) ?? record.customerId
    const outcome = outcomeOf(record, before.get(record.externalId), customerId, settled)
    return { recordId: record.id, customerId, outcome, identifiers: record.identifiers }
  })
}

function outcomeOf(
  record: RecordToSave,
  old: RecordRow | undefined,
  customerId: string,
  { changed }: Settled,
): TakenRecord['outcome'] {
  if (old === undefined) return customerId === record.id ? 'inserted' : 'changed'
  const isToldNow = old.isMention && !record.isMention
  return isToldNow || changed.has(customerId) ? 'changed' : 'unchanged'
}

/** The record from now on; what it says again keeps the time it was first said. */
export function toRecord(
  { source, kind }: SourceScope,
  incoming: IncomingRecord,
  old: RecordRow | undefined,
  now: Date,
): RecordToSave {
  const id = old?.id ?? randomUUIDv7()
  const before = incoming.isWhole === true ? undefined : old
  const values = { ...before?.values, ...incoming.values }
  const spoken = {
    name: incoming.name ?? before?.name ?? null,
    stage: incoming.stage ?? before?.stage ?? null,
    companyRecordId: incoming.companyRecordId ?? before?.companyRecordId ?? null,
    values,
  }
  const identifiers = [...new Set([...identifiersOf(kind, values), ...(incoming.tokens ?? [])])].toSorted()
  return {
    id,
    kind,
    source,
    externalId: incoming.externalId,
    customerId: old?.customerId ?? id,
    ...spoken,
    nameKey: spoken.name === null ? null : foldName(spoken.name),
    isMention: (incoming.isMention ?? false) && (old?.isMention ?? true),
    attachedTo: incoming.attachedTo ?? old?.attachedTo ?? null,
    ...times(spokenValues(spoken), old, incoming, now.getTime()),
    identifiers,
    data: incoming.data,
    layoutId: incoming.layoutId ?? null,
    digest: incoming.digest ?? digestOf(incoming.data),
  }
}

/** Since when each is said: where it is new, since it was said, else now. */
function times(
  said: Partial<Values>,
  old: RecordRow | undefined,
  { since: given = {}, anew = [] }: Pick<IncomingRecord, 'since' | 'anew'>,
  now: number,
): Pick<RecordToSave, 'saidAt' | 'saidSince'> {
  const before: { readonly [key: string]: Value | undefined } = old === undefined ? {} : spokenValues(old)
  const saidAt = old?.saidAt ?? now
  const since = Object.entries(said).flatMap(([key, value]): [string, number][] => {
    const isOld = old !== undefined && !anew.includes(key) && isSame(before[key], value)
    const at = isOld ? (old.saidSince?.[key] ?? saidAt) : (given[key] ?? now)
    return at === saidAt ? [] : [[key, at]]
  })
  return { saidAt, saidSince: since.length === 0 ? null : Object.fromEntries(since) }
}

function digestOf(data: unknown): string {
  return hash('sha256', JSON.stringify(data), 'base64url').slice(0, 16)
}

/** Whether a record says what it said; how it was written down does not matter. */
function saysTheSame(record: RecordToSave, old: RecordRow | undefined): boolean {
  return (
    old !== undefined &&
    record.isMention === old.isMention &&
    isSame(record.identifiers, old.identifiers) &&
    isSame(spokenValues(record), spokenValues(old))
  )
}

function holdings(records: readonly RecordToSave[], before: ReadonlyMap<string, RecordRow>) {
  const held = (of: readonly { readonly id: string; readonly identifiers: readonly string[] }[]) =>
    of.flatMap(({ id, identifiers }) => identifiers.map((token) => ({ token, recordId: id })))
  const old = records.flatMap(({ externalId }) => before.get(externalId) ?? [])
  const now = new Set(held(records).map(({ token, recordId }) => `${recordId} ${token}`))
  const then = new Set(held(old).map(({ token, recordId }) => `${recordId} ${token}`))
  return {
    gone: held(old).filter(({ token, recordId }) => !now.has(`${recordId} ${token}`)),
    added: held(records).filter(({ token, recordId }) => !then.has(`${recordId} ${token}`)),
  }
}
