import {
  countReadings,
  type FacetRow,
  facetReadings,
  listReadings,
  type ProfilePlace,
  type ProfileQuestion,
  type ProfileSort,
  type ProfileTest,
} from '@profilkort/database/profiles/profile-list.queries'
import type { ProfileKind } from '@profilkort/domain/profiles/profile'
import type { ProfileReading } from '@profilkort/domain/profiles/read'
import { withinLocales } from '@profilkort/domain/profiles/within-locales'
import { GraphQLError } from 'graphql'
import { builder } from '../graphql/builder.ts'
import { type Connection, connectionOf, pageArguments } from '../graphql/connection.schema.ts'
import { type Context, insider } from '../graphql/context.ts'
import { enumOf } from '../graphql/enums.ts'
import { isUuid } from '../graphql/global-id.ts'
import { LocaleEnum } from '../graphql/locales.schema.ts'
import { connectionOfNodes, readPage } from '../graphql/pages.ts'
import { SortDirectionEnum } from '../graphql/sort-direction.schema.ts'
import { parseReading } from './load-profiles.ts'
import { Profile, readingArgs } from './profile.schema.ts'
import { ProfileKindEnum } from './profile-enums.schema.ts'
import { type Reader, readerOf } from './reader.ts'
import { refreshDrafts } from './snapshots.ts'

const ProfileFieldFilter = builder.inputType('ProfileFieldFilter', {
  description: 'A test on the text of one field, as the caller reads it.',
  fields: (t) => ({
    key: t.string({ required: true, description: "The field's key in the template." }),
    contains: t.string({ required: true, description: 'Words that stand in it, whatever their case.' }),
  }),
})

interface WhereShape {
  readonly all?: readonly WhereShape[] | null | undefined
  readonly any?: readonly WhereShape[] | null | undefined
  readonly not?: WhereShape | null | undefined
  readonly kind?: readonly ProfileKind[] | null | undefined
  readonly slug?: readonly string[] | null | undefined
  readonly template?: readonly string[] | null | undefined
  readonly product?: readonly string[] | null | undefined
  readonly name?: string | null | undefined
  readonly field?: { readonly key: string; readonly contains: string } | null | undefined
  readonly since?: Date | null | undefined
  readonly before?: Date | null | undefined
}

const ProfileWhere = builder.inputRef<WhereShape>('ProfileWhere').implement({
  description: 'Which profiles; one of these. It tests what the caller sees of a profile and nothing else.',
  isOneOf: true,
  fields: (t) => ({
    all: t.field({ type: [ProfileWhere], description: 'All of these hold; true for none.' }),
    any: t.field({ type: [ProfileWhere], description: 'At least one of these holds; false for none.' }),
    not: t.field({ type: ProfileWhere, description: 'This does not hold.' }),
    kind: t.field({
      type: [ProfileKindEnum],
      description: 'Of one of these kinds; an empty list matches nothing.',
    }),
    slug: t.stringList({ description: 'One of these; an empty list matches nothing.' }),
    template: t.stringList({ description: 'From one of these templates; an empty list matches nothing.' }),
    product: t.stringList({
      description: 'For one of these products, by key; an empty list matches nothing.',
    }),
    name: t.string({ description: 'Words that stand in its name, whatever their case.' }),
    field: t.field({ type: ProfileFieldFilter, description: 'Words that stand in one of its fields.' }),
    since: t.field({ type: 'DateTime', description: 'Published then or later; of drafts: saved.' }),
    before: t.field({ type: 'DateTime', description: 'Published earlier; of drafts: saved.' }),
  }),
})

const ProfileSortBy = enumOf('ProfileSortBy', 'What profiles are sorted by.', {
  name: 'The name, as the language asked for sorts it.',
  slug: 'The name in addresses.',
  date: 'When it was published; of drafts, when it was saved.',
  relevance: 'How well it answers the search.',
} satisfies Record<ProfileSort, string>)

const ProfileSortInput = builder.inputType('ProfileSort', {
  description: 'An order of profiles.',
  fields: (t) => ({
    by: t.field({ type: ProfileSortBy, required: true, description: 'What by.' }),
    direction: t.field({
      type: SortDirectionEnum,
      required: true,
      defaultValue: 'ascending',
      description: 'Which way.',
    }),
  }),
})

const FacetType = builder.objectRef<FacetRow>('ProfileFacet').implement({
  description: 'How many of the profiles are of one value.',
  fields: (t) => ({
    facet: t.exposeString('facet', { description: 'What is counted: `kind`, `template` or `product`.' }),
    value: t.exposeString('value', { description: 'The value, by its key.' }),
    count: t.exposeInt('count', { description: 'How many profiles.' }),
  }),
})

interface ListedPage extends Connection<ProfileReading> {
  readonly question: ProfileQuestion
}

