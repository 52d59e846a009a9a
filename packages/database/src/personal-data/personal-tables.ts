import { type RawBuilder, type SqlBool, sql } from 'kysely'
import type { DB } from '../database.generated.ts'
import { hasWords, isCustomer, isRecord, type Person, quotesCells } from './person.ts'

/** A table that holds something of people. */
export interface PersonalTable {
  readonly table: keyof DB
  /** Which of its rows are of a person. */
  readonly isOf: (person: Person) => RawBuilder<SqlBool>
  /** What erasing makes of the rows: nothing, or rows that are kept without the person: the columns to set. */
  readonly erasure: 'delete' | ((person: Person) => RawBuilder<unknown>)
}

/**
 * All tables that hold something of people, in the order in which they are erased. What is exported about a person and
 * what is erased follow from this list alone; a test fails for a table with a record or customer in it that is neither
 * here nor in `impersonalTables`.
 */
export const personalTables: readonly PersonalTable[] = [
  { table: 'consent', isOf: (person) => isRecord(person, 'record_id'), erasure: 'delete' },
  { table: 'consent_standing', isOf: (person) => isCustomer(person, 'customer_id'), erasure: 'delete' },
  { table: 'criterion_answer', isOf: (person) => isRecord(person, 'record_id'), erasure: 'delete' },
  {
    // Accounts have to add up: what was sold for how much and when is kept, and its number where that tells nobody.
    table: 'deal',
    isOf: (person) => sql`(${isRecord(person, 'record_id')} or ${isCustomer(person, 'customer_id')})`,
    erasure: (person) => sql`customer_id = null, record_id = null, data = null,
      external_id = case when ${hasWords(person, sql`external_id`)} then 'erased:' || id else external_id end`,
  },
  {
    table: 'sales_order_line',
    isOf: (person) => sql`order_id in (
      select sold.id from sales_order as sold where sold.workspace_id = ${person.workspaceId}::uuid
        and (${isRecord(person, 'sold.record_id')} or ${isCustomer(person, 'sold.customer_id')}))`,
    erasure: () => sql`data = null, description = null`,
  },
  { table: 'sales_order', isOf: isTold, erasure: (person) => withoutWhom(person, sql``) },
  {
    table: 'customer_cost',
    isOf: isTold,
    erasure: (person) => withoutWhom(person, sql`, data = null, what = ''`),
  },
  { table: 'cost_share', isOf: (person) => isCustomer(person, 'customer_id'), erasure: 'delete' },
  {
    table: 'referral',
    isOf: (person) => sql`(${isRecord(person, 'record_id')} or ${isRecord(person, 'referred_record_id')})`,
    erasure: 'delete',
  },
  // How much support and which answers there were is kept, without who it was.
  {
    table: 'ticket',
    isOf: isTold,
    erasure: (person) => withoutWhom(person, sql`, data = null, subject = null`),
  },
  {
    table: 'nps_answer',
    isOf: isTold,
    erasure: (person) => withoutWhom(person, sql`, data = null, comment = null`),
  },
  { table: 'import_reject', isOf: (person) => hasWords(person, sql`cells::text`), erasure: 'delete' },
  { table: 'import_seen', isOf: (person) => hasWords(person, sql`external_id`), erasure: 'delete' },
  { table: 'duplicate_candidate', isOf: isEither, erasure: 'delete' },
  { table: 'identity_decision', isOf: isEither, erasure: 'delete' },
  {
    // The history of joins stays, without the person.
    table: 'identity_change',
    isOf: (person) =>
      sql`exists (select from jsonb_array_elements(decisions) as pair where ${isPaired(person)})`,
    erasure: (person) => sql`reason = '', decisions = coalesce((
      select jsonb_agg(pair) from jsonb_array_elements(decisions) as pair where not ${isPaired(person)}), '[]')`,
  },
  {
    // What an import noticed quotes cells; notes that quote the person go, the numbers stay.
    table: 'import',
    isOf: (person) =>
      sql`(${hasWords(person, sql`mapping::text`)} or ${hasWords(person, sql`file_name`)}
        or ${isIn(person, 'proposal')} or ${isIn(person, 'remarks')} or ${isIn(person, 'request')} or exists (
        select from jsonb_array_elements(report -> 'notes') as note where ${isOnPerson(person)}))`,
    erasure: (person) => sql`
      proposal = case when ${isIn(person, 'proposal')} then null else proposal end,
      remarks = case when ${isIn(person, 'remarks')} then '{"reader": [], "writer": []}' else remarks end,
      request = case when ${isIn(person, 'request')} then '{}' else request end,
      file_name = case when ${hasWords(person, sql`file_name`)} then 'erased' else file_name end,
      mapping = case when ${hasWords(person, sql`mapping::text`)} then '{}' else mapping end,
      report = report || jsonb_build_object('notes', coalesce((
        select jsonb_agg(note) from jsonb_array_elements(report -> 'notes') as note
        where not ${isOnPerson(person)}), '[]'))`,
  },
  {
    // A mapping that people keep may correct cells by what stands in them.
    table: 'import_mapping',
    isOf: (person) => hasWords(person, sql`mapping::text`),
    erasure: (person) => sql`mapping = mapping || jsonb_build_object('columns', (
      select jsonb_agg(case when ${hasWords(person, sql`(col -> 'corrections')::text`)} then col - 'corrections' else col end)
      from jsonb_array_elements(mapping -> 'columns') as col))`,
  },
  {
    // Answers that are kept for a day, for writes that are sent again.
    table: 'idempotent_request',
    isOf: (person) => sql`(${hasWords(person, sql`answer`)} or ${quotesCells(person, sql`answer`)})`,
    erasure: () => sql`answer = null, is_committed = true`,
  },
  { table: 'former_value', isOf: (person) => isRecord(person, 'record_id'), erasure: 'delete' },
  {
    // What single values were to become is said in a migration's own words.
    table: 'attribute_change',
    isOf: (person) =>
      sql`(${hasWords(person, sql`migration::text`)} or ${quotesCells(person, sql`migration::text`)})`,
    erasure: () => sql`migration = migration - 'values' - 'from'`,
  },
  {
    table: 'interaction',
    isOf: (person) => sql`(record_id = any(${[...person.recordIds]}::uuid[])
      or (record_id is null and user_id is null and (source, anonymous_id) in (
        select visitor.source, visitor.anonymous_id from visitor where visitor.workspace_id = ${person.workspaceId}::uuid
          and (visitor.source, visitor.user_id) in (${calledBySources(person)})))
      or (record_id is null and user_id is not null and (source, user_id) in (${calledBySources(person)})))`,
    erasure: 'delete',
  },
  {
    table: 'visitor',
    isOf: (person) => sql`((source, user_id) in (${calledBySources(person)})
      or (source, anonymous_id) in (${calledBySources(person)}))`,
    erasure: 'delete',
  },
  {
    table: 'identity_claim',
    isOf: (person) => sql`((source, claim ->> 'userId') in (${calledBySources(person)})
      or (source, claim ->> 'previousId') in (${calledBySources(person)}))`,
    erasure: 'delete',
  },
  { table: 'returned_record', isOf: (person) => isRecord(person, 'record_id'), erasure: 'delete' },
  { table: 'identifier', isOf: (person) => isRecord(person, 'record_id'), erasure: 'delete' },
  { table: 'source_record', isOf: (person) => isRecord(person, 'id'), erasure: 'delete' },
  { table: 'customer', isOf: (person) => isCustomer(person, 'id'), erasure: 'delete' },
]

