import { findProfileBySlug, findProfiles } from '@profilkort/database/profiles/profiles.queries'
import { picturePath, pictureWidths } from '@profilkort/domain/pictures/picture'
import type {
  LinkedReading,
  ProfileReading,
  SectionReading,
  TraitReading,
} from '@profilkort/domain/profiles/read'
import type { FieldReading, LinkReading, PictureReading } from '@profilkort/domain/profiles/read-field'
import { builder } from '../graphql/builder.ts'
import { type Context, insider } from '../graphql/context.ts'
import { encodeGlobalId } from '../graphql/global-id.ts'
import { LocaleEnum } from '../graphql/locales.schema.ts'
import { PictureFormatEnum } from '../pictures/picture.schema.ts'
import { TemplateFieldKindEnum } from '../templates/template.schema.ts'
import { loadDrafts, loadPublished } from './load-profiles.ts'
import { ProfileKindEnum } from './profile-enums.schema.ts'

const ProfilePicture = builder.objectRef<PictureReading>('ProfilePicture').implement({
  description: 'A picture that a profile shows.',
  fields: (t) => ({
    hash: t.exposeString('hash', { description: 'SHA-256 of the picture, by which the workspace knows it.' }),
    path: t.string({
      description: 'Its path on this server in a width; what is there never changes.',
      args: {
        width: t.arg.int({
          required: true,
          defaultValue: 384,
          description: `In pixels: ${pictureWidths.join(', ')}; the next larger one of these is taken.`,
        }),
        format: t.arg({
          type: PictureFormatEnum,
          required: true,
          defaultValue: 'webp',
          description: 'The form.',
        }),
      },
      resolve: ({ hash }, { width: asked, format }, { viewer }) => {
        const width = pictureWidths.find((each) => each >= asked) ?? 1536
        return picturePath(insider(viewer).workspaceId, hash, { kind: 'width', width, format })
      },
    }),
    alt: t.exposeString('alt', { description: 'What it shows, in words; empty where nobody has said it.' }),
  }),
})

const ProfileLink = builder.objectRef<LinkReading>('ProfileLink').implement({
  description: 'A link in a profile.',
  fields: (t) => ({
    url: t.exposeString('url', { description: 'The address.' }),
    label: t.exposeString('label', { description: 'The words to click on.' }),
  }),
})

const FieldType = builder.objectRef<FieldReading>('ProfileField').implement({
  description: 'A filled field of a profile: a text, the items of a list, a picture or a link.',
  fields: (t) => ({
    key: t.exposeString('key', { description: 'Its name in the template.' }),
    label: t.exposeString('label', { description: 'Its name for people.' }),
    kind: t.expose('kind', { type: TemplateFieldKindEnum, description: 'What the template holds here.' }),
    text: t.exposeString('text', {
      nullable: true,
      description: 'The text; numbers, amounts and choices as the language writes them. Else null.',
    }),
    items: t.stringList({
      nullable: true,
      description: 'The items of a list; else null.',
      resolve: ({ items }) => items as string[] | null,
    }),
    picture: t.expose('picture', {
      type: ProfilePicture,
      nullable: true,
      description: 'The picture; else null.',
    }),
    link: t.expose('link', { type: ProfileLink, nullable: true, description: 'The link; else null.' }),
  }),
})

const SectionType = builder.objectRef<SectionReading>('ProfileSection').implement({
  description: 'Fields of a profile that belong together.',
  fields: (t) => ({
    key: t.exposeString('key', { description: 'Its name in the template.' }),
    title: t.exposeString('title', { description: 'Its name for people.' }),
    fields: t.field({
      type: [FieldType],
      extensions: { stored: true },
      description: 'Its filled fields.',
      resolve: ({ fields }) => fields as FieldReading[],
    }),
  }),
})

const TraitType = builder.objectRef<TraitReading>('Trait').implement({
  description: "A profile's expectation on a customer: words for people, a rule for data.",
  fields: (t) => ({
    key: t.exposeString('key', { description: 'Its name in the profile.' }),
    label: t.exposeString('label', { description: 'What it is about.' }),
    words: t.exposeString('words', {
      description: "What is expected: in the profile's words; in the rule's where it has none.",
    }),
    sentence: t.string({
      nullable: true,
      description: 'The rule as a sentence. Needs `profile:read`; null for keys in browsers.',
      resolve: ({ sentence }) => sentence ?? null,
    }),
    rule: t.field({
      type: 'JSON',
      nullable: true,
      description: 'The rule as JSON. Needs `profile:read`; null for keys in browsers.',
      resolve: ({ rule }) => rule ?? null,
    }),
  }),
})

