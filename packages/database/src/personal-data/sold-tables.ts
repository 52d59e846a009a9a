import { type RawBuilder, type SqlBool, sql } from 'kysely'
import { hasWords, isCustomer, isRecord, type Person } from './person.ts'
import type { PersonalTable } from './personal-tables.ts'

/**
 * What people bought, cost and asked. Accounts have to add up and figures are to stay what they were: amounts, days and
 * minutes are kept without the person, and the number of a document where that tells nobody.
 */
export const soldTables: readonly PersonalTable[] = [
  {
    table: 'deal',
    isOf,
    erasure: (person) => sql`${apart(person)}, lost_reason = ${unlessNamed(person, 'lost_reason')},
      campaign = ${unlessNamed(person, 'campaign')}`,
  },
  {
    table: 'sales_order_line',
    isOf: (person) => sql`order_id in (
      select id from sales_order where workspace_id = ${person.workspaceId}::uuid and ${isOf(person)})`,
    erasure: (person) => sql`data = null, description = ${unlessNamed(person, 'description')},
      external_id = case when ${hasWords(person, sql`external_id`)} then 'erased:' || place else external_id end`,
  },
  {
    table: 'sales_order',
    isOf,
    erasure: (person) => sql`customer_id = null, record_id = null, external_id = ${numberOf(person)},
      campaign = ${unlessNamed(person, 'campaign')}`,
  },
  { table: 'customer_cost', isOf, erasure: (person) => sql`${apart(person)}, what = ''` },
  { table: 'ticket', isOf, erasure: (person) => sql`${apart(person)}, subject = null` },
  { table: 'nps_answer', isOf, erasure: (person) => sql`${apart(person)}, comment = null` },
  { table: 'cost_share', isOf: (person) => isCustomer(person, 'customer_id'), erasure: 'delete' },
  {
    table: 'referral',
    isOf: (person) => sql`(${isRecord(person, 'record_id')} or ${isRecord(person, 'referred_record_id')})`,
    erasure: 'delete',
  },
]

function isOf(person: Person): RawBuilder<SqlBool> {
  return sql`(${isRecord(person, 'record_id')} or ${isCustomer(person, 'customer_id')})`
}

/** What parts a row from its person. */
function apart(person: Person): RawBuilder<unknown> {
  return sql`customer_id = null, record_id = null, data = null, external_id = ${numberOf(person)}`
}

function numberOf(person: Person): RawBuilder<unknown> {
  return sql`case when ${hasWords(person, sql`external_id`)} then 'erased:' || id else external_id end`
}

function unlessNamed(person: Person, column: string): RawBuilder<unknown> {
  return sql`case when ${hasWords(person, sql.ref(column))} then null else ${sql.ref(column)} end`
}
