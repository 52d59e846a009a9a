import type { ChangeKind, ChangeRow } from '@profilkort/database/identity/changes.queries'
import type { Tie } from '@profilkort/domain/identity/identity'
import { AttributeValueType, readValue } from '../customers/customer.schema.ts'
import { builder } from '../graphql/builder.ts'
import { enumOf } from '../graphql/enums.ts'
import { encodeGlobalId } from '../graphql/global-id.ts'
import { LocaleEnum, localeChain } from '../graphql/locales.schema.ts'
import type { CustomerOutcome, IdentityOutcome } from './identity-outcome.ts'
import { SourceRecordType } from './record.schema.ts'

const TieKindEnum = enumOf('IdentityTieKind', 'Why two records speak of one customer.', {
  decision: 'A person decided so.',
  attachment: 'People wrote it on the customer here.',
  organisationNumber: 'They have the same organisation number.',
  externalId: 'They have the same id of a system that both know.',
  email: 'They have the same e-mail address.',
  phone: 'They have the same telephone number.',
  domain: 'They have the same website.',
  name: 'One was only named, and the other is the one customer of that name.',
} satisfies { readonly [K in Tie['by']['kind']]: string })

export const TieType = builder.objectRef<Tie>('IdentityTie').implement({
  description: 'Why two records speak of one customer.',
  fields: (t) => ({
    kind: t.field({ type: TieKindEnum, description: 'What ties them.', resolve: ({ by }) => by.kind }),
    value: t.string({
      nullable: true,
      description: 'The identifier or name that they share.',
      resolve: ({ by }) => ('value' in by ? by.value : null),
    }),
    records: t.idList({
      description: 'The two records.',
      resolve: ({ a, b }) => [a, b].map((id) => encodeGlobalId('SourceRecord', id)),
    }),
  }),
})

const ChangeKindEnum = enumOf('IdentityChangeKind', 'What a person decided about who is who.', {
  join: 'Customers are one.',
  part: 'Some records are another customer.',
  dismiss: 'Two customers are two, however alike they look.',
} satisfies { readonly [K in ChangeKind]: string })

export const ChangeType = builder.objectRef<ChangeRow>('IdentityChange').implement({
  description: 'A join or parting that a person made; it can be undone.',
  fields: (t) => ({
    id: t.id({
      description: 'Its id, for `identityChangeUndo`.',
      resolve: ({ id }) => encodeGlobalId('IdentityChange', id),
    }),
    kind: t.field({ type: ChangeKindEnum, description: 'What was decided.', resolve: ({ kind }) => kind }),
    reason: t.exposeString('reason', { description: 'Why, in the words of who did it.' }),
    changedBy: t.exposeString('changedBy', { description: 'Who did it.' }),
    changedAt: t.expose('changedAt', { type: 'DateTime', description: 'When.' }),
    undoneBy: t.exposeString('undoneBy', { nullable: true, description: 'Who undid it.' }),
    undoneAt: t.expose('undoneAt', { type: 'DateTime', nullable: true, description: 'When it was undone.' }),
  }),
})

const CarriedType = builder.objectRef<readonly [string, number]>('CarriedRows').implement({
  description: 'How much of one thing a customer has.',
  fields: (t) => ({
    what: t.string({ description: 'What: `deal`, `criterion_answer` ….', resolve: ([what]) => what }),
    count: t.int({ description: 'How many.', resolve: ([, count]) => count }),
  }),
})

const OutcomeType = builder.objectRef<CustomerOutcome>('CustomerOutcome').implement({
  description: 'A customer as a join or parting makes it.',
  fields: (t) => ({
    id: t.id({
      description: 'The global id that it has or would have.',
      resolve: ({ customer }) => encodeGlobalId('Customer', customer.id),
    }),
    name: t.string({
      nullable: true,
      description: 'Its name. Needs `customer:read`.',
      authScopes: { may: 'customer:read' },
      resolve: ({ customer }) => customer.name,
    }),
    attributes: t.field({
      type: [AttributeValueType],
      nullable: true,
      description: 'What is known of it, whose word won where sources differ. Needs `customer:read`.',
      authScopes: { may: 'customer:read' },
      args: { locale: t.arg({ type: LocaleEnum, description: 'The language of labels and texts.' }) },
      resolve: async ({ customer }, { locale }, context) => {
        const chain = await localeChain(context, locale)
        const { attributes } = await context.catalogue()
        return Object.keys(customer.attributes).map((key) =>
          readValue(customer, key, attributes.get(key), chain),
        )
      },
    }),
    records: t.field({
      type: [SourceRecordType],
      nullable: true,
      description: 'The records that speak of it. Needs `customer:read`.',
      authScopes: { may: 'customer:read' },
      resolve: ({ records }) => records,
    }),
    ties: t.field({
      type: [TieType],
      nullable: true,
      description: 'Why they speak of one customer. Needs `customer:read`.',
      authScopes: { may: 'customer:read' },
      resolve: ({ ties }) => ties,
    }),
    carries: t.field({
      type: [CarriedType],
      description: 'What goes with it.',
      resolve: ({ carries }) => Object.entries(carries),
    }),
  }),
})

export const IdentityOutcomeType = builder.objectRef<IdentityOutcome>('IdentityOutcome').implement({
  description: 'What a join, parting or its undoing came to; of a dry run, what it would come to.',
  fields: (t) => ({
    change: t.field({ type: ChangeType, description: 'What was decided.', resolve: ({ change }) => change }),
    customers: t.field({
      type: [OutcomeType],
      description: 'The customers as they are then.',
      resolve: ({ customers }) => customers,
    }),
  }),
})
