import type { ProfileRow } from '@profilkort/database/profiles/profiles.queries'
import {
  findRevision,
  listRevisions,
  type RevisionRow,
} from '@profilkort/database/profiles/revisions.queries'
import { type Change, changedItems, changedWords, diffContents } from '@profilkort/domain/profiles/diff'
import { labelOfPath } from '@profilkort/domain/profiles/labels'
import { type LocaleStatus, localeStatuses } from '@profilkort/domain/profiles/locale-status'
import type { Trait } from '@profilkort/domain/profiles/profile'
import type { ProfileReading } from '@profilkort/domain/profiles/read'
import type { WordChange } from '@profilkort/domain/profiles/words'
import type { Template } from '@profilkort/domain/templates/template'
import { builder } from '../graphql/builder.ts'
import { connectionOf, pageArguments } from '../graphql/connection.schema.ts'
import type { Context } from '../graphql/context.ts'
import { enumOf } from '../graphql/enums.ts'
import { encodeGlobalId } from '../graphql/global-id.ts'
import { LocaleEnum } from '../graphql/locales.schema.ts'
import { isCount, readPage, toConnection } from '../graphql/pages.ts'
import { InvalidInput } from '../graphql/problems.ts'
import { findTemplateIn } from '../templates/find-template.ts'
import { loadRow } from './load-profiles.ts'
import { Profile } from './profile.schema.ts'

const drafts = { authScopes: { may: 'profile:readDrafts' as const }, nullable: true as const }
const needs = 'Needs `profile:readDrafts`; null without.'

const LocaleStatusEnum = enumOf('ProfileLocaleStatusKind', 'How far a profile has come in a language.', {
  missing: 'Nothing is written in it.',
  draft: 'Written, but not published as it is now.',
  published: 'What readers see is what is written.',
  outdated: 'The source language was changed after it was translated.',
})

const OutdatedPart = builder
  .objectRef<LocaleStatus['outdated'][number] & { readonly label: string }>('OutdatedPart')
  .implement({
    description: 'A text whose source was changed after it was translated.',
    fields: (t) => ({
      path: t.exposeString('path', { description: 'Which part, such as `fields.goals.sv`.' }),
      label: t.exposeString('label', { description: 'Its name for people.' }),
      translatedAtRevision: t.exposeInt('translatedAtRevision', {
        description: 'The revision since which the translation reads as it does.',
      }),
      source: t.field({
        type: 'JSON',
        nullable: true,
        description: 'The source as it is now.',
        resolve: ({ sourceNow }) => sourceNow,
      }),
    }),
  })

const MissingPart = builder
  .objectRef<LocaleStatus['completeness']['missing'][number]>('MissingPart')
  .implement({
    description: 'A part that is not yet written in a language.',
    fields: (t) => ({
      path: t.exposeString('path', { description: 'Which part, such as `fields.goals`.' }),
      label: t.exposeString('label', { description: 'Its name for people.' }),
    }),
  })

interface StatusView extends LocaleStatus {
  readonly template: Template
  readonly traits: readonly Trait[]
}

const ProfileLocaleStatus = builder.objectRef<StatusView>('ProfileLocaleStatus').implement({
  description: 'How far a profile has come in one language of the workspace.',
  fields: (t) => ({
    locale: t.expose('locale', { type: LocaleEnum, description: 'The language.' }),
    status: t.expose('status', { type: LocaleStatusEnum, description: 'How far it has come.' }),
    publishedRevision: t.int({
      nullable: true,
      description: 'The revision that readers see in it; null where it is not published.',
      resolve: ({ publishedRevision }) => publishedRevision,
    }),
    differsFromPublished: t.exposeBoolean('differsFromPublished', {
      description: 'Whether the newest revision would look different to readers.',
    }),
    completeness: t.float({
      description: 'The share of its parts that is written, 0 to 1.',
      resolve: ({ completeness }) => completeness.share,
    }),
    missing: t.field({
      type: [MissingPart],
      extensions: { stored: true },
      description: 'What is not yet written.',
      resolve: ({ completeness }) => [...completeness.missing],
    }),
    outdated: t.field({
      type: [OutdatedPart],
      extensions: { stored: true },
      description: 'What was changed in the source after it was translated.',
      resolve: ({ outdated, template, traits, locale }) =>
        outdated.map((part) => ({ ...part, label: labelOfPath(part.path, template, locale, traits) })),
    }),
  }),
})