const LinkedProfile = builder.objectRef<LinkedReading>('LinkedProfile').implement({
  description: 'Another profile that a profile points at, as far as the caller may see it.',
  fields: (t) => ({
    id: t.id({ description: 'Its global id.', resolve: ({ id }) => encodeGlobalId('Profile', id) }),
    slug: t.exposeString('slug', { description: 'Its name in addresses.' }),
    kind: t.expose('kind', { type: ProfileKindEnum, description: 'What it describes.' }),
    resolvedLocale: t.expose('resolvedLocale', {
      type: LocaleEnum,
      description: 'The language of its texts.',
    }),
    name: t.exposeString('name', { description: 'Its name.' }),
    summary: t.exposeString('summary', { nullable: true, description: 'What it is about, in short.' }),
    quote: t.exposeString('quote', { nullable: true, description: 'What such a customer says.' }),
    picture: t.expose('picture', { type: ProfilePicture, nullable: true, description: 'Its face.' }),
  }),
})

const ProfileProduct = builder.objectRef<ProfileReading['products'][number]>('ProfileProduct').implement({
  description: 'A product that a profile is for.',
  fields: (t) => ({
    key: t.exposeString('key', { description: 'Its name in the workspace.' }),
    name: t.exposeString('name', { description: 'Its name for people.' }),
  }),
})

/** A profile's reading is all that a reader sees; what its editors see beside it is read from its row. */
export const Profile = builder.objectRef<ProfileReading>('Profile').implement({
  description:
    'A profile: an authored document on a kind of customer, in one language, as the caller may see it.',
  fields: (t) => ({
    id: t.id({ description: 'Its global id.', resolve: ({ id }) => encodeGlobalId('Profile', id) }),
    slug: t.exposeString('slug', { description: 'Its name in addresses.' }),
    kind: t.expose('kind', { type: ProfileKindEnum, description: 'What it describes.' }),
    template: t.exposeString('template', { description: 'The template it was made from.' }),
    revision: t.exposeInt('revision', { description: 'The revision these texts are of.' }),
    publishedAt: t.field({
      type: 'DateTime',
      nullable: true,
      description: 'When this revision was published in this language; null for a draft.',
      resolve: ({ publishedAt }) => (publishedAt === null ? null : new Date(publishedAt)),
    }),
    publishedLocales: t.field({
      type: [LocaleEnum],
      description: 'The languages it can be read in.',
      resolve: ({ publishedLocales }) => [...publishedLocales],
    }),
    resolvedLocale: t.expose('resolvedLocale', {
      type: LocaleEnum,
      description: 'The language of the texts.',
    }),
    name: t.exposeString('name', { description: 'Its name.' }),
    summary: t.exposeString('summary', { nullable: true, description: 'What it is about, in short.' }),
    quote: t.exposeString('quote', { nullable: true, description: 'What such a customer says.' }),
    picture: t.expose('picture', {
      type: ProfilePicture,
      nullable: true,
      description: 'Its face; null where initials stand in.',
    }),
    traits: t.field({
      type: [TraitType],
      extensions: { stored: true },
      description: 'What is expected of such a customer.',
      resolve: ({ traits }) => traits as TraitReading[],
    }),
    sections: t.field({
      type: [SectionType],
      extensions: { stored: true },
      description: 'Its texts, by the sections of its template; those without a filled field are left out.',
      resolve: ({ sections }) => sections as SectionReading[],
    }),
    personas: t.field({
      type: [LinkedProfile],
      extensions: { stored: true },
      description: 'The people in it; those that are not yet published are left out.',
      resolve: ({ personas }) => personas as LinkedReading[],
    }),
    contrasts: t.field({
      type: [LinkedProfile],
      extensions: { stored: true },
      description: 'Whom it is told apart from; those that are not yet published are left out.',
      resolve: ({ contrasts }) => contrasts as LinkedReading[],
    }),
    products: t.field({
      type: [ProfileProduct],
      extensions: { stored: true },
      description: 'The products it is for.',
      resolve: ({ products }) => [...products],
    }),
  }),
})

export const readingArgs = {
  locale: 'The language; others of the workspace are fallen back on.',
  draft: 'Read the newest revision rather than the published one. Needs `profile:readDrafts`.',
}

builder.queryField('profile', (t) =>
  t.field({
    type: Profile,
    nullable: true,
    description: 'One profile by its slug; null when there is none or it may not be seen. Needs any key.',
    authScopes: (_root, { draft }) => (draft ? { may: 'profile:readDrafts' } : { reader: true }),
    args: {
      slug: t.arg.string({ required: true, description: 'Its name in addresses.' }),
      locale: t.arg({ type: LocaleEnum, description: readingArgs.locale }),
      draft: t.arg.boolean({ required: true, defaultValue: false, description: readingArgs.draft }),
    },
    resolve: async (_root, { slug, locale, draft }, context) => {
      const [reading] = draft
        ? await loadDrafts(
            context,
            async (tx, workspaceId) => {
              const row = await findProfileBySlug(tx, workspaceId, slug)
              return row ? [row] : []
            },
            locale,
          )
        : await loadPublished(context, [slug], locale)
      return reading
    },
  }),
)

/** A profile right after a change, as its editor sees it. */
export async function viewChanged(context: Context, id: string): Promise<ProfileReading> {
  const [reading] = await loadDrafts(
    context,
    (tx, workspaceId) => findProfiles(tx, workspaceId, [id]),
    undefined,
  )
  if (reading === undefined) throw new Error(`Profile ${id} is gone right after it was saved`)
  return reading
}
