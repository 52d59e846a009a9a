import { listReferrals, type ReferralRow } from '@profilkort/database/referrals/referrals.queries'
import { Customer } from '../customers/customer.schema.ts'
import { builder } from '../graphql/builder.ts'
import type { Context } from '../graphql/context.ts'
import { inOrder } from '../graphql/in-order.ts'
import { createProblems } from '../graphql/problems.schema.ts'
import { Forbidden, NotFound } from '../graphql/problems.ts'
import { createReferral, removeReferral } from './change-referrals.ts'

const ReferralType = builder.objectRef<ReferralRow>('Referral').implement({
  description: 'That one customer sent another.',
  fields: (t) => ({
    id: t.globalID({ description: 'Its global id.', resolve: ({ id }) => ({ type: 'Referral', id }) }),
    source: t.exposeString('source', { description: 'The source that told of it.' }),
    referrer: t.field({
      type: Customer,
      nullable: true,
      description: 'Who sent. Needs `customer:read`.',
      authScopes: { may: 'customer:read' },
      resolve: ({ customerId }) => customerId,
    }),
    referred: t.field({
      type: Customer,
      nullable: true,
      description: 'Who was sent. Needs `customer:read`.',
      authScopes: { may: 'customer:read' },
      resolve: ({ referredId }) => referredId,
    }),
    referredOn: t.expose('referredOn', { type: 'Date', description: 'When.' }),
    note: t.exposeString('note', { description: 'What was written on it.' }),
  }),
})

builder.objectField(Customer, 'referrals', (t) =>
  t.loadableList({
    type: ReferralType,
    nullable: true,
    description:
      'The customers it has sent, and who sent it, the latest first, at most 100. Needs `customer:read`.',
    authScopes: { may: 'customer:read' },
    load: async (ids: string[], { read }: Context) => {
      const rows = await read((tx, workspaceId) => listReferrals(tx, workspaceId, ids))
      return inOrder(ids, rows, ({ of }) => of)
    },
    resolve: ({ id }) => id,
  }),
)

const ReferralCreateInput = builder.inputType('ReferralCreateInput', {
  description: 'That one customer sent another.',
  fields: (t) => ({
    referrer: t.globalID({ required: true, description: 'Who sent.' }),
    referred: t.globalID({ required: true, description: 'Who was sent.' }),
    referredOn: t.field({ type: 'Date', description: 'When; today when not given.' }),
    note: t.string({ description: 'What is to be remembered of it, at most 2,000 characters.' }),
  }),
})

builder.mutationField('referralCreate', (t) =>
  t.field({
    type: ReferralType,
    description: 'Keeps that one customer sent another. Needs `referral:write`.',
    authScopes: { may: 'referral:write' },
    errors: { types: createProblems, dataField: { name: 'referral', description: 'The referral.' } },
    args: { input: t.arg({ type: ReferralCreateInput, required: true, description: 'Who sent whom.' }) },
    resolve: (_root, { input: { referrer, referred, referredOn, note } }, context) =>
      createReferral(context, {
        customerId: referrer.id,
        referredId: referred.id,
        referredOn: referredOn ?? null,
        note: note ?? '',
      }),
  }),
)

const DeletedReferral = builder.objectRef<{ readonly id: string }>('DeletedReferral').implement({
  description: 'A referral that is gone.',
  fields: (t) => ({
    id: t.globalID({ description: 'The id it had.', resolve: ({ id }) => ({ type: 'Referral', id }) }),
  }),
})

builder.mutationField('referralDelete', (t) =>
  t.field({
    type: DeletedReferral,
    description: 'Takes back that one customer sent another. Needs `referral:write`.',
    authScopes: { may: 'referral:write' },
    errors: { types: [NotFound, Forbidden], dataField: { name: 'deleted', description: 'What is gone.' } },
    args: { id: t.arg.globalID({ required: true, description: 'The referral.' }) },
    resolve: async (_root, { id }, context) => {
      await removeReferral(context, id.id)
      return { id: id.id }
    },
  }),
)
