import {
  findProfileBySlug,
  findProfiles,
  listProfiles,
  type ProfileRow,
} from '@profilkort/database/profiles/profiles.queries'
import type { Locale } from '@profilkort/domain/locales/locale'
import {
  type FieldReading,
  type ProfileReading,
  readProfile,
  type SectionReading,
} from '@profilkort/domain/profiles/read'
import { describe } from '@profilkort/domain/rules/describe'
import { findTemplate } from '@profilkort/domain/templates/builtin'
import { builder } from '../graphql/builder.ts'
import type { Context } from '../graphql/context.ts'
import { LocaleEnum, localeChain } from '../graphql/locales.schema.ts'
import { isInternal } from '../keys/viewer.ts'
import { ProfileKindEnum } from './profile-enums.schema.ts'

/** A profile's revision as the viewer reads it in one language. */
export interface ProfileView {
  readonly row: ProfileRow
  readonly reading: ProfileReading
  readonly revision: number
  readonly publishedAt: Date | undefined
}

type TraitView = ProfileReading['traits'][number] & { readonly locale: Locale }

const TraitType = builder.objectRef<TraitView>('Trait').implement({
  description: "A profile's expectation on a customer: words for people, a rule for data.",
  fields: (t) => ({
    key: t.exposeString('key', { description: 'Its name in the profile.' }),
    label: t.string({ description: 'What it is about.', resolve: ({ text }) => text.label }),
    words: t.string({
      description: "What is expected, in the profile's words; in the rule's where it has none.",
      resolve: async ({ text, rule, locale }, _args, context) =>
        text.words ?? describe(rule, await context.catalogue(), locale),
    }),
    sentence: t.string({
      nullable: true,
      description: 'The rule as a sentence. Needs a secret key or a session.',
      authScopes: { internal: true },
      resolve: async ({ rule, locale }, _args, context) => describe(rule, await context.catalogue(), locale),
    }),
    rule: t.field({
      type: 'JSON',
      nullable: true,
      description: 'The rule as JSON. Needs a secret key or a session.',
      authScopes: { internal: true },
      resolve: ({ rule }) => rule,
    }),
  }),
})

const FieldType = builder.objectRef<FieldReading>('ProfileField').implement({
  description: 'A filled field of a profile: a text or the items of a list.',
  fields: (t) => ({
    key: t.exposeString('key', { description: 'Its name in the template.' }),
    label: t.exposeString('label', { description: 'Its name for people.' }),
    text: t.string({
      nullable: true,
      description: 'The text; null for a list.',
      resolve: ({ text }) => text,
    }),
    items: t.stringList({
      nullable: true,
      description: 'The items; null for a text.',
      resolve: ({ items }) => (items ? [...items] : null),
    }),
  }),
})

const SectionType = builder.objectRef<SectionReading>('ProfileSection').implement({
  description: 'Fields of a profile that belong together.',
  fields: (t) => ({
    key: t.exposeString('key', { description: 'Its name in the template.' }),
    title: t.exposeString('title', { description: 'Its name for people.' }),
    fields: t.field({
      type: [FieldType],
      description: 'Its filled fields.',
      resolve: ({ fields }) => [...fields],
    }),
  }),
})

export const Profile = builder.objectRef<ProfileView>('Profile').implement({
  description:
    'A profile: an authored document on a kind of customer, in one language, as the caller may see it.',
  fields: (t) => ({
    id: t.globalID({
      description: 'Its global id.',
      resolve: ({ row }) => ({ type: 'Profile', id: row.id }),
    }),
    slug: t.string({ description: 'Its name in addresses.', resolve: ({ row }) => row.slug }),
    kind: t.field({
      type: ProfileKindEnum,
      description: 'What it describes.',
      resolve: ({ row }) => row.kind,
    }),
    template: t.string({
      description: 'The template it was made from.',
      resolve: ({ row }) => row.templateKey,
    }),
    revision: t.exposeInt('revision', { description: 'The revision these texts are of.' }),
    latestRevision: t.int({
      nullable: true,
      description: 'The newest revision, for `expectedRevision`. Needs a secret key or a session.',
      authScopes: { internal: true },
      resolve: ({ row }) => row.revision,
    }),
    publishedAt: t.field({
      type: 'DateTime',
      nullable: true,
      description: 'When this revision was published in this language; null for a draft.',
      resolve: ({ publishedAt }) => publishedAt,
    }),
    publishedLocales: t.field({
      type: [LocaleEnum],
      description: 'The languages it can be read in.',
      resolve: ({ row }) => Object.keys(row.publications) as Locale[],
    }),
    resolvedLocale: t.field({
      type: LocaleEnum,
      description: 'The language of the texts.',
      resolve: ({ reading }) => reading.locale,
    }),
    name: t.string({ description: 'Its name.', resolve: ({ reading }) => reading.name }),
    summary: t.string({
      nullable: true,
      description: 'What it is about, in short.',
      resolve: ({ reading }) => reading.summary,
    }),
    quote: t.string({
      nullable: true,
      description: 'What such a customer says.',
      resolve: ({ reading }) => reading.quote,
    }),
    traits: t.field({
      type: [TraitType],
      description: 'What is expected of such a customer.',
      resolve: ({ reading }) => reading.traits.map((trait) => ({ ...trait, locale: reading.locale })),
    }),
    sections: t.field({
      type: [SectionType],
      description: 'Its texts, by the sections of its template; those without a filled field are left out.',
      resolve: ({ reading }) => [...reading.sections],
    }),
    content: t.field({
      type: 'JSON',
      nullable: true,
      description: 'The whole revision, in all languages. Needs a secret key or a session.',
      authScopes: { internal: true },
      resolve: ({ row, revision }) =>
        revision === row.revision
          ? row.content
          : Object.values(row.publications).find((publication) => publication.revision === revision)?.content,
    }),
  }),
})