const ProfileConnection = connectionOf<ProfileReading, ListedPage>(Profile, {
  page: 'A page of profiles.',
  edge: 'A profile and its place in the list.',
  node: 'The profile.',
})

builder.objectFields(ProfileConnection, (t) => ({
  totalCount: t.int({
    nullable: true,
    description: 'How many there are in all; counted only when asked for.',
    resolve: ({ question }, _args, { db }) => countReadings(db, question),
  }),
  facets: t.field({
    type: [FacetType],
    description: 'How many there are of each kind, template and product, most first.',
    resolve: async ({ question }, _args, { db }) => [...(await facetReadings(db, question))],
  }),
}))

builder.queryField('profiles', (t) =>
  t.field({
    type: ProfileConnection,
    description: 'The profiles the caller may see. Needs any key.',
    authScopes: (_root, { draft, archived }) =>
      draft || archived ? { may: 'profile:readDrafts' } : { reader: true },
    args: {
      ...pageArguments(t.arg, ['the start', 'the end']),
      where: t.arg({ type: ProfileWhere, description: 'Only those that this holds for.' }),
      search: t.arg.string({
        description:
          'Words to look for in all languages the caller may read; endings and small misspellings do not matter.',
      }),
      sort: t.arg({
        type: ProfileSortInput,
        description: 'The order; by relevance with a search and by slug without one when not given.',
      }),
      locale: t.arg({ type: LocaleEnum, description: readingArgs.locale }),
      draft: t.arg.boolean({ required: true, defaultValue: false, description: readingArgs.draft }),
      archived: t.arg.boolean({
        required: true,
        defaultValue: false,
        description: 'Those in the archive instead. Needs `profile:readDrafts`.',
      }),
    },
    resolve: async (_root, args, context): Promise<ListedPage> => {
      const search = args.search?.trim() || undefined
      const sort = args.sort ?? {
        by: search ? 'relevance' : 'slug',
        direction: search ? 'descending' : 'ascending',
      }
      if (sort.by === 'relevance' && search === undefined) throw noRelevance()
      const isNumber = sort.by === 'date' || sort.by === 'relevance'
      const page = readPage(args, (parts) => readPlace(parts, isNumber))
      const { allowed, ...question } = await ask(context, { ...args, search })
      const rows = await listReadings(context.db, question, {
        ...page,
        by: sort.by,
        descending: sort.direction === 'descending',
      })
      context.surrogateKeys.add('profiles')
      for (const { slug } of rows) context.surrogateKeys.add(`profile-${slug}`)
      const readings = rows.map((row) => withinLocales(parseReading(row), allowed))
      const placeParts = ({ place, profileId }: (typeof rows)[number]) => [place, profileId]
      const listed = connectionOfNodes(rows, readings, page, placeParts)
      return { ...listed, question }
    },
  }),
)

async function ask(
  context: Context,
  args: {
    readonly draft: boolean
    readonly archived: boolean
    readonly where?: WhereShape | null | undefined
    readonly search: string | undefined
    readonly locale?: Parameters<typeof readerOf>[2]
  },
): Promise<ProfileQuestion & Pick<Reader, 'allowed'>> {
  const reader = await readerOf(context, insider(context.viewer).workspaceId, args.locale)
  const isDraft = args.draft || args.archived
  if (isDraft) await context.read(refreshDrafts)
  return {
    workspaceId: reader.workspaceId,
    chain: reader.chain,
    allowed: reader.allowed,
    audience: isDraft ? 'draft' : reader.audience,
    archived: args.archived,
    where: args.where ? toTest(args.where) : undefined,
    search: args.search,
  }
}

/** The one test that a node of `where` names. */
function toTest(where: WhereShape): ProfileTest {
  if (where.all) return { kind: 'all', tests: where.all.map(toTest) }
  if (where.any) return { kind: 'any', tests: where.any.map(toTest) }
  if (where.not) return { kind: 'not', test: toTest(where.not) }
  if (where.kind) return { kind: 'kinds', kinds: where.kind }
  if (where.slug) return { kind: 'slugs', keys: where.slug }
  if (where.template) return { kind: 'templates', keys: where.template }
  if (where.product) return { kind: 'products', keys: where.product }
  if (where.field) return { kind: 'field', ...where.field }
  if (where.since) return { kind: 'since', at: where.since }
  if (where.before) return { kind: 'before', at: where.before }
  return { kind: 'name', contains: where.name ?? '' }
}

function readPlace(parts: readonly unknown[], isNumber: boolean): ProfilePlace | undefined {
  const [value, id] = parts
  const isValue = isNumber ? typeof value === 'number' : typeof value === 'string'
  return isValue && isUuid(id) ? [value as string | number, id] : undefined
}

function noRelevance(): GraphQLError {
  return new GraphQLError('There is no relevance without a `search`. Sort by NAME, SLUG or DATE.', {
    extensions: { code: 'BAD_USER_INPUT' },
  })
}
