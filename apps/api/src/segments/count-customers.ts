import { countCustomers as countInColumns } from '@profilkort/analytics/customers/filter'
import type { Use } from '@profilkort/database/consents/may-be-used'
import { countByRules } from '@profilkort/database/customers/customers.queries'
import type { MetricScope } from '@profilkort/database/insight/metrics.queries'
import { findHolding } from '@profilkort/database/rules/records.queries'
import { countPicked } from '@profilkort/database/segments/picks.queries'
import { type CoreRule, heldPartsOf } from '@profilkort/domain/rules/core'
import { lower } from '@profilkort/domain/rules/lower'
import type { Rule } from '@profilkort/domain/rules/rule'
import DataLoader from 'dataloader'
import { useFor } from '../consents/uses.ts'
import { withCare } from '../customers/read-customers.ts'
import { fewestShown, isSpecial } from '../customers/special-categories.ts'
import { batched } from '../graphql/batched.ts'
import type { Context } from '../graphql/context.ts'
import { perRequest } from '../graphql/per-request.ts'
import { catalogueFor } from '../rules/catalogue-for.ts'

/** More rules at once than this make a statement that is slow to plan. */
const mostAtOnce = 50

/**
 * For how many customers that may be profiled a rule holds; those that one request asks for are counted together. Null
 * for a few by attributes of special categories.
 */
export const countLoader = perRequest(makeLoader)

function makeLoader(context: Context): DataLoader<Rule, number | null> {
  return new DataLoader(
    async (rules) => {
      const catalogue = await catalogueFor(context, rules)
      const use = await useFor(context, 'profiling')
      const lowered = rules.map((rule) => lower(rule, context.now.getTime(), catalogue.records))
      const ask = async (scope: MetricScope) =>
        (await fromColumns(context, scope, lowered, use)) ??
        context.read((tx) => countByRules(tx, scope, lowered, use))
      const counts = await withCare(context, ask, {
        isSpecial: rules.some((rule) => isSpecial(rule, catalogue)),
      })
      return rules.map((rule, index) => {
        const count = counts[index] ?? 0
        return count < fewestShown && isSpecial(rule, catalogue) ? null : count
      })
    },
    // A mutation asks again after it has changed something.
    { maxBatchSize: mostAtOnce, cache: false },
  )
}

/** One look at all customers for each rule, with a turn for others between them. */
async function fromColumns(
  { bases, read }: Context,
  scope: MetricScope,
  rules: readonly CoreRule[],
  profiling: Use,
): Promise<readonly number[] | undefined> {
  if (bases === undefined) return undefined
  const parts = rules.flatMap(heldPartsOf)
  const holding =
    parts.length === 0 ? undefined : (await read((tx) => findHolding(tx, scope, parts))).customers
  const counts: number[] = []
  for (const rule of rules) {
    const count = await bases.ask(scope, (columns) => countInColumns(columns, { rule, profiling, holding }))
    if (count === undefined) return undefined
    counts.push(count)
  }
  return counts
}

/** How many customers are on the list of a static segment by its id; undefined for nobody. */
export const loadPickedCount = batched(
  (id: string) => id,
  (context, ids) => context.read((tx, workspaceId) => countPicked(tx, workspaceId, ids)),
)
