import { randomUUID } from 'node:crypto'
import { isDeepStrictEqual } from 'node:util'
import type { Tx } from '@profilkort/database/connect'
import type { Counts } from '@profilkort/database/imports/counts'
import {
  type CustomerToSave,
  findByIdentifiers,
  findCompaniesByName,
  findSources,
  type IdentifierKind,
  loadCustomersToSave,
  saveCustomers,
  saveIdentifiers,
} from '@profilkort/database/imports/save-customers.queries'
import { findTargets, saveSourceRecords } from '@profilkort/database/imports/source-records.queries'
import type { Value } from '@profilkort/domain/attributes/attribute'
import { foldName } from '@profilkort/domain/customers/name-key'
import type { NoteBook } from '@profilkort/domain/imports/notes'
import type { ImportedRow } from '@profilkort/domain/imports/read-row'
import { count } from '@profilkort/domain/imports/read-value'
import { customerStage } from '@profilkort/domain/imports/stages'
import { findCompanies } from './find-companies.ts'

export interface WriteScope {
  readonly workspaceId: string
  readonly source: string
  /** ISO 4217, of amounts whose column names none. */
  readonly currency: string
  readonly now: Date
  readonly notes: NoteBook
}

type Kind = 'company' | 'contact'

/** Writes a batch of companies or contacts. Values that a row leaves blank stay as they were. */
export async function writeCustomers(
  tx: Tx,
  scope: WriteScope,
  kind: Kind,
  rows: readonly ImportedRow[],
): Promise<Counts> {
  const ids = await resolveIds(tx, scope, kind, rows)
  const before = await loadCustomersToSave(tx, scope.workspaceId, [...ids.values()])
  const companies = kind === 'contact' ? await findCompanies(tx, scope, rows) : undefined
  let [inserted, changed] = [0, 0]
  const toSave: CustomerToSave[] = []
  for (const row of rows) {
    const id = ids.get(row.externalId) ?? ''
    const old = before.get(id)
    const next = merge(scope, kind, row, id, old, companies?.get(row.externalId)?.id)
    if (old === undefined) inserted++
    else if (isDeepStrictEqual(old, next)) continue
    else changed++
    toSave.push(next)
  }
  await saveCustomers(tx, scope.workspaceId, toSave)
  await keepIdentifiers(tx, scope, kind, rows, ids)
  const { workspaceId, source } = scope
  const records = rows.map(({ externalId, raw }) => ({
    externalId,
    data: raw,
    targetId: ids.get(externalId) ?? '',
  }))
  await saveSourceRecords(tx, { workspaceId, source, kind }, records)
  return { inserted, changed, unchanged: rows.length - inserted - changed }
}

/**
 * Which customer each row speaks of: the one the source's id stood for before; else the one with its organisation
 * number or e-mail that only other sources have told of; else a company that only a deal has named; else a new one.
 */
async function resolveIds(
  tx: Tx,
  { workspaceId, source }: WriteScope,
  kind: Kind,
  rows: readonly ImportedRow[],
): Promise<ReadonlyMap<string, string>> {
  const known = await findTargets(
    tx,
    { workspaceId, source, kind },
    rows.map(({ externalId }) => externalId),
  )
  const fresh = rows.filter(({ externalId }) => !known.has(externalId))
  const ids = new Map(known)
  if (fresh.length === 0) return ids
  const holders = await findByIdentifiers(
    tx,
    workspaceId,
    fresh.flatMap((row) => identifiersOf(kind, row)),
  )
  const sources = await findSources(tx, workspaceId, kind, [...holders.values()])
  const nameKeys = fresh.map(({ parts }) => foldName(parts.name ?? '')).filter((name) => name !== '')
  const named = kind === 'company' ? await findCompaniesByName(tx, workspaceId, nameKeys) : []
  const taken = new Set<string>()
  for (const row of fresh) {
    const [identifier] = identifiersOf(kind, row)
    const holder = identifier && holders.get(`${identifier.kind} ${identifier.value}`)
    const byIdentifier = holder && !sources.get(holder)?.includes(source) ? holder : undefined
    const onlyNamed = named.filter(
      ({ nameKey, sources: told }) => nameKey === foldName(row.parts.name ?? '') && told.length === 0,
    )
    const id = [byIdentifier, onlyNamed.length === 1 ? onlyNamed[0]?.id : undefined].find(
      (candidate) => candidate !== undefined && !taken.has(candidate),
    )
    const chosen = id ?? randomUUID()
    taken.add(chosen)
    ids.set(row.externalId, chosen)
  }
  return ids
}

function merge(
  { source, now }: WriteScope,
  kind: Kind,
  row: ImportedRow,
  id: string,
  old: CustomerToSave | undefined,
  companyId: string | undefined,
): CustomerToSave {
  const attributes: { [key: string]: Value } = { ...old?.attributes }
  const provenance = { ...old?.provenance }
  const said = { source, at: now.getTime() }
  for (const [key, value] of Object.entries(row.attributes)) {
    if (isDeepStrictEqual(attributes[key], value)) continue
    attributes[key] = value
    provenance[key] = said
  }
  const stage = row.parts.stage === undefined ? undefined : customerStage(row.parts.stage)
  if (stage !== undefined && stage !== old?.stage) provenance.stage = said
  // A customer keeps the name that the first source gave it; others may spell it otherwise.
  const ownsName = old === undefined || provenance.name === undefined || provenance.name.source === source
  const fallback =
    typeof attributes.organisationNumber === 'string' ? attributes.organisationNumber : row.externalId
  const name = (ownsName ? row.parts.name : undefined) ?? old?.name ?? fallback
  if (name !== old?.name) provenance.name = said
  return {
    id,
    kind: kind === 'company' ? 'company' : 'person',
    stage: stage ?? old?.stage ?? 'lead',
    name,
    nameKey: foldName(name),
    companyId: companyId ?? old?.companyId ?? null,
    attributes,
    provenance,
  }
}

function identifiersOf(
  kind: Kind,
  { attributes }: ImportedRow,
): readonly { readonly kind: IdentifierKind; readonly value: string }[] {
  const { organisationNumber, email } = attributes
  if (kind === 'company' && typeof organisationNumber === 'string') {
    const value = organisationNumber
      .toUpperCase()
      .replaceAll(/[^0-9A-Z]/g, '')
      .replace(/^NO(?=\d)|MVA$/g, '')
    return value === '' ? [] : [{ kind: 'organisationNumber', value }]
  }
  return kind === 'contact' && typeof email === 'string'
    ? [{ kind: 'email', value: email.toLowerCase() }]
    : []
}

async function keepIdentifiers(
  tx: Tx,
  { workspaceId, notes }: WriteScope,
  kind: Kind,
  rows: readonly ImportedRow[],
  ids: ReadonlyMap<string, string>,
): Promise<void> {
  const given = rows.flatMap((row) =>
    identifiersOf(kind, row).map((identifier) => ({
      ...identifier,
      line: row.line,
      customerId: ids.get(row.externalId) ?? '',
    })),
  )
  await saveIdentifiers(tx, workspaceId, given)
  const holders = await findByIdentifiers(tx, workspaceId, given)
  for (const { kind: what, value, line, customerId } of given) {
    if (holders.get(`${what} ${value}`) === customerId) continue
    notes.add('sharedIdentifier', what, line, (shared) =>
      what === 'email'
        ? `${count(shared)} with an e-mail that another contact has already; each stays a contact of its own.`
        : `${count(shared)} with an organisation number that another company of this source has already; each stays a company of its own.`,
    )
  }
}
