import type { Tx } from '@profilkort/database/connect'
import { findCompaniesByName, type NamedCompany } from '@profilkort/database/identity/named-companies.queries'
import { findRecords } from '@profilkort/database/identity/records.queries'
import { foldName } from '@profilkort/domain/customers/name-key'
import { count } from '@profilkort/domain/imports/notes'
import type { CompanyOf, NamedCompanyOf } from './chunks/chunk.ts'
import { findOwnCustomers } from './own-export.ts'
import { type Mention, writeMentions } from './write-mentions.ts'
import type { WriteScope } from './write-scope.ts'

/** A row of a deal or contact, as far as it names its company. */
export interface RowOfCompany {
  readonly externalId: string
  readonly line: number
  readonly parts: NamedCompanyOf
}

type Found = CompanyOf | { readonly problem: 'blank' | 'ambiguous' | 'unknown' }

/**
 * The company that each row of deals or contacts belongs to, by external id: by the source's own company id, else by
 * name, the same source's first. A company that only these rows name is added by its name, so that they count for it.
 * Rows without one, or with a name that several companies have, belong to none; both are noted.
 */
export async function findOrAddCompanies(
  tx: Tx,
  scope: WriteScope,
  rows: readonly RowOfCompany[],
): Promise<ReadonlyMap<string, CompanyOf>> {
  const found = await findCompanies(tx, scope, rows)
  const known = new Map<string, CompanyOf>()
  const unknown = new Map<string, { readonly mention: Mention; readonly of: string[] }>()
  for (const row of rows) {
    const company = found(row)
    if ('recordId' in company) {
      known.set(row.externalId, company)
      continue
    }
    const { companyId, companyName } = row.parts
    const name = companyName ?? companyId ?? ''
    tell(scope, company.problem, name, row.line)
    if (company.problem !== 'unknown') continue
    // What the source knows it by, where the rows say: its own row will be known by that when it comes.
    const externalId = companyId ?? `name:${foldName(name)}`
    const first = unknown.get(externalId) ?? { mention: { externalId, name }, of: [] }
    first.of.push(row.externalId)
    unknown.set(externalId, first)
  }
  const added = [...unknown.values()]
  const mentioned = await writeMentions(
    tx,
    scope,
    added.map((each) => each.mention),
  )
  for (const [index, { of }] of added.entries()) {
    const company = mentioned[index]
    if (company !== undefined) for (const externalId of of) known.set(externalId, company)
  }
  return known
}

async function findCompanies(
  tx: Tx,
  { workspaceId, source, isOwn }: WriteScope,
  rows: readonly RowOfCompany[],
): Promise<(row: RowOfCompany) => Found> {
  const companyIds = rows.flatMap(({ parts }) => parts.companyId ?? [])
  const names = new Set(rows.flatMap(({ parts }) => [parts.companyName, parts.companyId]))
  const nameKeys = [...names].flatMap((name) => (name === undefined ? [] : [foldName(name)]))
  const records = await findRecords(tx, workspaceId, { source, kind: 'company' }, companyIds)
  const own = await findOwnCustomers(tx, workspaceId, isOwn ? companyIds : [])
  const byName = Map.groupBy(await findCompaniesByName(tx, workspaceId, nameKeys), ({ nameKey }) => nameKey)
  return (row) => {
    const customer = own.get(row.parts.companyId ?? '')
    if (customer === undefined) return find(row, source, records, byName)
    return { recordId: customer.exportedAs, customerId: customer.id }
  }
}

function find(
  { parts: { companyId, companyName } }: RowOfCompany,
  source: string,
  records: ReadonlyMap<string, { readonly id: string; readonly customerId: string }>,
  byName: ReadonlyMap<string, readonly NamedCompany[]>,
): Found {
  const record = companyId === undefined ? undefined : records.get(companyId)
  if (record !== undefined) return { recordId: record.id, customerId: record.customerId }
  // An id that nobody knows stands for the company until its own row comes, as a name does.
  const name = companyName ?? companyId
  if (name === undefined) return { problem: 'blank' }
  const all = byName.get(foldName(name)) ?? []
  const own = all.filter((each) => each.source === source)
  const [only, ...others] = Map.groupBy(own.length > 0 ? own : all, ({ customerId }) => customerId).values()
  if (only?.[0] === undefined) return { problem: 'unknown' }
  return others.length === 0 ? only[0] : { problem: 'ambiguous' }
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