const WordChangeType = builder.objectRef<WordChange>('WordChange').implement({
  description: 'A run of words that stayed, came or went.',
  fields: (t) => ({
    kind: t.exposeString('kind', { description: '`same`, `added` or `removed`.' }),
    text: t.exposeString('text', { description: 'The words, blanks included.' }),
  }),
})

const ChangeType = builder.objectRef<Change>('ProfileChange').implement({
  description: 'A part of a profile that differs between two revisions.',
  fields: (t) => ({
    path: t.exposeString('path', { description: 'Which part, such as `fields.goals.sv`.' }),
    locale: t.field({
      type: LocaleEnum,
      nullable: true,
      description: 'Its language; null for what has none.',
      resolve: ({ locale }) => locale,
    }),
    kind: t.exposeString('kind', { description: '`added`, `removed` or `changed`.' }),
    before: t.field({
      type: 'JSON',
      nullable: true,
      description: 'As it was.',
      resolve: ({ before }) => before,
    }),
    after: t.field({
      type: 'JSON',
      nullable: true,
      description: 'As it became.',
      resolve: ({ after }) => after,
    }),
    words: t.field({
      type: [WordChangeType],
      extensions: { stored: true },
      nullable: true,
      description: 'Of a text: what changed within it.',
      resolve: (change) => changedWords(change)?.slice(),
    }),
    items: t.field({
      type: [WordChangeType],
      extensions: { stored: true },
      nullable: true,
      description: 'Of lines, options and links: what came and went.',
      resolve: (change) => changedItems(change)?.slice(),
    }),
  }),
})

const Revision = builder.objectRef<RevisionRow>('ProfileRevision').implement({
  description: 'An immutable state of a profile, translations and traits included.',
  fields: (t) => ({
    revision: t.exposeInt('revision', { description: 'Its number; each save makes the next.' }),
    savedAt: t.expose('savedAt', { type: 'DateTime', description: 'When it was saved.' }),
    savedBy: t.exposeString('savedBy', { description: 'Who saved it.' }),
    isAutosave: t.exposeBoolean('isAutosave', { description: 'Whether the editor saved it by itself.' }),
    restoredFrom: t.exposeInt('restoredFrom', {
      nullable: true,
      description: 'The revision whose content was taken back; null for a change.',
    }),
    content: t.field({
      type: 'JSON',
      description: 'The whole content, in all languages.',
      resolve: ({ content }) => content,
    }),
    changes: t.field({
      type: [ChangeType],
      extensions: { stored: true },
      description: 'What differs from an earlier revision; from the one before it when not said.',
      args: { since: t.arg.int({ description: 'The number of the earlier revision.' }) },
      resolve: async (row, { since }, context) => {
        const earlier = since ?? row.revision - 1
        if (earlier === 0) return []
        return [...diffContents((await revisionOf(context, row.profileId, earlier)).content, row.content)]
      },
    }),
  }),
})

const RevisionConnection = connectionOf(Revision, {
  page: 'A page of the history, newest first.',
  edge: 'A revision and its place in the history.',
  node: 'The revision.',
})

