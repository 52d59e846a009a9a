import type { Tx } from '@profilkort/database/connect'
import { findRecords } from '@profilkort/database/identity/records.queries'
import { count } from '@profilkort/domain/imports/notes'
import type { ImportedRow } from '@profilkort/domain/imports/read-row'
import { takeRecords } from '../identity/take-records.ts'
import type { CompanyOf } from './chunks/chunk.ts'
import { findOrAddCompanies } from './find-companies.ts'
import type { WriteScope } from './write-scope.ts'

/**
 * Whom each row tells of, by external id: the company it names, else the person. A person is known by the source's own
 * id, else by e-mail, and is added by what the row says when the source has not told of it. Rows that name nobody
 * belong to nobody and are noted, unless `isPerson`: then what the source knows the row by is what it knows the person by.
 */
export async function findOrAddSubjects(
  tx: Tx,
  scope: WriteScope,
  rows: readonly ImportedRow[],
  { isPerson = false }: { readonly isPerson?: boolean } = {},
): Promise<ReadonlyMap<string, CompanyOf>> {
  const isOfCompany = ({ parts }: ImportedRow) =>
    parts.companyId !== undefined || parts.companyName !== undefined
  const ofCompanies = rows.filter(isOfCompany)
  const companies = await findOrAddCompanies(tx, scope, ofCompanies)
  const others = rows.filter((row) => !isOfCompany(row))
  const persons = await findOrAddPersons(tx, scope, others, isPerson)
  return new Map([...companies, ...persons])
}

async function findOrAddPersons(
  tx: Tx,
  { workspaceId, source, now, notes }: WriteScope,
  rows: readonly ImportedRow[],
  isPerson: boolean,
): Promise<ReadonlyMap<string, CompanyOf>> {
  const named = new Map<string, ImportedRow[]>()
  for (const row of rows) {
    const { contactId, email, contactName } = row.parts
    const id = contactId ?? (email === undefined ? undefined : `email:${email.toLowerCase()}`)
    const personId = id ?? (isPerson || contactName !== undefined ? row.externalId : undefined)
    if (personId === undefined) {
      notes.add(
        'noCustomer',
        '',
        row.line,
        (some) => `${count(some)} of nobody; kept, but counted for no customer.`,
      )
      continue
    }
    named.set(personId, [...(named.get(personId) ?? []), row])
  }
  const known = await findRecords(tx, workspaceId, { source, kind: 'person' }, [...named.keys()])
  const unknown = [...named].filter(([id]) => !known.has(id))
  const taken = await takeRecords(
    tx,
    workspaceId,
    { source, kind: 'person' },
    unknown.map(([externalId, [first]]) => ({
      externalId,
      name: first?.parts.contactName,
      values: first?.parts.email === undefined ? {} : { email: first.parts.email },
      data: {},
      isMention: true,
    })),
    now,
  )
  const found = new Map<string, CompanyOf>()
  for (const [id, record] of known) found.set(id, { recordId: record.id, customerId: record.customerId })
  for (const [index, [id]] of unknown.entries()) {
    const person = taken[index]
    if (person !== undefined && person.outcome !== 'refused') found.set(id, person)
  }
  if (unknown.length > 0) {
    const [line = 0] = unknown.flatMap(([, own]) => own.map((row) => row.line))
    notes.add(
      'newPerson',
      '',
      line,
      () => 'Persons that were not known are added with what these rows say of them.',
    )
  }
  return new Map(
    [...named].flatMap(([id, own]) => {
      const person = found.get(id)
      return person === undefined ? [] : own.map((row) => [row.externalId, person] as const)
    }),
  )
}
