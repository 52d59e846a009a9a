import { type RawBuilder, sql } from 'kysely'

/**
 * Every interaction of the workspace with the customer whose timeline has it, as a query to be read from: rows of
 * `customer_id` and `properties`. The same ones that `interactionsOf` finds of one customer.
 * @param counts a condition on the interaction
 */
export function interactionsDone(workspaceId: string, counts: RawBuilder<unknown>): RawBuilder<unknown> {
  const workspace = sql`${workspaceId}::uuid`
  const done = sql`select own.customer_id, done.properties from interaction as done`
  return sql`(
    ${done} join source_record as own on own.workspace_id = ${workspace} and own.id = done.record_id
      where done.workspace_id = ${workspace} and ${counts}
    union all
    ${done} join source_record as own on own.workspace_id = ${workspace} and own.id = done.company_record_id
      left join source_record as person on person.workspace_id = ${workspace} and person.id = done.record_id
      where done.workspace_id = ${workspace} and done.company_record_id is not null and ${counts}
        and person.customer_id is distinct from own.customer_id
    union all
    ${done} join visitor on visitor.workspace_id = ${workspace} and visitor.source = done.source
        and visitor.anonymous_id = done.anonymous_id
      join source_record as own on own.workspace_id = ${workspace} and own.source = visitor.source
        and own.external_id = visitor.user_id and own.kind = 'person'
      where done.workspace_id = ${workspace} and done.record_id is null and done.user_id is null and ${counts}
  ) as done`
}