builder.objectFields(Profile, (t) => ({
  latestRevision: t.int({
    ...drafts,
    description: `The newest revision, for \`expectedRevision\`. ${needs}`,
    resolve: async ({ id }, _args, context) => (await loadRow(context, id))?.revision,
  }),
  savedAt: t.field({
    ...drafts,
    type: 'DateTime',
    description: `When the newest revision was saved. ${needs}`,
    resolve: async ({ id }, _args, context) => (await loadRow(context, id))?.savedAt,
  }),
  savedBy: t.string({
    ...drafts,
    description: `Who saved the newest revision. ${needs}`,
    resolve: async ({ id }, _args, context) => (await loadRow(context, id))?.savedBy,
  }),
  archivedAt: t.field({
    ...drafts,
    type: 'DateTime',
    description: `When it was put in the archive; null while it is not. ${needs}`,
    resolve: async ({ id }, _args, context) => (await loadRow(context, id))?.archivedAt,
  }),
  content: t.field({
    ...drafts,
    type: 'JSON',
    description: `The whole content of this revision, in all languages. ${needs}`,
    resolve: async (reading, _args, context) => contentOf(reading, await loadRow(context, reading.id)),
  }),
  keptFields: t.stringList({
    ...drafts,
    description: `Keys of values that are kept though the template no longer has a field for them. ${needs}`,
    resolve: ({ id }, _args, context) => keptFields(context, id),
  }),
  waitingLinks: t.idList({
    ...drafts,
    description: `The linked profiles that readers cannot see yet, because they are not published. ${needs}`,
    resolve: async ({ id }, _args, context) => waitingLinks(context, await loadRow(context, id)),
  }),
  localeStatus: t.field({
    ...drafts,
    type: [ProfileLocaleStatus],
    extensions: { stored: true },
    description: `How far it has come in each language of the workspace. ${needs}`,
    resolve: ({ id }, _args, context) => statusOf(context, id),
  }),
  revisionOf: t.field({
    ...drafts,
    type: Revision,
    description: `One revision by its number. ${needs}`,
    args: { number: t.arg.int({ required: true, description: 'The number of the revision.' }) },
    resolve: ({ id }, { number }, context) => revisionOf(context, id, number),
  }),
  revisions: t.field({
    ...drafts,
    type: RevisionConnection,
    description: `Its history, newest first. ${needs}`,
    args: {
      ...pageArguments(t.arg, ['the newest', 'the oldest']),
    },
    resolve: async ({ id }, args, context) => {
      const page = readPage(args, ([number]) => (isCount(number) ? number : undefined))
      const rows = await context.read((tx, workspaceId) => listRevisions(tx, workspaceId, id, page))
      return toConnection(rows, page, ({ revision }) => [revision])
    },
  }),
}))

function contentOf({ revision }: ProfileReading, row: ProfileRow | undefined): unknown {
  if (row === undefined || row.revision === revision) return row?.content
  return Object.values(row.publications).find((published) => published.revision === revision)?.content
}

async function revisionOf(context: Context, id: string, number: number): Promise<RevisionRow> {
  const found = await context.read((tx, workspaceId) => findRevision(tx, workspaceId, id, number))
  if (found !== undefined) return found
  throw new InvalidInput([{ path: ['number'], message: `The profile has no revision ${number}.` }])
}

async function statusOf(context: Context, id: string): Promise<StatusView[] | null> {
  const [row, { locales }] = await Promise.all([loadRow(context, id), context.workspace()])
  const template = row && (await templateOf(context, row))
  if (row === undefined || template === undefined) return null
  const { content, marks, publications } = row
  const statuses = localeStatuses({ content, marks, publications, workspaceLocales: locales, template })
  return statuses.map((status) => ({ ...status, template, traits: content.traits }))
}

async function keptFields(context: Context, id: string): Promise<string[] | null> {
  const row = await loadRow(context, id)
  const template = row && (await templateOf(context, row))
  if (row === undefined || template === undefined) return null
  const known = new Set(template.sections.flatMap(({ fields }) => fields).map(({ key }) => key))
  return Object.keys(row.content.fields).filter((key) => !known.has(key))
}

async function waitingLinks(context: Context, row: ProfileRow | undefined): Promise<string[] | null> {
  if (row === undefined) return null
  const ids = [...row.content.links.personas, ...row.content.links.contrasts]
  const linked = await Promise.all(ids.map((id) => loadRow(context, id)))
  return ids
    .filter((_id, index) => Object.keys(linked[index]?.publications ?? {}).length === 0)
    .map((id) => encodeGlobalId('Profile', id))
}

function templateOf(context: Context, { templateKey }: ProfileRow): Promise<Template | undefined> {
  return context.read((tx, workspaceId) => findTemplateIn(tx, workspaceId, templateKey))
}
