import { randomUUIDv7 } from 'node:crypto'
import { type Database, inWorkspace, type Tx } from '@profilkort/database/connect'
import { insertChange } from '@profilkort/database/identity/changes.queries'
import { findDecisions } from '@profilkort/database/identity/decisions.queries'
import {
  attachGroups,
  attachUsers,
  type ClaimRow,
  findAliases,
  findData,
  forgetUsers,
  type KeptData,
  takeClaims,
} from '@profilkort/database/interactions/claims.queries'
import { findRecordIds } from '@profilkort/database/interactions/intake.queries'
import { findWorkspace } from '@profilkort/database/workspaces/workspaces.queries'
import type { CustomerKind } from '@profilkort/domain/customers/customer'
import { planAlias } from '@profilkort/domain/identity/changes'
import { readTraits, type TraitReader } from '@profilkort/domain/interactions/read-traits'
import {
  type Claim,
  isTold,
  nothingTold,
  type Told,
  tell,
  tellGroup,
} from '@profilkort/domain/interactions/told'
import { holdAttributesOf } from '../attributes/read-catalogue.ts'
import { settleIdentity } from '../identity/settle-identity.ts'
import { type IncomingRecord, takeRecords } from '../identity/take-records.ts'
import { findReturning } from '../personal-data/suppress.ts'

/** Where claims are settled. */
interface Scope {
  readonly tx: Tx
  readonly workspaceId: string
  readonly source: string
  readonly reader: TraitReader
  readonly now: Date
}

/**
 * Settles the oldest claims that wait in a workspace: what messages said becomes what their source's records say, and
 * what users did before there was a record of them is theirs from now on. All of them or, when it throws, none.
 * @returns how many were settled
 */
export function settleClaims(db: Database, workspaceId: string, limit: number, now: Date): Promise<number> {
  return inWorkspace(db, workspaceId, async (tx) => {
    const claims = await takeClaims(tx, workspaceId, limit)
    if (claims.length === 0) return 0
    const attributes = await holdAttributesOf(tx, workspaceId)
    const currency = (await findWorkspace(tx, workspaceId))?.currency ?? 'NOK'
    for (const [source, of] of Map.groupBy(claims, (each: ClaimRow) => each.source)) {
      const scope = { tx, workspaceId, source, reader: { attributes, currency }, now }
      await settleSource(
        scope,
        of.map(({ claim }) => claim),
      )
    }
    return claims.length
  })
}

async function settleSource(scope: Scope, claims: readonly Claim[]): Promise<void> {
  const { tx, workspaceId, source } = scope
  const companies = await takeTold(scope, 'company', new Map(foldCompanies(claims)), new Map())
  const tellings = new Map(foldPersons(claims))
  const persons = await takeTold(scope, 'person', tellings, companies)
  await joinAliased(scope, claims, persons)
  await attachCompanies(scope, claims, companies)
  const unsure = claims.flatMap((claim) => (claim.kind === 'seen' && !claim.mayAdd ? [claim.userId] : []))
  const found = await findRecordIds(tx, workspaceId, { source, kind: 'person' }, unsure)
  const users = [...new Map([...found, ...persons])].map(([userId, recordId]) => ({ userId, recordId }))
  await attachUsers(tx, workspaceId, source, users)
  const refused = tellings.keys().filter((id) => !persons.has(id))
  const erased = await findErased(
    scope,
    unsure.filter((id) => !found.has(id)),
  )
  await forgetUsers(tx, workspaceId, source, [...refused, ...erased])
}

/** Gives what was done for companies to their records: those that are told of now, and those that were there by then. */
async function attachCompanies(
  { tx, workspaceId, source }: Scope,
  claims: readonly Claim[],
  told: ReadonlyMap<string, string>,
): Promise<void> {
  const grouped = claims.flatMap((claim) => (claim.kind === 'grouped' ? [claim.groupId] : []))
  const found = await findRecordIds(tx, workspaceId, { source, kind: 'company' }, [...new Set(grouped)])
  const groups = [...new Map([...found, ...told])].map(([groupId, recordId]) => ({ groupId, recordId }))
  await attachGroups(tx, workspaceId, source, groups)
}

/** Which users, of whom there is no record, were erased and are kept out. */
async function findErased(
  { tx, workspaceId, source }: Scope,
  userIds: readonly string[],
): Promise<readonly string[]> {
  if (userIds.length === 0) return []
  const known = userIds.map((externalId) => ({ source, externalId, name: null, identifiers: [] }))
  const { onReturn, erasures } = await findReturning(tx, workspaceId, { source, kind: 'person' }, known)
  return onReturn === 'refuse' ? [...erasures.keys()] : []
}

/** What is to be told of one, as a change of what was told before. */
type Telling = (told: Told) => Told

