import { loadRawRecords } from '@profilkort/database/identity/raw-records.queries'
import type { RecordRow } from '@profilkort/database/identity/records.queries'
import { specialIn } from '@profilkort/domain/consents/special-names'
import { type Identifier, type IdentifierKind, identifierOf } from '@profilkort/domain/identity/identity'
import { byHand } from '@profilkort/domain/identity/survivorship'
import { withheldAmong } from '../consents/uses.ts'
import {
  AttributeValueType,
  Customer,
  CustomerStageEnum,
  readStatement,
} from '../customers/customer.schema.ts'
import { loadPart } from '../customers/customer-parts.ts'
import { batched } from '../graphql/batched.ts'
import { builder } from '../graphql/builder.ts'
import type { Context } from '../graphql/context.ts'
import { enumOf } from '../graphql/enums.ts'
import { encodeGlobalId } from '../graphql/global-id.ts'
import { LocaleEnum, localeChain } from '../graphql/locales.schema.ts'
import { specialNames } from '../interactions/shown-properties.ts'

export const IdentifierKindEnum = enumOf('IdentifierKind', 'What a customer is known by in every source.', {
  organisationNumber: 'An organisation number with the country that gave it: `NO923609016`.',
  externalId: 'An id of a system that several sources know.',
  email: 'An e-mail address in small letters.',
  phone: 'A telephone number in the form of E.164.',
  domain: 'The domain of a website.',
} satisfies { readonly [K in IdentifierKind]: string })

const IdentifierType = builder.objectRef<Identifier>('Identifier').implement({
  description: 'What a customer is known by in every source, in its normal form.',
  fields: (t) => ({
    kind: t.field({ type: IdentifierKindEnum, description: 'What it is.', resolve: ({ kind }) => kind }),
    value: t.exposeString('value', { description: 'Its normal form.' }),
  }),
})

const loadRaw = batched(
  (id: string) => id,
  (context, ids) => context.read((tx, workspaceId) => loadRawRecords(tx, workspaceId, ids)),
)

const withheldOf = (context: Context, { customerId, kind, values }: RecordRow) =>
  withheldAmong(context, { id: customerId, kind }, Object.keys(values))

export const SourceRecordType = builder.objectRef<RecordRow>('SourceRecord').implement({
  description: 'What one source says of a customer, as it says it.',
  fields: (t) => ({
    id: t.id({
      description: 'Its id, for `customerPart`.',
      resolve: ({ id }) => encodeGlobalId('SourceRecord', id),
    }),
    source: t.exposeString('source', {
      description: 'The source: `crm`; `hand` for what people wrote here.',
    }),
    isByHand: t.boolean({
      description: 'Whether people wrote it here; no source overwrites that.',
      resolve: ({ source }) => source === byHand,
    }),
    isMention: t.exposeBoolean('isMention', {
      description:
        'Whether it was only named by others, such as the deals of a company that no list told of.',
    }),
    externalId: t.exposeString('externalId', { description: 'What the source knows it by.' }),
    name: t.exposeString('name', { nullable: true, description: 'What the source calls it.' }),
    stage: t.field({
      type: CustomerStageEnum,
      nullable: true,
      description: 'How far it has come, by the source.',
      resolve: ({ stage }) => stage,
    }),
    identifiers: t.field({
      type: [IdentifierType],
      description: 'What it is known by.',
      resolve: ({ identifiers }) => identifiers.flatMap((token) => identifierOf(token) ?? []),
    }),
    values: t.field({
      type: [AttributeValueType],
      description:
        'What it says on each attribute, and since when, but for special categories that the person has not consented to.',
      args: { locale: t.arg({ type: LocaleEnum, description: 'The language of labels and texts.' }) },
      resolve: async (record, { locale }, context) => {
        const chain = await localeChain(context, locale)
        const { attributes } = await context.catalogue()
        const withheld = await withheldOf(context, record)
        return Object.keys(record.values)
          .filter((key) => !withheld.has(key))
          .map((key) => readStatement(record, key, attributes.get(key), chain))
      },
    }),
    heardOfAt: t.field({
      type: 'DateTime',
      description: 'When it was first heard of.',
      resolve: ({ since }) => new Date(since),
    }),
    revision: t.exposeInt('revision', { description: 'How many times it has said something else, from 1.' }),
    raw: t.field({
      type: 'JSON',
      nullable: true,
      description:
        'The row or object as the source sent it last, nothing cleaned or left out. Null where it tells of special categories that the person has not consented to.',
      resolve: async (record, _args, context) => {
        const raw = (await loadRaw(context, record.id)) ?? {}
        // What no attribute took as it was written is told there all the same.
        const told = specialIn(raw, await specialNames(context))
        const keys = [...Object.keys(record.values), ...told]
        const withheld = await withheldAmong(context, { id: record.customerId, kind: record.kind }, keys)
        return withheld.size > 0 ? null : raw
      },
    }),
  }),
})

builder.objectField(Customer, 'records', (t) =>
  t.field({
    type: [SourceRecordType],
    nullable: true,
    description: 'What each source says of it, the first heard of first. Needs `customer:read`.',
    authScopes: { may: 'customer:read' },
    resolve: ({ id }, _args, context) => loadPart(context, 'records', id),
  }),
)
