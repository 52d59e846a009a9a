import type { CoreRule } from '@profilkort/domain/rules/core'
import { sql } from 'kysely'
import type { Tx } from '../connect.ts'
import { holds } from '../customers/customers.queries.ts'
import { type MetricScope, metricsOfCustomer } from '../insight/metrics.queries.ts'
import { joiningAllWhere } from '../joining-all.ts'
import { areMetricsAround, withMetricsAround } from '../rules/metrics-around.ts'

/** More conditions at once than this make a statement that is slow to plan. */
const mostAtOnce = 50

/** Whether each rule holds for one customer, in their order; none of them where the customer is not there. */
export async function answerRules(
  tx: Tx,
  scope: MetricScope,
  customerId: string,
  rules: readonly CoreRule[],
): Promise<readonly boolean[]> {
  const answers: boolean[] = []
  for (let from = 0; from < rules.length; from += mostAtOnce) {
    const some = rules.slice(from, from + mostAtOnce)
    const columns = some.map((rule) => sql`(${holds(rule, scope)}) is true`)
    const query = sql<{ answers: boolean[] }>`-- answerRules
      ${withMetricsAround(tx, scope, some)}
      select array[${sql.join(columns)}] as answers
      from customer cross join lateral (${metricsOfCustomer(tx, scope)}) as metrics
      where customer.workspace_id = ${scope.workspaceId}::uuid and customer.id = ${customerId}::uuid`
    const { rows } = await joiningAllWhere(areMetricsAround(some), tx, query)
    answers.push(...(rows[0]?.answers ?? some.map(() => false)))
  }
  return answers
}
