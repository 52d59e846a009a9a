import { type CustomerBases, openCustomerBases } from '@profilkort/analytics/customers/customer-bases'
import { connectBeside, type Database } from '@profilkort/database/connect'
import { type FeedPosition, feedAll, feedChanges } from '@profilkort/database/customers/customer-feed.queries'
import type { MetricScope } from '@profilkort/database/insight/metrics.queries'

/** Customers in columns, valued in one currency and as of one day. */
export type Bases = CustomerBases<MetricScope, FeedPosition>

export interface BasesOptions {
  readonly db: Database
  /** How much memory the columns of all workspaces may take together, in MiB. */
  readonly budgetMiB: number
  readonly onError: (error: unknown) => void
}

/** How long a list waits for columns before it asks the database instead, in milliseconds. */
const patience = { filling: 1000, following: 5000 }

/** One to fill a workspace's columns by, one to follow the others meanwhile. */
const connections = 2

/**
 * The customers of workspaces in columns that follow the database. They have connections of their own: if they had to
 * wait behind lists that the database answers for want of columns, there would never be any.
 */
export function openBases({ db, budgetMiB, onError }: BasesOptions): Bases {
  const own = connectBeside(db, connections)
  const bases = openCustomerBases<MetricScope, FeedPosition>({
    feed: {
      all: (scope, tell) => feedAll(own, scope, tell),
      changes: (scope, since, tell) => feedChanges(own, scope, since, tell),
    },
    keyOf: ({ currency, asOf, source = '' }) => `${currency} ${asOf} ${source}`,
    budget: budgetMiB * 2 ** 20,
    patience,
    onError,
  })
  return {
    ask: bases.ask,
    stop: async () => {
      await bases.stop()
      await own.destroy()
    },
  }
}
