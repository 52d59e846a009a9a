// What members of segments and fits have in common: both are kept up to date beside the queue.

/** A rule about days, a metric or a consent may come to hold though nothing changes: so often everybody is looked at. */
export const allEveryMs = 3_600_000
/** What rules look at besides customers changes more often, and is not followed one by one. */
export const aroundEveryMs = 300_000
/** What customers are gone or changed otherwise is kept for a day only: see `customer_change`. */
export const patienceMs = 12 * 3_600_000
/** More changes than these cost more one by one than looking at everybody. */
export const mostChanged = 20_000

/** One after the other; what goes wrong with one is thrown once all had their turn. */
export async function oneByOne<Item>(
  items: readonly Item[],
  work: (item: Item) => Promise<void>,
): Promise<void> {
  const errors: unknown[] = []
  for (const item of items) await work(item).catch((error: unknown) => errors.push(error))
  if (errors.length > 0) throw errors[0]
}