function* foldCompanies(claims: readonly Claim[]): Generator<readonly [string, Telling]> {
  const groups = claims.filter((claim) => claim.kind === 'group')
  for (const [id, of] of Map.groupBy(groups, ({ groupId }) => groupId)) {
    yield [id, (told) => of.reduce((sum, { traits, at }) => tell(sum, traits, at), told)]
  }
}

function* foldPersons(claims: readonly Claim[]): Generator<readonly [string, Telling]> {
  const named = claims
    .filter((claim) => claim.kind !== 'grouped')
    .filter((claim) => claim.kind !== 'seen' || claim.mayAdd)
  for (const [id, of] of Map.groupBy(named, ({ userId }) => userId)) {
    if (id !== undefined) yield [id, (told) => of.reduce(tellPerson, told)]
  }
}

function tellPerson(told: Told, claim: Exclude<Claim, { kind: 'grouped' }>): Told {
  switch (claim.kind) {
    case 'identify':
      return tell(told, claim.traits, claim.at)
    case 'group':
      return tellGroup(told, claim.groupId, claim.at)
    case 'seen':
    case 'alias':
      return told
  }
}

/** Takes what was told into the source's records. @returns external id to record id */
async function takeTold(
  { tx, workspaceId, source, reader, now }: Scope,
  kind: CustomerKind,
  tellings: ReadonlyMap<string, Telling>,
  companies: ReadonlyMap<string, string>,
): Promise<ReadonlyMap<string, string>> {
  if (tellings.size === 0) return new Map()
  const ids = [...tellings.keys()]
  const before = await findData(tx, workspaceId, { source, kind }, ids)
  const incoming = ids.map((id): IncomingRecord => {
    const kept = before.get(id)
    const told = tellings.get(id)?.(isTold(kept?.data) ? kept.data : nothingTold) ?? nothingTold
    const companyRecordId = told.group === undefined ? undefined : companies.get(told.group.id)
    return { ...toRecord(kind, id, told, reader), ...rowOf(kept), companyRecordId }
  })
  const taken = await takeRecords(tx, workspaceId, { source, kind }, incoming, now)
  // People that were erased have none, where the workspace keeps them out.
  return new Map(
    taken.flatMap((each, index) =>
      each.outcome === 'refused' ? [] : [[ids[index] ?? '', each.recordId] as const],
    ),
  )
}

function toRecord(kind: CustomerKind, externalId: string, told: Told, reader: TraitReader): IncomingRecord {
  const { name, values, traitOf } = readTraits(kind, told.traits, reader)
  const since = Object.entries(traitOf).map(([key, trait]) => [key, told.at[trait] ?? 0] as const)
  const group = told.group === undefined ? [] : [['$company', told.group.at] as const]
  return {
    externalId,
    name,
    values,
    since: Object.fromEntries([...since, ...group]),
    data: told,
    isMention: Object.keys(told.traits).length === 0,
  }
}

/** The row of a file that told of it stays what it was. */
function rowOf(kept: KeptData | undefined): Partial<IncomingRecord> {
  if (kept === undefined || isTold(kept.data)) return {}
  const { data, layoutId, digest } = kept
  return { data, layoutId: layoutId ?? undefined, digest: digest ?? undefined }
}

/** Joins the records of users that servers said to be one, unless a person has decided about them. */
async function joinAliased(
  { tx, workspaceId, source, now }: Scope,
  claims: readonly Claim[],
  persons: ReadonlyMap<string, string>,
): Promise<void> {
  const previous = claims.flatMap((claim) => (claim.kind === 'alias' ? [claim.previousId] : []))
  const aliases = await findAliases(tx, workspaceId, source, [...persons.keys(), ...previous])
  if (aliases.length === 0) return
  const ids = [...new Set(aliases.flatMap(({ previousId, userId }) => [previousId, userId]))]
  const records = await findRecordIds(tx, workspaceId, { source, kind: 'person' }, ids)
  const decided = await findDecisions(tx, workspaceId, [...records.values()])
  const plans = aliases.flatMap(({ previousId, userId }) => {
    const [one, other] = [records.get(previousId), records.get(userId)]
    return one === undefined || other === undefined ? [] : planAlias(one, other, decided)
  })
  const changes = new Map(plans.map((each) => [`${each.a} ${each.b}`, each]))
  // Each is a change of its own, to be taken back by itself.
  for (const change of changes.values()) {
    await insertChange(tx, workspaceId, {
      id: randomUUIDv7(),
      kind: 'join',
      decisions: [change],
      reason: 'An alias told of two ids of one user.',
      changedBy: source,
      changedAt: now,
    })
  }
  await settleIdentity(
    tx,
    workspaceId,
    [...changes.values()].flatMap(({ a, b }) => [a, b]),
    now,
  )
}
