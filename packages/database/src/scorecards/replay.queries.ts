import type { Answers } from '@profilkort/domain/scorecards/fit'
import type { Outcomes } from '@profilkort/domain/scorecards/replay'
import type { CriterionAnswer, Points } from '@profilkort/domain/scorecards/scorecard'
import { sql } from 'kysely'
import type { Tx } from '../connect.ts'
import { type Use, whereMayBeUsed } from '../consents/may-be-used.ts'
import type { MetricScope } from '../insight/metrics.queries.ts'
import { toEvidence } from './answers.queries.ts'

/** A customer with what became of its deals. */
export interface OutcomesRow extends Outcomes {
  readonly customerId: string
}

/**
 * The customers of a kind that deals were closed of after a day and until the scope's, with what became of them; those
 * that may not be used are left out. At most `limit` of them, those whose deals were closed last.
 */
export async function listOutcomes(
  tx: Tx,
  { workspaceId, currency, asOf }: MetricScope,
  after: string,
  { kind, use, limit }: { readonly kind: string; readonly use: Use; readonly limit: number },
): Promise<readonly OutcomesRow[]> {
  const { rows } = await sql<OutcomesRow>`-- listOutcomes
    select closed.* from (
      select customer_id as "customerId", count(*) filter (where status = 'won')::float8 as won,
        count(*) filter (where status = 'lost')::float8 as lost,
        coalesce(sum(value) filter (where status = 'won' and currency = ${currency}), 0)::float8 as "wonValue",
        max(closed_on) as last
      from deal
      where workspace_id = ${workspaceId}::uuid and archived_at is null and status in ('won', 'lost')
        and closed_on > ${after}::date and closed_on <= ${asOf}::date and customer_id is not null
      group by customer_id) as closed
    join customer on customer.workspace_id = ${workspaceId}::uuid and customer.id = closed."customerId"
    where customer.kind = ${kind} and ${whereMayBeUsed(use)}
    order by closed.last desc, closed."customerId" limit ${limit}`.execute(tx)
  return rows
}

/** What stood answered on a scorecard at an instant, by customer id. */
export async function loadAnswersAt(
  tx: Tx,
  workspaceId: string,
  scorecardId: string,
  customerIds: readonly string[],
  at: Date,
): Promise<ReadonlyMap<string, Answers>> {
  const { rows } = await sql<{
    readonly customerId: string
    readonly criterionKey: string
    readonly points: Points | null
    readonly note: string
    readonly by: string
    readonly at: Date
    readonly evidenced_at: Date | null
    readonly evidence: unknown
  }>`-- loadAnswersAt
    select distinct on (record.customer_id, change.criterion_key) record.customer_id as "customerId",
      change.criterion_key as "criterionKey", change.points, change.note, change.changed_by as by,
      change.changed_at as at, change.evidenced_at, change.evidence
    from source_record as record
    cross join lateral (
      select * from criterion_answer_change as change
      where change.workspace_id = ${workspaceId}::uuid and change.record_id = record.id
        and change.scorecard_id = ${scorecardId}::uuid and change.changed_at <= ${at}
      order by change.criterion_key, change.changed_at limit 10000) as change
    where record.workspace_id = ${workspaceId}::uuid and record.customer_id = any(${[...customerIds]}::uuid[])
    order by record.customer_id, change.criterion_key, change.changed_at desc, change.id desc`.execute(tx)
  const byCustomer = new Map<string, { [criterionKey: string]: CriterionAnswer }>()
  for (const { customerId, criterionKey, points, note, by, at: given, ...row } of rows) {
    if (points === null) continue
    const answers = byCustomer.get(customerId) ?? {}
    const evidence = toEvidence(row)
    answers[criterionKey] = { points, note, by, at: given.getTime(), ...(evidence ? { evidence } : {}) }
    byCustomer.set(customerId, answers)
  }
  return byCustomer
}
