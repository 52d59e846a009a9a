import type { Tx } from '@profilkort/database/connect'
import {
  type CustomerRow,
  findCustomers,
  findPeopleOf,
} from '@profilkort/database/customers/customers.queries'
import type { MetricScope } from '@profilkort/database/insight/metrics.queries'
import { loadRecords, type RecordsWanted } from '@profilkort/database/rules/records.queries'
import type { CustomerFacts } from '@profilkort/domain/customers/customer'
import { knownMetrics } from '@profilkort/domain/insight/metrics'
import { type CoreRule, type RecordsPart, recordsPartsOf } from '@profilkort/domain/rules/core'

/** What rules see of a customer's values. */
export function factsOf(customer: CustomerRow): CustomerFacts {
  return { attributes: customer.attributes, metrics: knownMetrics(customer.metrics) }
}

/** What these rules see of customers, by id: records and those around are read only where one speaks of them. */
export async function loadFacts(
  tx: Tx,
  scope: MetricScope,
  customers: readonly CustomerRow[],
  rules: readonly CoreRule[],
): Promise<ReadonlyMap<string, CustomerFacts>> {
  const parts = rules.flatMap(recordsPartsOf)
  const ids = customers.map(({ id }) => id)
  const wanted = wantedBy(parts)
  const records = wanted && ids.length > 0 ? await loadRecords(tx, scope.workspaceId, ids, wanted) : undefined
  const around = await loadAround(tx, scope, customers, parts)
  return new Map(
    customers.map((customer) => {
      const own = records?.get(customer.id)
      const others = around?.(customer)
      return [
        customer.id,
        {
          ...factsOf(customer),
          ...(own && { records: { ...own, kind: customer.kind } }),
          ...(others && { around: others }),
        },
      ]
    }),
  )
}

/** Which records the parts speak of; undefined for none. */
function wantedBy(parts: readonly RecordsPart[]): RecordsWanted | undefined {
  const fields = parts.flatMap((part) => ('field' in part ? [part.field] : []))
  const lists = parts.some(({ kind }) => kind === 'picked')
  const fits = fields.some(({ kind }) => kind === 'fit')
  const asksProfiled = fits || parts.some(({ kind }) => kind === 'profiled')
  if (fields.length === 0 && !lists && !asksProfiled) return undefined
  const interactions = fields.filter((field) => field.kind === 'interactions')
  const names = interactions.flatMap(({ name }) => name ?? [])
  return {
    interactions: names.length < interactions.length ? 'all' : [...new Set(names)],
    properties: interactions.some(({ property }) => property !== undefined),
    deals: fields.some(({ kind }) => kind === 'deals'),
    consents: asksProfiled || fields.some(({ kind }) => kind === 'consent'),
    lists,
    fits,
  }
}

/** The facts of companies and people, as the rules over them need them; undefined where there are none. */
async function loadAround(
  tx: Tx,
  scope: MetricScope,
  customers: readonly CustomerRow[],
  parts: readonly RecordsPart[],
): Promise<((customer: CustomerRow) => CustomerFacts['around']) | undefined> {
  const ofCompany = parts.flatMap((part) => (part.kind === 'company' ? [part.rule] : []))
  const ofPeople = parts.flatMap((part) => (part.kind === 'people' ? [part.rule] : []))
  if (ofCompany.length + ofPeople.length === 0) return undefined
  const companyIds = [...new Set(customers.flatMap(({ companyId }) => companyId ?? []))]
  const companies = ofCompany.length === 0 ? [] : await findCustomers(tx, scope, companyIds)
  const ids = customers.map(({ id }) => id)
  const people = ofPeople.length === 0 ? [] : await findPeopleOf(tx, scope, ids)
  const companyFacts = await loadFacts(tx, scope, companies, ofCompany)
  const peopleFacts = await loadFacts(tx, scope, people, ofPeople)
  const byCompany = Map.groupBy(people, ({ companyId }) => companyId)
  return ({ id, companyId }) => ({
    company: companyId === null ? undefined : companyFacts.get(companyId),
    people: (byCompany.get(id) ?? []).flatMap((person) => peopleFacts.get(person.id) ?? []),
  })
}
