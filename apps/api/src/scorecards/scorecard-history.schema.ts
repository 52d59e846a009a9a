import { findLinking, type LinkingProfile } from '@profilkort/database/profiles/linking.queries'
import {
  listPublications,
  type ScorecardPublication,
} from '@profilkort/database/scorecards/scorecard-publications.queries'
import {
  findScorecardRevision,
  listScorecardRevisions,
  type ScorecardRevisionRow,
} from '@profilkort/database/scorecards/scorecard-revisions.queries'
import type { LocaleChain } from '@profilkort/domain/locales/locale'
import { describeChange } from '@profilkort/domain/scorecards/describe-change'
import { type ChangedThing, diffScorecards, type ScorecardChange } from '@profilkort/domain/scorecards/diff'
import { builder } from '../graphql/builder.ts'
import { connectionOf, pageArguments } from '../graphql/connection.schema.ts'
import { enumOf } from '../graphql/enums.ts'
import { encodeGlobalId } from '../graphql/global-id.ts'
import { isCount, readPage, toConnection } from '../graphql/pages.ts'
import { InvalidInput } from '../graphql/problems.ts'
import { ScorecardType, type ScorecardView } from './scorecard.schema.ts'

const ChangedThingEnum = enumOf('ScorecardChangeOf', 'What of a scorecard was changed.', {
  scorecard: 'Its name, threshold or coverage floor.',
  criterion: 'A criterion.',
  order: 'The order of its criteria.',
  group: 'A group.',
  disqualifier: 'A disqualifier.',
  band: 'A band.',
} satisfies Record<ChangedThing, string>)

const ChangeType = builder
  .objectRef<ScorecardChange & { readonly chain: LocaleChain }>('ScorecardChange')
  .implement({
    description: 'Something of a scorecard that differs between two revisions.',
    fields: (t) => ({
      what: t.field({ type: ChangedThingEnum, description: 'What it is.', resolve: ({ what }) => what }),
      kind: t.exposeString('kind', { description: '`added`, `removed` or `changed`.' }),
      key: t.string({
        nullable: true,
        description: 'Its key; null for the scorecard itself and the order.',
        resolve: ({ key }) => key,
      }),
      parts: t.stringList({
        description: 'Which of its parts differ: `weight`, `two`, `label` ….',
        resolve: ({ parts }) => parts.map(({ part }) => part),
      }),
      sentence: t.string({
        description: 'The change in words: `Changed criterion: Need (weight 1 → 2).`',
        resolve: async (change, _args, context) =>
          describeChange(change, await context.catalogue(), change.chain),
      }),
    }),
  })

interface RevisionView extends ScorecardRevisionRow {
  readonly scorecard: ScorecardView
}

const RevisionType = builder.objectRef<RevisionView>('ScorecardRevision').implement({
  description: 'An immutable state of a scorecard.',
  fields: (t) => ({
    revision: t.exposeInt('revision', { description: 'Its number; each save makes the next.' }),
    savedAt: t.expose('savedAt', { type: 'DateTime', description: 'When it was saved.' }),
    savedBy: t.exposeString('savedBy', { description: 'Who saved it.' }),
    restoredFrom: t.exposeInt('restoredFrom', {
      nullable: true,
      description: 'The revision whose content was taken back; null for a change.',
    }),
    scorecard: t.field({
      type: ScorecardType,
      description: 'The scorecard as it was then.',
      resolve: ({ scorecard, revision, content }) => ({ ...scorecard, revision, content }),
    }),
    changes: t.field({
      type: [ChangeType],
      description: 'What differs from an earlier revision; from the one before it when not said.',
      args: { since: t.arg.int({ description: 'The number of the earlier revision.' }) },
      resolve: async ({ scorecard, revision, content }, { since }, context) => {
        const earlier = since ?? revision - 1
        if (earlier === 0) return []
        const before = await context.read((tx, workspaceId) =>
          findScorecardRevision(tx, workspaceId, scorecard.row.id, earlier),
        )
        if (before === undefined) {
          const message = `There is no revision ${earlier}; the newest is ${scorecard.row.revision}.`
          throw new InvalidInput([{ path: ['since'], message }])
        }
        return diffScorecards(before.content, content).map((change) => ({
          ...change,
          chain: scorecard.chain,
        }))
      },
    }),
  }),
})

const RevisionConnection = connectionOf(RevisionType, {
  page: 'A page of the history, newest first.',
  edge: 'A revision and its place in the history.',
  node: 'The revision.',
})

const PublicationType = builder.objectRef<ScorecardPublication>('ScorecardPublication').implement({
  description: 'A time a revision was made the one that scores.',
  fields: (t) => ({
    revision: t.exposeInt('revision', { description: 'The revision.' }),
    note: t.exposeString('note', { description: 'Why, in the words of who did it.' }),
    at: t.expose('at', { type: 'DateTime', description: 'When.' }),
    by: t.exposeString('by', {
      nullable: true,
      description: 'Who did it; null of what was published before this was kept.',
    }),
  }),
})

const UserType = builder.objectRef<LinkingProfile>('ScorecardUser').implement({
  description: 'Something that points at a scorecard.',
  fields: (t) => ({
    kind: t.exposeString('kind', { description: '`Profile`.' }),
    id: t.id({ description: 'Its global id.', resolve: ({ kind, id }) => encodeGlobalId(kind, id) }),
    name: t.exposeString('name', { description: 'Its slug.' }),
  }),
})

const insiders = { authScopes: { may: 'scorecard:read' as const }, nullable: true as const }
const needs = 'Needs `scorecard:read`; null without.'

builder.objectFields(ScorecardType, (t) => ({
  revisions: t.field({
    ...insiders,
    type: RevisionConnection,
    description: `Its history, newest first. ${needs}`,
    args: pageArguments(t.arg, ['the newest', 'the oldest']),
    resolve: async (scorecard, args, context) => {
      const page = readPage(args, ([revision]) => (isCount(revision) ? revision : undefined))
      const rows = await context.read((tx, workspaceId) =>
        listScorecardRevisions(tx, workspaceId, scorecard.row.id, page),
      )
      const views = rows.map((row) => ({ ...row, scorecard }))
      return toConnection(views, page, ({ revision }) => [revision])
    },
  }),
  publications: t.field({
    ...insiders,
    type: [PublicationType],
    description: `When which revision scored, the newest first; at most 100. ${needs}`,
    resolve: async ({ row }, _args, context) => [
      ...(await context.read((tx, workspaceId) => listPublications(tx, workspaceId, row.id))),
    ],
  }),
  users: t.field({
    ...insiders,
    type: [UserType],
    description: `The profiles that point at it, in their newest revision or one that readers see. ${needs}`,
    resolve: async ({ row }, _args, context) => [
      ...(await context.read((tx, workspaceId) => findLinking(tx, workspaceId, 'scorecard', row.id))),
    ],
  }),
}))
