import {
  countDeals,
  type DealFilter,
  type DealPlace,
  type DealRow,
  findDeals,
  listDeals,
  listDealsOf,
} from '@profilkort/database/deals/deals.queries'
import { channelKey } from '@profilkort/domain/costs/channel'
import type { DealStatus, StageEntry } from '@profilkort/domain/deals/deal'
import { Customer } from '../customers/customer.schema.ts'
import { builder } from '../graphql/builder.ts'
import type { Context } from '../graphql/context.ts'
import { enumOf } from '../graphql/enums.ts'
import { inOrder } from '../graphql/in-order.ts'
import { NotVisible } from '../graphql/nodes.ts'
import { readPage, toConnection } from '../graphql/pages.ts'
import { may } from '../keys/actions.ts'
import { Product } from '../products/product.schema.ts'
import { productsOf } from '../products/product-of.ts'

export const DealStatusEnum = enumOf('DealStatus', 'What the stage of a deal means.', {
  open: 'Neither won nor lost yet.',
  won: 'The customer has bought.',
  lost: 'The customer does not buy.',
} satisfies Record<DealStatus, string>)

const StageEntryType = builder.objectRef<StageEntry>('DealStageEntry').implement({
  description: 'A stage that a deal was in.',
  fields: (t) => ({
    stage: t.exposeString('stage', { description: "By the seller's own name for it." }),
    status: t.field({
      type: DealStatusEnum,
      description: 'What it means.',
      resolve: ({ status }) => status,
    }),
    enteredOn: t.field({
      type: 'Date',
      nullable: true,
      description: 'The day it entered it; null where nobody told.',
      resolve: ({ from }) => from,
    }),
  }),
})

export const Deal = builder.loadableNode('Deal', {
  description: 'A possible sale with stage, value and dates.',
  id: { resolve: (deal: DealRow) => deal.id, description: 'Its global id.' },
  load: (ids: string[], context: Context) => loadDeals(ids, context),
  fields: (t) => ({
    source: t.exposeString('source', { description: 'The source that told of it.' }),
    customer: t.field({
      type: Customer,
      nullable: true,
      description: 'Whose it is; null while nobody knows. Needs `customer:read`.',
      authScopes: { may: 'customer:read' },
      resolve: ({ customerId }) => customerId,
    }),
    product: t.loadable({
      type: Product,
      nullable: true,
      description: 'What is to be sold. Needs `product:read`.',
      authScopes: { may: 'product:read' },
      load: (keys: string[], context: Context) => productsOf(keys, context),
      resolve: ({ productKey }) => productKey,
    }),
    owner: t.exposeString('owner', { nullable: true, description: 'Who works on it.' }),
    stage: t.exposeString('stage', { description: "By the seller's own name for it." }),
    status: t.field({
      type: DealStatusEnum,
      description: 'What the stage means.',
      resolve: ({ status }) => status,
    }),
    stages: t.field({
      type: [StageEntryType],
      description: 'The stages it was in, in order; the last is the one it is in now.',
      extensions: { stored: true },
      resolve: ({ history }) => [...history],
    }),
    openedOn: t.expose('openedOn', { type: 'Date', nullable: true, description: 'When it was opened.' }),
    closedOn: t.expose('closedOn', {
      type: 'Date',
      nullable: true,
      description: 'When it was won or lost; null while it is open.',
    }),
    expectedCloseOn: t.expose('expectedCloseOn', {
      type: 'Date',
      nullable: true,
      description: 'When it is expected to close.',
    }),
    value: t.exposeFloat('value', {
      nullable: true,
      description: 'What was won or is hoped for; of a lost one what it was to bring.',
    }),
    currency: t.exposeString('currency', { description: 'Of the value; ISO 4217.' }),
    lostReason: t.exposeString('lostReason', { nullable: true, description: 'Why it was lost.' }),
    channel: t.exposeString('channel', {
      nullable: true,
      description: 'What the customer came through, in small letters.',
    }),
    campaign: t.exposeString('campaign', { nullable: true, description: 'The campaign it came by.' }),
    revision: t.exposeInt('revision', { description: 'For `expectedRevision`.' }),
    archivedAt: t.expose('archivedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When it was put away; null while it counts.',
    }),
  }),
})

