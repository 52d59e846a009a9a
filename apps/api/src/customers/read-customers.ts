import type { Tx } from '@profilkort/database/connect'
import type { CustomerRow } from '@profilkort/database/customers/customers.queries'
import type { MetricScope } from '@profilkort/database/insight/metrics.queries'
import { settleRunOut } from '../consents/settle-run-out.ts'
import { type Context, insider, metricScope } from '../graphql/context.ts'

/** What of an answer could be known no more since a consent has run out. */
interface Care<Answer> {
  /** Whether it is asked by attributes of special categories. */
  readonly isSpecial?: boolean
  /** The customers in the answer. */
  readonly rowsIn?: (answer: Answer) => Iterable<Pick<CustomerRow, 'kind' | 'attributes'>>
}

/**
 * Runs queries that read customers in the viewer's workspace. What may be known no more since a consent has run out is
 * taken away before anybody reads it; that is looked up only where special categories are asked for or answered.
 */
export function readCustomers<Answer>(
  context: Context,
  work: (tx: Tx, scope: MetricScope) => Promise<Answer>,
  care: Care<Answer> = {},
): Promise<Answer> {
  return withCare(context, (scope) => context.read((tx) => work(tx, scope)), care)
}

/** The same for what reads customers otherwise than in one transaction; it may be asked twice. */
export async function withCare<Answer>(
  context: Context,
  ask: (scope: MetricScope) => Promise<Answer>,
  { isSpecial = false, rowsIn = () => [] }: Care<Answer>,
): Promise<Answer> {
  const { db, now, viewer } = context
  const { workspaceId } = insider(viewer)
  if (isSpecial) await settleRunOut(db, workspaceId, now)
  const scope = await metricScope(context)
  const answer = await ask(scope)
  const { attributes } = await context.catalogue()
  const isSensitive = (key: string) => attributes.get(key)?.sensitive
  const hasSpecial = [...rowsIn(answer)].some((row) => Object.keys(row.attributes).some(isSensitive))
  if (!hasSpecial || !(await settleRunOut(db, workspaceId, now))) return answer
  return ask(scope)
}
