import { countCustomers } from '@profilkort/analytics/customers/filter'
import { countByRules } from '@profilkort/database/customers/customers.queries'
import { lower } from '@profilkort/domain/rules/lower'
import type { Rule } from '@profilkort/domain/rules/rule'
import DataLoader from 'dataloader'
import { type Context, metricScope } from '../graphql/context.ts'

/** More rules at once than this make a statement that is slow to plan. */
const mostAtOnce = 50

const loaders = new WeakMap<Context, DataLoader<Rule, number>>()

/** For how many customers a rule holds; those that one request asks for are counted together. */
export function countLoader(context: Context): DataLoader<Rule, number> {
  const loader = loaders.get(context) ?? makeLoader(context)
  loaders.set(context, loader)
  return loader
}

function makeLoader(context: Context): DataLoader<Rule, number> {
  return new DataLoader(
    async (rules) => {
      const scope = await metricScope(context)
      const lowered = rules.map((rule) => lower(rule, context.now.getTime()))
      const counted = await context.bases?.ask(scope, (columns) =>
        lowered.map((rule) => countCustomers(columns, { rule })),
      )
      return counted ?? context.read((tx) => countByRules(tx, scope, lowered))
    },
    // A mutation asks again after it has changed something.
    { maxBatchSize: mostAtOnce, cache: false },
  )
}