/**
 * The one reader rule: widgets see public fields of published revisions only, the workspace's own see all, drafts
 * where they ask for them. The first locale of the chain that the revision can be read in is taken.
 */
export function viewProfile(
  row: ProfileRow,
  chain: readonly Locale[],
  context: Pick<Context, 'viewer'>,
  draft = false,
): ProfileView | undefined {
  const template = findTemplate(row.templateKey)
  if (template === undefined)
    throw new Error(`Profile ${row.id} is of the unknown template ${row.templateKey}`)
  const internal = isInternal(context.viewer)
  const audience = internal ? 'internal' : 'public'
  if (draft && internal) {
    const locale = chain.find((each) => row.content.name[each] !== undefined) ?? 'en'
    return {
      row,
      reading: readProfile(row.content, template, locale, audience),
      revision: row.revision,
      publishedAt: undefined,
    }
  }
  for (const locale of chain) {
    const publication = row.publications[locale]
    if (publication === undefined) continue
    return {
      row,
      reading: readProfile(publication.content, template, locale, audience),
      revision: publication.revision,
      publishedAt: new Date(publication.publishedAt),
    }
  }
  return undefined
}

const profileArgs = {
  locale: 'The language; others of the workspace are fallen back on.',
  draft: 'Read the newest revision rather than the published one. Needs a secret key or a session.',
}

builder.queryField('profile', (t) =>
  t.field({
    type: Profile,
    nullable: true,
    description: 'One profile by its slug; null when there is none or it may not be seen. Needs any key.',
    authScopes: (_root, { draft }) => (draft ? { internal: true } : { reader: true }),
    args: {
      slug: t.arg.string({ required: true, description: 'Its name in addresses.' }),
      locale: t.arg({ type: LocaleEnum, description: profileArgs.locale }),
      draft: t.arg.boolean({ required: true, defaultValue: false, description: profileArgs.draft }),
    },
    resolve: async (_root, { slug, locale, draft }, context) => {
      const chain = await localeChain(context, locale)
      const row = await context.read((tx, workspaceId) => findProfileBySlug(tx, workspaceId, slug))
      return row && viewProfile(row, chain, context, draft)
    },
  }),
)

builder.queryField('profiles', (t) =>
  t.field({
    type: [Profile],
    description: 'The profiles the caller may see, by slug. Needs any key.',
    authScopes: (_root, { draft }) => (draft ? { internal: true } : { reader: true }),
    args: {
      kind: t.arg({ type: ProfileKindEnum, description: 'Only those of a kind.' }),
      locale: t.arg({ type: LocaleEnum, description: profileArgs.locale }),
      draft: t.arg.boolean({ required: true, defaultValue: false, description: profileArgs.draft }),
    },
    resolve: async (_root, { kind, locale, draft }, context) => {
      const chain = await localeChain(context, locale)
      const rows = await context.read(listProfiles)
      return rows
        .filter((row) => !kind || row.kind === kind)
        .map((row) => viewProfile(row, chain, context, draft))
        .filter((view) => view !== undefined)
    },
  }),
)

/** A profile right after a change, as its editor sees it. */
export async function viewChanged(context: Context, id: string): Promise<ProfileView> {
  const [row] = await context.read((tx, workspaceId) => findProfiles(tx, workspaceId, [id]))
  const view = row && viewProfile(row, await localeChain(context, undefined), context, true)
  if (view === undefined) throw new Error(`Profile ${id} is gone right after it was saved`)
  return view
}
