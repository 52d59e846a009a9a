import { type CustomerParts, loadParts, type PartKey } from '@profilkort/database/customers/parts.queries'
import { batched } from '../graphql/batched.ts'
import type { Context } from '../graphql/context.ts'

interface Ask {
  readonly part: PartKey
  readonly customerId: string
}

const load = batched(
  ({ part, customerId }: Ask) => `${part} ${customerId}`,
  (context, asks) => {
    const byPart = Map.groupBy(asks, ({ part }) => part)
    const ids = new Map([...byPart].map(([part, each]) => [part, each.map(({ customerId }) => customerId)]))
    return context.read((tx, workspaceId) => loadParts(tx, workspaceId, ids))
  },
)

/** A part of a customer's page; all parts of all customers that are asked for at once are read in one statement. */
export async function loadPart<K extends PartKey>(
  context: Context,
  part: K,
  customerId: string,
): Promise<readonly CustomerParts[K][]> {
  return ((await load(context, { part, customerId })) ?? []) as readonly CustomerParts[K][]
}
