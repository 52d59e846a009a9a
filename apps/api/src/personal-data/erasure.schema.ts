import {
  type ErasureRow,
  findErasures,
  listErasures,
} from '@profilkort/database/personal-data/erasures.queries'
import {
  findPrivacySetting,
  findReturned,
  findSuppressed,
} from '@profilkort/database/personal-data/suppression.queries'
import { beyondReach, type Erasure, type ErasureReason } from '@profilkort/domain/personal-data/erasure'
import { receiptsOf } from '@profilkort/domain/personal-data/suppression'
import { Customer } from '../customers/customer.schema.ts'
import { batched } from '../graphql/batched.ts'
import { builder } from '../graphql/builder.ts'
import { type Connection, connectionOf, pageArguments } from '../graphql/connection.schema.ts'
import { type Context, insider } from '../graphql/context.ts'
import { enumOf } from '../graphql/enums.ts'
import { encodeGlobalId, readGlobalId } from '../graphql/global-id.ts'
import { LocaleEnum, localeChain } from '../graphql/locales.schema.ts'
import { readPage, toConnection } from '../graphql/pages.ts'
import { createProblems } from '../graphql/problems.schema.ts'
import { eraseByIdentifier, eraseCustomer, tokensOf } from './erase-customer.ts'
import { isIntact } from './erase-person.ts'
import { customerToken, hashOf } from './suppress.ts'

const ReasonEnum = enumOf('ErasureReason', 'Why a person is erased.', {
  request: 'The person asked for it.',
  objection: 'The person objected to what the data was used for.',
  retention: 'The time it may be kept for is over.',
  mistake: 'It should never have been here.',
} satisfies Record<ErasureReason, string>)

const ErasedRowsType = builder.objectRef<Erasure['erased'][number]>('ErasedRows').implement({
  description: 'What was erased of one table.',
  fields: (t) => ({
    table: t.exposeString('table', { description: 'The table.' }),
    deleted: t.exposeInt('deleted', { description: 'Rows that are gone.' }),
    anonymised: t.exposeInt('anonymised', { description: 'Rows that are kept without the person.' }),
  }),
})

const ErasedConsentType = builder.objectRef<Erasure['consents'][number]>('ErasedConsent').implement({
  description: 'That a person who was erased had said something, without who it was.',
  fields: (t) => ({
    purpose: t.exposeString('purpose', { description: "The purpose's key." }),
    state: t.exposeString('state', { description: 'What was said: `given`, `denied`, `withdrawn`.' }),
    at: t.field({ type: 'DateTime', description: 'When.', resolve: ({ at }) => new Date(at) }),
    textVersion: t.exposeInt('textVersion', { nullable: true, description: 'Which text was shown.' }),
  }),
})

const ErasureType = builder.objectRef<ErasureRow>('Erasure').implement({
  description: 'The receipt of an erasure. Nothing in it tells who the person was.',
  fields: (t) => ({
    id: t.id({ description: 'Its global id.', resolve: ({ id }) => encodeGlobalId('Erasure', id) }),
    number: t.exposeInt('number', { description: 'From 1, without gaps.' }),
    reason: t.field({ type: ReasonEnum, description: 'Why.', resolve: ({ reason }) => reason }),
    erasedAt: t.field({
      type: 'DateTime',
      description: 'When.',
      resolve: ({ erasedAt }) => new Date(erasedAt),
    }),
    erasedBy: t.exposeString('erasedBy', { description: 'Who did it.' }),
    erased: t.field({
      type: [ErasedRowsType],
      description: 'What was erased, by table.',
      resolve: ({ erased }) => [...erased],
    }),
    consents: t.field({
      type: [ErasedConsentType],
      description: 'That there was ground for what was done before.',
      resolve: ({ consents }) => [...consents],
    }),
    beyondReach: t.stringList({
      description: 'What no erasure here can reach, for people.',
      args: { locale: t.arg({ type: LocaleEnum, description: 'The language.' }) },
      resolve: async (_receipt, { locale }, context) => {
        const [first] = await localeChain(context, locale)
        return beyondReach.map((text) => text[first])
      },
    }),
    digest: t.exposeString('digest', {
      description: 'SHA-256 over this receipt and the digest of the one before it, in lower-case hex.',
    }),
    isIntact: t.boolean({
      description: 'Whether it is as it was written and follows the one before it.',
      resolve: (receipt, _args, { viewer }) => isIntact(insider(viewer).workspaceId, receipt),
    }),
  }),
})

