import type { Tx } from '@profilkort/database/connect'
import { findCompaniesByName, type NamedCustomer } from '@profilkort/database/imports/save-customers.queries'
import { findTargets } from '@profilkort/database/imports/source-records.queries'
import { foldName } from '@profilkort/domain/customers/name-key'
import type { ImportedRow } from '@profilkort/domain/imports/read-row'
import type { WriteScope } from './write-customers.ts'

/** The company a row belongs to: found, several of the name, none of the name yet, or none named at all. */
export interface FoundCompany {
  readonly id?: string
  readonly problem?: 'blank' | 'ambiguous' | 'unknown'
}

/** The company of each row by external id: by the source's own company id, else by name, the same source's first. */
export async function findCompanies(
  tx: Tx,
  { workspaceId, source }: Pick<WriteScope, 'workspaceId' | 'source'>,
  rows: readonly ImportedRow[],
): Promise<ReadonlyMap<string, FoundCompany>> {
  const companyIds = rows.flatMap(({ parts }) => parts.companyId ?? [])
  const nameKeys = [
    ...new Set(rows.flatMap(({ parts }) => (parts.companyName ? [foldName(parts.companyName)] : []))),
  ]
  const targets = await findTargets(tx, { workspaceId, source, kind: 'company' }, companyIds)
  const byName = Map.groupBy(await findCompaniesByName(tx, workspaceId, nameKeys), ({ nameKey }) => nameKey)
  return new Map(rows.map((row) => [row.externalId, find(row, source, targets, byName)]))
}

function find(
  { parts: { companyId, companyName } }: ImportedRow,
  source: string,
  targets: ReadonlyMap<string, string>,
  byName: ReadonlyMap<string, readonly NamedCustomer[]>,
): FoundCompany {
  const target = companyId === undefined ? undefined : targets.get(companyId)
  if (target !== undefined) return { id: target }
  if (companyName === undefined) return { problem: companyId === undefined ? 'blank' : 'unknown' }
  const all = byName.get(foldName(companyName)) ?? []
  const own = all.filter(({ sources }) => sources.includes(source))
  const [only, ...others] = own.length > 0 ? own : all
  if (only === undefined) return { problem: 'unknown' }
  return others.length === 0 ? { id: only.id } : { problem: 'ambiguous' }
}
