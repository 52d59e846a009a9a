import { type RawBuilder, type SqlBool, sql } from 'kysely'
import type { DB } from '../database.generated.ts'
import { importTable } from './import-table.ts'
import { hasWords, isCustomer, isRecord, type Person, quotesCells } from './person.ts'
import { soldTables } from './sold-tables.ts'

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
  { table: 'criterion_answer_change', isOf: (person) => isRecord(person, 'record_id'), erasure: 'delete' },
  ...soldTables,
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
      or (source, claim ->> 'previousId') in (${calledBySources(person)}) or ${hasWords(person, sql`claim::text`)})`,
    erasure: 'delete',
  },
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
    table: 'import_reject',
    isOf: (person) => hasWords(person, sql`cells::text || reason`),
    erasure: 'delete',
  },
  { table: 'import_seen', isOf: (person) => hasWords(person, sql`external_id`), erasure: 'delete' },
  importTable,
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
  { table: 'segment_pick', isOf: (person) => isRecord(person, 'record_id'), erasure: 'delete' },
  // Whoever was joined had the id of a record before.
  { table: 'segment_member', isOf: (person) => isRecord(person, 'customer_id'), erasure: 'delete' },
  { table: 'segment_event', isOf: (person) => isRecord(person, 'customer_id'), erasure: 'delete' },
  { table: 'customer_fit', isOf: (person) => isRecord(person, 'customer_id'), erasure: 'delete' },
  { table: 'customer_fit_change', isOf: (person) => isRecord(person, 'customer_id'), erasure: 'delete' },
  { table: 'returned_record', isOf: (person) => isRecord(person, 'record_id'), erasure: 'delete' },
  { table: 'identifier', isOf: (person) => isRecord(person, 'record_id'), erasure: 'delete' },
  { table: 'source_record', isOf: (person) => isRecord(person, 'id'), erasure: 'delete' },
  { table: 'customer', isOf: (person) => isCustomer(person, 'id'), erasure: 'delete' },
]

/** Tables with a record or customer in them that hold nothing of people, and why. */
export const impersonalTables: { readonly [table: string]: string } = {
  customer_change: 'that an id changed or is gone, for those who keep columns; swept after a day',
}

/** What sources call the person: source and id. */
function calledBySources({ workspaceId, recordIds }: Person): RawBuilder<unknown> {
  return sql`select record.source, record.external_id from source_record as record
    where record.workspace_id = ${workspaceId}::uuid and record.id = any(${[...recordIds]}::uuid[])`
}

function isEither(person: Person): RawBuilder<SqlBool> {
  return sql`(${isRecord(person, 'a')} or ${isRecord(person, 'b')})`
}

function isPaired({ recordIds }: Person): RawBuilder<SqlBool> {
  return sql`((pair ->> 'a')::uuid = any(${[...recordIds]}::uuid[]) or (pair ->> 'b')::uuid = any(${[...recordIds]}::uuid[]))`
}