const ErasureConnection = connectionOf<ErasureRow>(ErasureType, {
  page: 'A page of receipts, the newest first.',
  edge: 'A receipt and its place in the list.',
  node: 'The receipt.',
})

builder.queryField('erasures', (t) =>
  t.field({
    type: ErasureConnection,
    description: 'The receipts of all erasures, the newest first. Needs `person:erase`.',
    authScopes: { may: 'person:erase' },
    args: {
      ...pageArguments(t.arg, ['the newest', 'the oldest']),
      of: t.arg.string({
        description:
          'Only of the person who was known by this e-mail or telephone, or had this global id. Nobody else can be found by it.',
      }),
    },
    resolve: async (_root, { of, ...args }, context): Promise<Connection<ErasureRow>> => {
      const page = readPage(args, ([number]) => (typeof number === 'number' ? number : undefined))
      const rows =
        typeof of === 'string'
          ? await findReceipts(context, of)
          : await context.read((tx, workspaceId) =>
              listErasures(tx, workspaceId, { ...page, limit: page.limit + 1 }),
            )
      return toConnection(rows, page, ({ number }) => [number])
    },
  }),
)

async function findReceipts(context: Context, of: string): Promise<readonly ErasureRow[]> {
  const id = readGlobalId(of)
  const tokens = id === undefined ? tokensOf(of).flatMap(receiptsOf) : [customerToken(id.id)]
  return context.read(async (tx, workspaceId) => {
    const setting = await findPrivacySetting(tx, workspaceId)
    if (setting === undefined) return []
    const hashes = tokens.map((token) => hashOf(setting.salt, token))
    const found = await findSuppressed(tx, workspaceId, hashes)
    return findErasures(tx, workspaceId, [...found.values()])
  })
}

const loadReturned = batched<string, readonly string[]>(
  (id) => id,
  (context, ids) => context.read((tx, workspaceId) => findReturned(tx, workspaceId, ids)),
)

builder.objectField(Customer, 'erasedBefore', (t) =>
  t.field({
    type: [ErasureType],
    nullable: true,
    description:
      'The receipts of a person who was erased and came back, where the workspace lets that happen. Needs `person:erase`.',
    authScopes: { may: 'person:erase' },
    resolve: async ({ id }, _args, context) => {
      const ids = (await loadReturned(context, id)) ?? []
      return [...(await context.read((tx, workspaceId) => findErasures(tx, workspaceId, ids)))]
    },
  }),
)

const dataField = { name: 'erasure', description: 'The receipt.' }
const reason = 'Why; a free text would tell who it was.'
const dryRun = 'Do everything, answer the receipt that would be, and take it back.'

builder.mutationField('customerErase', (t) =>
  t.field({
    type: ErasureType,
    description:
      'Erases everything that is kept of a person, for good, and keeps a receipt. What the person was known by is remembered by hashes, so that it is not taken in again unseen. Needs `person:erase`.',
    authScopes: { may: 'person:erase' },
    errors: { types: createProblems, dataField },
    args: {
      id: t.arg.globalID({ required: true, description: 'The person.' }),
      reason: t.arg({ type: ReasonEnum, required: true, description: reason }),
      dryRun: t.arg.boolean({ required: true, defaultValue: false, description: dryRun }),
    },
    resolve: (_root, args, context) => eraseCustomer(context, args.id.id, args.reason, args.dryRun),
  }),
)

builder.mutationField('customerEraseByIdentifier', (t) =>
  t.field({
    type: ErasureType,
    description:
      'Erases the one person that is known by an e-mail or telephone, as `customerErase` does; refused where several are. Needs `person:erase`.',
    authScopes: { may: 'person:erase' },
    errors: { types: createProblems, dataField },
    args: {
      identifier: t.arg.string({ required: true, description: 'An e-mail or telephone.' }),
      reason: t.arg({ type: ReasonEnum, required: true, description: reason }),
      dryRun: t.arg.boolean({ required: true, defaultValue: false, description: dryRun }),
    },
    resolve: (_root, args, context) => eraseByIdentifier(context, args.identifier, args.reason, args.dryRun),
  }),
)