/** Tables with a record or customer in them that hold nothing of people, and why. */
export const impersonalTables: { readonly [table: string]: string } = {}

function isIn(person: Person, column: 'proposal' | 'remarks' | 'request'): RawBuilder<SqlBool> {
  const text = sql`${sql.ref(column)}::text`
  return sql`(${hasWords(person, text)} or ${quotesCells(person, text)})`
}

/** What sources call the person: source and id. */
function calledBySources({ workspaceId, recordIds }: Person): RawBuilder<unknown> {
  return sql`select record.source, record.external_id from source_record as record
    where record.workspace_id = ${workspaceId}::uuid and record.id = any(${[...recordIds]}::uuid[])`
}

function isOnPerson(person: Person): RawBuilder<SqlBool> {
  const message = sql`note ->> 'message'`
  return sql`(${hasWords(person, message)} or ${quotesCells(person, message)})`
}

function isTold(person: Person): RawBuilder<SqlBool> {
  return sql`(${isRecord(person, 'record_id')} or ${isCustomer(person, 'customer_id')})`
}

/** Accounts have to add up: amounts and days are kept, and the number where that tells nobody. */
function withoutWhom(person: Person, more: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`customer_id = null, record_id = null,
    external_id = case when ${hasWords(person, sql`external_id`)} then 'erased:' || id else external_id end${more}`
}

function isEither(person: Person): RawBuilder<SqlBool> {
  return sql`(${isRecord(person, 'a')} or ${isRecord(person, 'b')})`
}

function isPaired({ recordIds }: Person): RawBuilder<SqlBool> {
  return sql`((pair ->> 'a')::uuid = any(${[...recordIds]}::uuid[]) or (pair ->> 'b')::uuid = any(${[...recordIds]}::uuid[]))`
}
