import { randomUUID } from 'node:crypto'
import type { Tx } from '@profilkort/database/connect'
import {
  findByIdentifiers,
  findCompaniesByName,
  findSources,
  loadCustomersToSave,
} from '@profilkort/database/imports/save-customers.queries'
import { findTargets } from '@profilkort/database/imports/source-records.queries'
import { foldName } from '@profilkort/domain/customers/name-key'
import type { ImportedRow } from '@profilkort/domain/imports/read-row'
import { identifiersOf } from './identifiers.ts'
import type { WriteScope } from './write-scope.ts'

/**
 * Which customer each row speaks of, by external id: the one the source's id stood for before; else the one with its
 * organisation number, domain or e-mail that only other sources have told of; else a company that was only named by
 * deals or contacts; else a new one.
 */
export async function resolveIds(
  tx: Tx,
  scope: WriteScope,
  kind: 'company' | 'contact',
  rows: readonly ImportedRow[],
): Promise<ReadonlyMap<string, string>> {
  const { workspaceId, source } = scope
  const externalIds = rows.map(({ externalId }) => externalId)
  const known = await findTargets(tx, { workspaceId, source, kind }, externalIds)
  const fresh = rows.filter(({ externalId }) => !known.has(externalId))
  if (fresh.length === 0) return known
  const findHolder = await holders(tx, scope, kind, fresh)
  const findNamed = kind === 'company' ? await onlyNamed(tx, workspaceId, fresh) : () => undefined
  const ids = new Map(known)
  const taken = new Set(known.values())
  for (const row of fresh) {
    const id = [findHolder(row), findNamed(row)].find(
      (candidate) => candidate !== undefined && !taken.has(candidate),
    )
    const chosen = id ?? randomUUID()
    taken.add(chosen)
    ids.set(row.externalId, chosen)
  }
  return ids
}

/** The customer of other sources that has one of a row's identifiers, and none that speaks against it. */
async function holders(
  tx: Tx,
  { workspaceId, source }: WriteScope,
  kind: 'company' | 'contact',
  rows: readonly ImportedRow[],
): Promise<(row: ImportedRow) => string | undefined> {
  const identifiers = rows.flatMap(({ attributes }) => identifiersOf(kind, attributes))
  const held = await findByIdentifiers(tx, workspaceId, identifiers)
  const ids = [...new Set(held.values())]
  const sources = await findSources(tx, workspaceId, kind, ids)
  const customers = await loadCustomersToSave(tx, workspaceId, ids)
  const isOther = (id: string, row: ImportedRow) => {
    const [own, theirs] = [row.attributes, customers.get(id)?.attributes ?? {}].map((attributes) =>
      identifiersOf(kind, attributes).find((each) => each.kind === 'organisationNumber'),
    )
    // Two companies of a group share a website; their organisation numbers tell them apart.
    return own !== undefined && theirs !== undefined && own.value !== theirs.value
  }
  return (row) => {
    const candidates = identifiersOf(kind, row.attributes).flatMap(
      (each) => held.get(`${each.kind} ${each.value}`) ?? [],
    )
    return candidates.find((id) => !sources.get(id)?.includes(source) && !isOther(id, row))
  }
}

/** The one company of a row's name that no source has told of in a row of its own. */
async function onlyNamed(
  tx: Tx,
  workspaceId: string,
  rows: readonly ImportedRow[],
): Promise<(row: ImportedRow) => string | undefined> {
  const nameKeys = rows.flatMap(({ parts }) => (parts.name === undefined ? [] : [foldName(parts.name)]))
  const named = await findCompaniesByName(tx, workspaceId, nameKeys)
  const byName = Map.groupBy(
    named.filter(({ sources }) => sources.length === 0),
    ({ nameKey }) => nameKey,
  )
  return ({ parts }) => {
    const [only, ...others] = byName.get(foldName(parts.name ?? '')) ?? []
    return others.length === 0 ? only?.id : undefined
  }
}
