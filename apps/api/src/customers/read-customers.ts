import type { Tx } from '@profilkort/database/connect'
import type { MetricScope } from '@profilkort/database/insight/metrics.queries'
import { settleRunOut } from '../consents/settle-run-out.ts'
import { type Context, insider, metricScope } from '../graphql/context.ts'

const settled = new WeakMap<Context, Promise<void>>()

/**
 * Runs queries that read customers in the viewer's workspace. What may be known no more since a consent has run out is
 * taken away first, once a request, so that nobody reads it until the worker comes round.
 */
export async function readCustomers<Answer>(
  context: Context,
  work: (tx: Tx, scope: MetricScope) => Promise<Answer>,
): Promise<Answer> {
  const { workspaceId } = insider(context.viewer)
  const settling = settled.get(context) ?? settleRunOut(context.db, workspaceId, context.now)
  settled.set(context, settling)
  await settling
  const scope = await metricScope(context)
  return context.read((tx) => work(tx, scope))
}
