import { randomUUIDv7 } from 'node:crypto'
import {
  type CostRow,
  deleteChannelCost,
  deleteCost,
  insertCost,
  setChannelCost as set,
} from '@profilkort/database/costs/costs.queries'
import { settleCosts } from '@profilkort/database/costs/shares.queries'
import { type ChannelCost, type Cost, checkChannelCost, checkCost } from '@profilkort/domain/costs/cost'
import { holdCustomer } from '../customers/hold-customer.ts'
import type { Context } from '../graphql/context.ts'
import { NotFound, unwrap } from '../graphql/problems.ts'
import { authorise } from './cost.policy.ts'

type CostDraft = Omit<Cost, 'amount'> & { readonly amount: number | null }

/** Keeps what was spent on one customer. */
export async function createCost(context: Context, customerId: string, draft: CostDraft): Promise<CostRow> {
  const cost = unwrap(checkCost(draft))
  return context.read(async (tx, workspaceId) => {
    authorise(context.viewer, 'cost:write')
    const held = await holdCustomer(tx, workspaceId, customerId)
    return insertCost(tx, workspaceId, { ...cost, id: randomUUIDv7(), customerId: held })
  })
}

export async function removeCost(context: Context, id: string): Promise<void> {
  await context.read(async (tx, workspaceId) => {
    authorise(context.viewer, 'cost:write')
    if (!(await deleteCost(tx, workspaceId, id))) throw new NotFound('cost', id)
  })
}

/** Sets what a channel cost in a month, and spreads it. @returns its id */
export async function setChannelCost(context: Context, draft: ChannelCost): Promise<string> {
  const cost = unwrap(checkChannelCost(draft))
  return context.read(async (tx, workspaceId) => {
    authorise(context.viewer, 'cost:write')
    const id = await set(tx, workspaceId, cost)
    await settleCosts(tx, workspaceId, [id])
    return id
  })
}

export async function removeChannelCost(context: Context, id: string): Promise<void> {
  await context.read(async (tx, workspaceId) => {
    authorise(context.viewer, 'cost:write')
    if (!(await deleteChannelCost(tx, workspaceId, id))) throw new NotFound('channel cost', id)
  })
}
