import { randomUUIDv7 } from 'node:crypto'
import type { Tx } from '@profilkort/database/connect'
import {
  archiveDeal as archive,
  type DealRow,
  insertDeal,
  lockDeal,
  updateDeal,
} from '@profilkort/database/deals/deals.queries'
import { holdIdentity } from '@profilkort/database/identity/neighbours.queries'
import { holdProducts } from '@profilkort/database/products/products.queries'
import { checkDeal, type Deal, enterStage } from '@profilkort/domain/deals/deal'
import { dealStatus } from '@profilkort/domain/imports/stages'
import { holdCustomer } from '../customers/hold-customer.ts'
import { type Context, dayOf } from '../graphql/context.ts'
import { NotFound, RevisionConflict, unwrap } from '../graphql/problems.ts'
import { settleCustomers } from '../identity/settle-customers.ts'
import { authorise } from './deal.policy.ts'

/** What `dealCreate` and `dealUpdate` are given; what is not given stays, null takes it away. */
export type DealInput = { readonly [Field in keyof Deal]?: Deal[Field] | null | undefined }

/** Makes a deal. @returns its id */
export async function createDeal(
  context: Context,
  input: DealInput & { readonly stage: string },
): Promise<string> {
  const { currency } = await context.workspace()
  const today = dayOf(context.now)
  const draft = unwrap(checkDeal(applied({ ...nothing, currency, openedOn: today }, input), today))
  return context.read(async (tx, workspaceId) => {
    authorise(context.viewer, 'deal:write')
    const deal = await holdNamed(tx, workspaceId, draft)
    const id = randomUUIDv7()
    await insertDeal(tx, workspaceId, { ...deal, id, history: enterStage([], deal, today) })
    await settleCustomers(tx, workspaceId, [deal.customerId])
    return id
  })
}

/** Changes a deal as it was at a revision. A stage that comes with no status of its own means what its name says. */
export async function changeDeal(
  context: Context,
  id: string,
  expectedRevision: number,
  input: DealInput,
): Promise<void> {
  const today = dayOf(context.now)
  await context.read(async (tx, workspaceId) => {
    const before = await lock(tx, workspaceId, context, id, expectedRevision)
    const draft = unwrap(checkDeal(applied(before, input), today))
    const deal = await holdNamed(tx, workspaceId, draft)
    await updateDeal(tx, workspaceId, { ...deal, id, history: enterStage(before.history, deal, today) })
    await settleCustomers(tx, workspaceId, [before.customerId, deal.customerId])
  })
}

/** Puts a deal away: it counts nowhere any more, and its source may tell of it again without bringing it back. */
export async function archiveDeal(context: Context, id: string, expectedRevision: number): Promise<void> {
  await context.read(async (tx, workspaceId) => {
    const before = await lock(tx, workspaceId, context, id, expectedRevision)
    await archive(tx, workspaceId, id, context.now)
    await settleCustomers(tx, workspaceId, [before.customerId])
  })
}

async function lock(
  tx: Tx,
  workspaceId: string,
  { viewer }: Context,
  id: string,
  expectedRevision: number,
): Promise<DealRow> {
  await holdIdentity(tx, workspaceId)
  const deal = await lockDeal(tx, workspaceId, id)
  if (deal === undefined || deal.archivedAt !== null) throw new NotFound('deal', id)
  authorise(viewer, 'deal:write')
  if (deal.revision !== expectedRevision) throw new RevisionConflict(expectedRevision, deal.revision)
  return deal
}

const nothing: Omit<Deal, 'currency'> = {
  customerId: null,
  productKey: null,
  owner: null,
  stage: '',
  status: 'open',
  openedOn: null,
  closedOn: null,
  expectedCloseOn: null,
  value: null,
  lostReason: null,
  channel: null,
  campaign: null,
}

function applied(before: Deal, input: DealInput): Deal {
  const given = Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined))
  const stage = input.stage ?? before.stage
  const status = input.status ?? (stage === before.stage ? before.status : dealStatus(stage))
  return { ...before, ...given, stage, status, currency: input.currency ?? before.currency }
}

/** The deal with its customer as it is now; that and the product stay until the transaction ends. */
async function holdNamed(tx: Tx, workspaceId: string, deal: Deal): Promise<Deal> {
  const { customerId, productKey } = deal
  const held = customerId === null ? null : await holdCustomer(tx, workspaceId, customerId)
  if (productKey !== null && (await holdProducts(tx, workspaceId, [productKey])).length === 0)
    throw new NotFound('product', productKey)
  return { ...deal, customerId: held }
}
