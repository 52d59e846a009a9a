import type { CustomerRow } from '@profilkort/database/customers/customers.queries'
import { specialAmong } from '@profilkort/domain/consents/special-rules'
import type { PreparedScorecard } from '@profilkort/domain/scorecards/fit'
import { withheldAmong } from '../consents/uses.ts'
import type { Context } from '../graphql/context.ts'

/**
 * The attributes of special categories that a scorecard may not judge customers by, by customer id: all of them where
 * the workspace does not use them, else those the customer has not consented to. Nothing is looked up for a scorecard
 * that speaks of none.
 */
export async function withheldFrom(
  context: Context,
  { mentions }: PreparedScorecard,
  customers: readonly CustomerRow[],
): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
  const catalogue = await context.catalogue()
  const special = specialAmong([...new Set([...mentions.values()].flat())], catalogue)
  if (special.length === 0) return new Map()
  const all = new Set(special)
  const pairs = customers.map(async (customer) => {
    const withheld = catalogue.usesSpecialCategories ? await withheldAmong(context, customer, special) : all
    return [customer.id, withheld] as const
  })
  return new Map(await Promise.all(pairs))
}
