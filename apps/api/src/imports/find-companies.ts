import { randomUUID } from 'node:crypto'
import type { Tx } from '@profilkort/database/connect'
import {
  findCompaniesByName,
  type NamedCustomer,
  saveCustomers,
} from '@profilkort/database/imports/save-customers.queries'
import { findTargets, saveSourceRecords } from '@profilkort/database/imports/source-records.queries'
import { foldName } from '@profilkort/domain/customers/name-key'
import type { ImportedRow } from '@profilkort/domain/imports/read-row'
import { count } from '@profilkort/domain/imports/read-value'
import type { WriteScope } from './write-scope.ts'

type Found = { readonly id: string } | { readonly problem: 'blank' | 'ambiguous' | 'unknown' }

/**
 * The company that each row of deals or contacts belongs to, by external id: by the source's own company id, else by
 * name, the same source's first. A company that only these rows name is added by its name, so that they count for it.
 * Rows without one, or with a name that several companies have, belong to none; both are noted.
 */
export async function findOrAddCompanies(
  tx: Tx,
  scope: WriteScope,
  rows: readonly ImportedRow[],
): Promise<ReadonlyMap<string, string>> {
  const found = await findCompanies(tx, scope, rows)
  const added = new Map<string, NewCompany>()
  const ids = rows.flatMap((row): (readonly [string, string])[] => {
    const company = found(row)
    if ('id' in company) return [[row.externalId, company.id]]
    const { companyId, companyName } = row.parts
    const name = companyName ?? companyId ?? ''
    tell(scope, company.problem, name, row.line)
    if (company.problem !== 'unknown') return []
    const key = companyId === undefined ? `name ${foldName(name)}` : `id ${companyId}`
    const own = added.get(key) ?? { id: randomUUID(), name, companyId }
    added.set(key, own)
    return [[row.externalId, own.id]]
  })
  await addCompanies(tx, scope, [...added.values()])
  return new Map(ids)
}

interface NewCompany {
  readonly id: string
  readonly name: string
  /** What the source knows it by, where the rows say: its own row will be known by that when it comes. */
  readonly companyId: string | undefined
}

async function addCompanies(
  tx: Tx,
  { workspaceId, source, now }: WriteScope,
  companies: readonly NewCompany[],
): Promise<void> {
  const provenance = { name: { source, at: now.getTime() } }
  await saveCustomers(
    tx,
    workspaceId,
    companies.map(({ id, name }) => ({
      id,
      kind: 'company',
      stage: 'lead',
      name,
      nameKey: foldName(name),
      companyId: null,
      attributes: {},
      provenance,
    })),
  )
  const records = companies.flatMap(({ id, companyId }) =>
    companyId === undefined ? [] : [{ externalId: companyId, data: {}, targetId: id }],
  )
  await saveSourceRecords(tx, { workspaceId, source, kind: 'company' }, records)
}

async function findCompanies(
  tx: Tx,
  { workspaceId, source }: WriteScope,
  rows: readonly ImportedRow[],
): Promise<(row: ImportedRow) => Found> {
  const companyIds = rows.flatMap(({ parts }) => parts.companyId ?? [])
  const names = new Set(rows.flatMap(({ parts }) => [parts.companyName, parts.companyId]))
  const nameKeys = [...names].flatMap((name) => (name === undefined ? [] : [foldName(name)]))
  const targets = await findTargets(tx, { workspaceId, source, kind: 'company' }, companyIds)
  const byName = Map.groupBy(await findCompaniesByName(tx, workspaceId, nameKeys), ({ nameKey }) => nameKey)
  return (row) => find(row, source, targets, byName)
}

function find(
  { parts: { companyId, companyName } }: ImportedRow,
  source: string,
  targets: ReadonlyMap<string, string>,
  byName: ReadonlyMap<string, readonly NamedCustomer[]>,
): Found {
  const target = companyId === undefined ? undefined : targets.get(companyId)
  if (target !== undefined) return { id: target }
  // An id that nobody knows stands for the company until its own row comes, as a name does.
  const name = companyName ?? companyId
  if (name === undefined) return { problem: 'blank' }
  const all = byName.get(foldName(name)) ?? []
  const own = all.filter(({ sources }) => sources.includes(source))
  const [only, ...others] = own.length > 0 ? own : all
  if (only === undefined) return { problem: 'unknown' }
  return others.length === 0 ? { id: only.id } : { problem: 'ambiguous' }
}

function tell({ notes }: WriteScope, problem: 'blank' | 'ambiguous' | 'unknown', name: string, line: number) {
  switch (problem) {
    case 'blank':
      return notes.add(
        'noCompany',
        '',
        line,
        (some) => `${count(some)} without a company; kept, but counted for no company.`,
      )
    case 'ambiguous':
      return notes.add(
        'ambiguousCompany',
        name,
        line,
        (some) =>
          `There are several companies called "${name}" (${count(some)}); kept, but counted for none of them. Give the rows a company id.`,
      )
    case 'unknown':
      return notes.add(
        'newCompany',
        '',
        line,
        (some) => `${count(some)} of companies that were not known; they are added with their name only.`,
      )
  }
}
