import { type DealRow, findDeals } from '@profilkort/database/deals/deals.queries'
import { builder } from '../graphql/builder.ts'
import type { Context } from '../graphql/context.ts'
import { changeProblems, createProblems } from '../graphql/problems.schema.ts'
import { Forbidden, NotFound, RevisionConflict } from '../graphql/problems.ts'
import { archiveDeal, changeDeal, createDeal, type DealInput } from './change-deal.ts'
import { Deal, DealStatusEnum } from './deal.schema.ts'

const help = {
  customer: 'Whose it is.',
  product: 'The key of what is to be sold.',
  owner: 'Who works on it.',
  stage: "The stage it is in, by the seller's own name for it.",
  status: "What the stage means; read from the stage's name when not given.",
  openedOn: 'When it was opened; today for a new deal when not given.',
  closedOn: 'When it was won or lost; today when not given.',
  expectedCloseOn: 'When it is expected to close.',
  value: 'What was won or is hoped for, 0 or more.',
  currency: "Of the value; ISO 4217. The workspace's when not given.",
  lostReason: 'Why it was lost.',
  channel: 'What the customer came through, such as `google ads`; case does not count.',
  campaign: 'The campaign it came by.',
}

const DealCreateInput = builder.inputType('DealCreateInput', {
  description: 'A new deal.',
  fields: (t) => ({
    customer: t.globalID({ description: help.customer }),
    product: t.string({ description: help.product }),
    owner: t.string({ description: help.owner }),
    stage: t.string({ required: true, description: help.stage }),
    status: t.field({ type: DealStatusEnum, description: help.status }),
    openedOn: t.field({ type: 'Date', description: help.openedOn }),
    closedOn: t.field({ type: 'Date', description: help.closedOn }),
    expectedCloseOn: t.field({ type: 'Date', description: help.expectedCloseOn }),
    value: t.float({ description: help.value }),
    currency: t.string({ description: help.currency }),
    lostReason: t.string({ description: help.lostReason }),
    channel: t.string({ description: help.channel }),
    campaign: t.string({ description: help.campaign }),
  }),
})

const DealUpdateInput = builder.inputType('DealUpdateInput', {
  description: 'Changes to a deal; what is not given stays, and null takes it away.',
  fields: (t) => ({
    customer: t.globalID({ description: help.customer }),
    product: t.string({ description: help.product }),
    owner: t.string({ description: help.owner }),
    stage: t.string({ description: help.stage }),
    status: t.field({ type: DealStatusEnum, description: help.status }),
    openedOn: t.field({ type: 'Date', description: help.openedOn }),
    closedOn: t.field({ type: 'Date', description: help.closedOn }),
    expectedCloseOn: t.field({ type: 'Date', description: help.expectedCloseOn }),
    value: t.float({ description: help.value }),
    currency: t.string({ description: help.currency }),
    lostReason: t.string({ description: help.lostReason }),
    channel: t.string({ description: help.channel }),
    campaign: t.string({ description: help.campaign }),
  }),
})

function readInput({ customer, product, ...rest }: typeof DealUpdateInput.$inferInput): DealInput {
  return { ...rest, customerId: customer?.id, productKey: product }
}

const dataField = { name: 'deal', description: 'The deal as it is now.' }
const expected = 'The revision that the change was decided on.'

builder.mutationField('dealCreate', (t) =>
  t.field({
    type: Deal,
    description: 'Makes a deal. Needs `deal:write`.',
    authScopes: { may: 'deal:write' },
    errors: { types: createProblems, dataField },
    args: { input: t.arg({ type: DealCreateInput, required: true, description: 'The new deal.' }) },
    resolve: async (_root, { input }, context) =>
      changed(context, await createDeal(context, { ...readInput(input), stage: input.stage })),
  }),
)

builder.mutationField('dealUpdate', (t) =>
  t.field({
    type: Deal,
    description:
      'Changes a deal; another stage is entered today, or on the day it closed. Needs `deal:write`.',
    authScopes: { may: 'deal:write' },
    errors: { types: changeProblems, dataField },
    args: {
      id: t.arg.globalID({ required: true, description: 'The deal.' }),
      expectedRevision: t.arg.int({ required: true, description: expected }),
      input: t.arg({ type: DealUpdateInput, required: true, description: 'What changes.' }),
    },
    resolve: async (_root, { id, expectedRevision, input }, context) => {
      await changeDeal(context, id.id, expectedRevision, readInput(input))
      return changed(context, id.id)
    },
  }),
)

builder.mutationField('dealArchive', (t) =>
  t.field({
    type: Deal,
    description: 'Puts a deal away, so that it counts nowhere any more. Needs `deal:write`.',
    authScopes: { may: 'deal:write' },
    errors: { types: [RevisionConflict, NotFound, Forbidden], dataField },
    args: {
      id: t.arg.globalID({ required: true, description: 'The deal.' }),
      expectedRevision: t.arg.int({ required: true, description: expected }),
    },
    resolve: async (_root, { id, expectedRevision }, context) => {
      await archiveDeal(context, id.id, expectedRevision)
      return changed(context, id.id)
    },
  }),
)

/** What was written, for whoever wrote it: those who may write need not be among those who may read all. */
async function changed({ read }: Context, id: string): Promise<DealRow> {
  const [deal] = await read((tx, workspaceId) => findDeals(tx, workspaceId, [id]))
  if (deal === undefined) throw new NotFound('deal', id)
  return deal
}
