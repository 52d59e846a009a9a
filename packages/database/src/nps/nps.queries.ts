import type { CoreRule } from '@profilkort/domain/rules/core'
import { sql } from 'kysely'
import type { Tx } from '../connect.ts'
import { holds } from '../customers/customers.queries.ts'
import { customerMetrics, type MetricScope } from '../insight/metrics.queries.ts'
import { joiningAllWhere } from '../joining-all.ts'

export interface NpsAnswerRow {
  readonly id: string
  readonly source: string
  readonly customerId: string
  /** A day, `2026-11-23`. */
  readonly answeredOn: string
  /** 0 to 10. */
  readonly score: number
  readonly comment: string | null
}

/** The answers of customers, the latest first, at most 100 of each. */
export async function listNpsAnswers(
  tx: Tx,
  workspaceId: string,
  customerIds: readonly string[],
): Promise<readonly NpsAnswerRow[]> {
  const { rows } = await sql<NpsAnswerRow>`-- listNpsAnswers
    select own.* from unnest(${[...customerIds]}::uuid[]) as asked(customer) cross join lateral (
      select id, source, customer_id as "customerId", answered_on as "answeredOn", score, comment
      from nps_answer where workspace_id = ${workspaceId}::uuid and customer_id = asked.customer
      order by answered_on desc, created_at desc, id desc limit 100) as own`.execute(tx)
  return rows
}

/** How often each score was given: at its own index, 0 to 10. */
export async function countScores(
  tx: Tx,
  scope: MetricScope,
  {
    from,
    to,
    rule,
  }: {
    readonly from?: string | undefined
    readonly to?: string | undefined
    readonly rule?: CoreRule | undefined
  },
): Promise<readonly number[]> {
  const { workspaceId, source } = scope
  const those =
    rule &&
    tx
      .with('metrics', () => customerMetrics(tx, scope))
      .selectFrom('customer')
      .innerJoin('metrics', 'metrics.customer_id', 'customer.id')
      .where('customer.workspace_id', '=', workspaceId)
      .where(holds(rule, scope))
      .select('customer.id')
  const query = sql<{ score: number; count: number }>`-- countScores
    select score, count(*) as count from nps_answer where workspace_id = ${workspaceId}::uuid
      ${from === undefined ? sql`` : sql`and answered_on >= ${from}::date`}
      ${to === undefined ? sql`` : sql`and answered_on <= ${to}::date`}
      ${source === undefined ? sql`` : sql`and source = ${source}`}
      ${those === undefined ? sql`` : sql`and customer_id in (${those})`}
    group by score`
  const { rows } = await joiningAllWhere(rule !== undefined, tx, query)
  return Array.from({ length: 11 }, (_, score) => rows.find((row) => row.score === score)?.count ?? 0)
}
