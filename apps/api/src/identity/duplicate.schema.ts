import type { CustomerRow } from '@profilkort/database/customers/customers.queries'
import { type CandidatePlace, listCandidates } from '@profilkort/database/identity/duplicates.queries'
import { type LikenessReason, likeness } from '@profilkort/domain/identity/likeness'
import { Customer } from '../customers/customer.schema.ts'
import { loadPart } from '../customers/customer-parts.ts'
import { builder } from '../graphql/builder.ts'
import { type Connection, connectionOf, pageArguments } from '../graphql/connection.schema.ts'
import { enumOf } from '../graphql/enums.ts'
import { isUuid } from '../graphql/global-id.ts'
import { readPage, toConnection } from '../graphql/pages.ts'

const ReasonEnum = enumOf('LikenessReason', 'Why two customers look like one.', {
  sameName: 'The same name, but for the form of company and signs.',
  similarName: 'Names that are alike.',
  sameIdentifier:
    'An identifier in common that did not join them: a switchboard, or a source that tells them apart.',
  samePostalCode: 'The same postal code.',
  sameAddress: 'The same address.',
  sameCompany: 'People of the same company.',
} satisfies { readonly [R in LikenessReason]: string })

interface LikenessView {
  readonly score: number
  readonly reasons: readonly LikenessReason[]
}

/** Two customers that look like one. */
interface PairView extends LikenessView {
  readonly customers: readonly [string, string]
}

const PairType = builder.objectRef<PairView & CandidatePlace>('DuplicateCandidate').implement({
  description: 'Two customers that look like one, for a person to join or dismiss.',
  fields: (t) => ({
    score: t.exposeFloat('score', { description: 'How alike they look, 0 to 1; proposed from 0.75 on.' }),
    reasons: t.field({ type: [ReasonEnum], description: 'Why.', resolve: ({ reasons }) => [...reasons] }),
    customers: t.field({
      type: [Customer],
      nullable: true,
      description: 'The two. Needs `customer:read`.',
      authScopes: { may: 'customer:read' },
      resolve: ({ customers }) => [...customers],
    }),
  }),
})

const PairConnection = connectionOf<PairView & CandidatePlace>(PairType, {
  page: 'A page of customers that look like one, the likeliest first.',
  edge: 'Two customers and their place in the list.',
  node: 'The two customers.',
})

builder.queryField('duplicates', (t) =>
  t.field({
    type: PairConnection,
    description:
      'Customers that look like one and that nobody has judged, the likeliest first; looked for each minute after something was heard. Needs `customer:join`.',
    authScopes: { may: 'customer:join' },
    args: pageArguments(t.arg, ['the likeliest', 'the end; not offered here']),
    resolve: async (_root, args, context): Promise<Connection<PairView & CandidatePlace>> => {
      const page = readPage(args, readPlace)
      const rows = await context.read((tx, workspaceId) =>
        listCandidates(tx, workspaceId, { limit: page.limit + 1, after: page.after }),
      )
      return toConnection(rows, page, ({ score, a, b }) => [score, a, b])
    },
  }),
)

function readPlace([score, a, b]: readonly unknown[]): CandidatePlace | undefined {
  return typeof score === 'number' && isUuid(a) && isUuid(b) ? { score, a, b } : undefined
}

interface Lookalike extends LikenessView {
  readonly id: string
}

const LookalikeType = builder.objectRef<Lookalike>('Lookalike').implement({
  description: 'A customer that may be the same as another.',
  fields: (t) => ({
    score: t.exposeFloat('score', { description: 'How alike they look, 0 to 1.' }),
    reasons: t.field({ type: [ReasonEnum], description: 'Why.', resolve: ({ reasons }) => [...reasons] }),
    customer: t.field({ type: Customer, description: 'The other customer.', resolve: ({ id }) => id }),
  }),
})

builder.objectField(Customer, 'duplicates', (t) =>
  t.field({
    type: [LookalikeType],
    nullable: true,
    description: 'Customers that may be the same as this one, the likeliest first. Needs `customer:read`.',
    authScopes: { may: 'customer:read' },
    resolve: async (customer, _args, context): Promise<Lookalike[]> => {
      const [records, others] = await Promise.all([
        loadPart(context, 'records', customer.id),
        loadPart(context, 'lookalikes', customer.id),
      ])
      const own = toLikeable(
        customer,
        records.flatMap(({ identifiers }) => identifiers),
      )
      return others
        .flatMap((other) => {
          const alike = likeness(own, other)
          return alike === undefined ? [] : [{ id: other.id, ...alike }]
        })
        .toSorted((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1))
    },
  }),
)

function toLikeable({ name, companyId, attributes }: CustomerRow, identifiers: readonly string[]) {
  const text = (key: string) => {
    const value = attributes[key]
    return typeof value === 'string' ? value : undefined
  }
  return { name, companyId, identifiers, postalCode: text('postalCode'), address: text('address') }
}