async function loadDeals(ids: readonly string[], { viewer, read }: Context): Promise<(DealRow | Error)[]> {
  if (!may(viewer, 'customer:read')) return ids.map(() => new NotVisible())
  const rows = await read((tx, workspaceId) => findDeals(tx, workspaceId, ids))
  const byId = new Map(rows.map((row) => [row.id, row]))
  return ids.map((id) => byId.get(id) ?? new NotVisible())
}

builder.objectField(Customer, 'deals', (t) =>
  t.loadableList({
    type: Deal,
    nullable: true,
    description: 'Its deals, the latest first, at most 100; `deals` has them all. Needs `customer:read`.',
    authScopes: { may: 'customer:read' },
    load: async (ids: string[], { read }: Context) => {
      const rows = await read((tx, workspaceId) => listDealsOf(tx, workspaceId, ids))
      return inOrder(ids, rows, ({ customerId }) => customerId)
    },
    resolve: ({ id }) => id,
  }),
)

const DealFilterInput = builder.inputType('DealFilterInput', {
  description: 'Which deals; all conditions that are given have to hold.',
  fields: (t) => ({
    status: t.field({ type: [DealStatusEnum], description: 'One of these.' }),
    stage: t.stringList({ description: 'One of these stages.' }),
    owner: t.string({ description: 'Whoever works on it.' }),
    customer: t.globalID({ description: 'Whose it is.' }),
    product: t.string({ description: 'The key of what is to be sold.' }),
    channel: t.string({ description: 'What the customer came through, in any case.' }),
    from: t.field({ type: 'Date', description: 'Closed, or else opened, on this day or later.' }),
    to: t.field({ type: 'Date', description: 'Closed, or else opened, on this day or earlier.' }),
    archived: t.boolean({ description: 'Whether those in the archive are listed, too; no when not given.' }),
  }),
})

function readFilter(where: typeof DealFilterInput.$inferInput | null | undefined): DealFilter {
  const { status, stage, owner, customer, product, channel, from, to, archived } = where ?? {}
  return {
    statuses: status ?? undefined,
    stages: stage ?? undefined,
    owner: owner ?? undefined,
    customerId: customer?.id,
    productKey: product ?? undefined,
    channel: channel ? channelKey(channel) : undefined,
    from: from ?? undefined,
    to: to ?? undefined,
    archived: archived ?? false,
  }
}

function readPlace([day, id]: readonly unknown[]): DealPlace | undefined {
  return typeof day === 'string' && typeof id === 'string' ? { day, id } : undefined
}

builder.queryField('deals', (t) =>
  t.connection(
    {
      type: Deal,
      description:
        'Deals by the day they closed, or else were opened, the latest first. Needs `customer:read`.',
      authScopes: { may: 'customer:read' },
      args: { where: t.arg({ type: DealFilterInput, description: 'Only some of them.' }) },
      resolve: async (_root, { where, ...args }, { read }) => {
        const [page, filter] = [readPage(args, readPlace), readFilter(where)]
        const rows = await read((tx, workspaceId) =>
          listDeals(tx, workspaceId, filter, { ...page, limit: page.limit + 1 }),
        )
        return {
          ...toConnection(rows, page, ({ day, id }) => [day, id]),
          countAll: () => read((tx, workspaceId) => countDeals(tx, workspaceId, filter)),
        }
      },
    },
    {
      description: 'A page of deals.',
      fields: (t) => ({
        totalCount: t.int({
          nullable: true,
          description: 'How many there are in all; counted only when asked for.',
          resolve: (page: { countAll?: () => Promise<number> }) => page.countAll?.() ?? null,
        }),
      }),
    },
  ),
)
