import {
  findReleases,
  listAlarms,
  listReleases,
  type ReleaseItem,
  type ReleasePlace,
  type ReleaseRow,
} from '@profilkort/database/releases/releases.queries'
import type { Problem } from '@profilkort/domain/result'
import { builder } from '../graphql/builder.ts'
import { connectionOf, pageArguments } from '../graphql/connection.schema.ts'
import type { Context } from '../graphql/context.ts'
import { enumOf } from '../graphql/enums.ts'
import { encodeGlobalId, isUuid } from '../graphql/global-id.ts'
import { LocaleEnum } from '../graphql/locales.schema.ts'
import { isInstant, readPage, toConnection } from '../graphql/pages.ts'
import { changeProblems, createProblems, InputProblem } from '../graphql/problems.schema.ts'
import { loadRow } from '../profiles/load-profiles.ts'
import { lockForChange } from '../profiles/lock-for-change.ts'
import { alarmTimes } from './alarm-times.ts'
import { cancelRelease, planIn, planRelease, publishNow, replanRelease } from './plan-release.ts'

const ReleaseStateEnum = enumOf('ReleaseState', 'How far a release has come.', {
  planned: 'Nothing of it is published yet.',
  published: 'All of it was published.',
  failed: 'Something stood in the way, so nothing of it was published.',
  cancelled: 'It was called off.',
})

const ReleaseActionEnum = enumOf('ReleaseAction', 'What a release does to a profile.', {
  publish: 'Makes a revision the one readers see.',
  unpublish: 'Takes it away from readers.',
})

const ReleaseItemType = builder.objectRef<ReleaseItem>('ReleaseItem').implement({
  description: 'What a release does to one profile.',
  fields: (t) => ({
    profile: t.id({
      description: "The profile's global id.",
      resolve: ({ profileId }) => encodeGlobalId('Profile', profileId),
    }),
    slug: t.string({
      nullable: true,
      description: "The profile's slug; null where it was deleted since.",
      resolve: async ({ profileId }, _args, context) => (await loadRow(context, profileId))?.slug,
    }),
    action: t.expose('action', { type: ReleaseActionEnum, description: 'What is done.' }),
    revision: t.exposeInt('revision', {
      nullable: true,
      description: 'What is published; null to unpublish.',
    }),
    locales: t.field({
      type: [LocaleEnum],
      nullable: true,
      description: 'The languages; null for all it is written or published in.',
      resolve: ({ locales }) => (locales === null ? null : [...locales]),
    }),
  }),
})

export const Release = builder.objectRef<ReleaseRow>('Release').implement({
  description: 'Profiles that are published, or taken away, together or not at all.',
  fields: (t) => ({
    id: t.id({ description: 'Its global id.', resolve: ({ id }) => encodeGlobalId('Release', id) }),
    name: t.exposeString('name', { description: 'Its name for people.' }),
    state: t.expose('state', { type: ReleaseStateEnum, description: 'How far it has come.' }),
    revision: t.exposeInt('revision', {
      description: 'What to name as `expectedRevision` in a change.',
    }),
    at: t.expose('at', { type: 'DateTime', nullable: true, description: 'When; null for by hand.' }),
    zone: t.exposeString('zone', { nullable: true, description: 'The zone its time was given in.' }),
    createdBy: t.exposeString('createdBy', { description: 'Who planned it.' }),
    createdAt: t.expose('createdAt', { type: 'DateTime', description: 'When it was planned.' }),
    settledBy: t.exposeString('settledBy', {
      nullable: true,
      description: 'Who published or cancelled it; `Schedule` where it was time.',
    }),
    settledAt: t.expose('settledAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When it was published, failed or cancelled; null while planned.',
    }),
    failure: t.field({
      type: [InputProblem],
      nullable: true,
      description: 'Of a failed one: what stood in the way.',
      resolve: ({ failure }) => (failure === null ? null : ([...failure] as Problem[])),
    }),
    items: t.field({
      type: [ReleaseItemType],
      extensions: { stored: true },
      description: 'What it does, in order.',
      resolve: ({ items }) => [...items],
    }),
  }),
})

const ReleaseConnection = connectionOf(Release, {
  page: 'A page of releases, newest first.',
  edge: 'A release and its place in the list.',
  node: 'The release.',
})

builder.queryField('releases', (t) =>
  t.field({
    type: ReleaseConnection,
    description: 'The releases, newest first. Needs `release:read`.',
    authScopes: { may: 'release:read' },
    args: {
      state: t.arg({ type: [ReleaseStateEnum], description: 'Only those of these states.' }),
      ...pageArguments(t.arg, ['the newest', 'the oldest']),
    },
    resolve: async (_root, { state, ...args }, { read }) => {
      const page = readPage(args, ([at, id]): ReleasePlace | undefined =>
        isInstant(at) && isUuid(id) ? [at, id] : undefined,
      )
      const rows = await read((tx, workspaceId) => listReleases(tx, workspaceId, state ?? undefined, page))
      return toConnection(rows, page, ({ createdAt, id }) => [createdAt.getTime(), id])
    },
  }),
)

builder.queryField('release', (t) =>
  t.field({
    type: Release,
    nullable: true,
    description: 'One release; null when there is none. Needs `release:read`.',
    authScopes: { may: 'release:read' },
    args: { id: t.arg.globalID({ required: true, description: 'The release.' }) },
    resolve: (_root, { id }, context) => find(context, id.id),
  }),
)

builder.queryField('overdueReleases', (t) =>
  t.field({
    type: [Release],
    description:
      'Alarms: releases that are a minute late or more, and those that failed within a week. Needs `release:read`.',
    authScopes: { may: 'release:read' },
    resolve: async (_root, _args, { read, now }) => [
      ...(await read((tx, workspaceId) => listAlarms(tx, workspaceId, alarmTimes(now)))),
    ],
  }),
)

const ZonedTimeInput = builder.inputType('ZonedTimeInput', {
  description: "A wall clock's time in a zone.",
  fields: (t) => ({
    local: t.string({ required: true, description: 'Such as `2026-12-01T08:00`.' }),
    zone: t.string({ required: true, description: 'An IANA name, such as `Europe/Oslo`.' }),
  }),
})

const ReleaseItemInput = builder.inputType('ReleaseItemInput', {
  description: 'What a release does to one profile.',
  fields: (t) => ({
    profile: t.globalID({ required: true, description: 'The profile.' }),
    action: t.field({
      type: ReleaseActionEnum,
      required: true,
      defaultValue: 'publish',
      description: 'What is done.',
    }),
    revision: t.int({ description: 'The revision to publish; the newest, as it is now, when not given.' }),
    locales: t.field({
      type: [LocaleEnum],
      description: 'The languages; all it is written or published in when not given.',
    }),
  }),
})

const ReleaseInput = builder.inputType('ReleaseInput', {
  description: 'What is published together.',
  fields: (t) => ({
    name: t.string({ required: true, description: 'Its name for people, 1 to 120 characters.' }),
    items: t.field({
      type: [ReleaseItemInput],
      required: true,
      description: 'The profiles, 1 to 100, each once.',
    }),
    at: t.field({ type: ZonedTimeInput, description: 'When; by hand when not given.' }),
  }),
})

const dataField = { name: 'release', description: 'The release as it is now.' }
const args = { type: ReleaseInput, required: true, description: 'The plan.' } as const
const theRelease = { required: true, description: 'The release.' } as const
const seenRevision = {
  required: true,
  description: 'The plan the caller has seen (`revision`).',
} as const

builder.mutationField('releaseCreate', (t) =>
  t.field({
    type: Release,
    description: 'Plans what is published together, at a time or by hand. Needs `release:write`.',
    authScopes: { may: 'release:write' },
    errors: { types: createProblems, dataField },
    args: { input: t.arg(args) },
    resolve: async (_root, { input }, context) =>
      changed(context, await planRelease(context, toInput(input))),
  }),
)

builder.mutationField('releaseUpdate', (t) =>
  t.field({
    type: Release,
    description: 'Plans a release anew while nothing of it is published. Needs `release:write`.',
    authScopes: { may: 'release:write' },
    errors: { types: changeProblems, dataField },
    args: {
      id: t.arg.globalID(theRelease),
      expectedRevision: t.arg.int(seenRevision),
      input: t.arg(args),
    },
    resolve: async (_root, { id, expectedRevision, input }, context) => {
      await replanRelease(context, { id: id.id, expectedRevision }, toInput(input))
      return changed(context, id.id)
    },
  }),
)

builder.mutationField('releasePublish', (t) =>
  t.field({
    type: Release,
    description: 'Publishes a planned release now: all of it, or nothing. Needs `release:write`.',
    authScopes: { may: 'release:write' },
    errors: { types: changeProblems, dataField },
    args: { id: t.arg.globalID(theRelease), expectedRevision: t.arg.int(seenRevision) },
    resolve: async (_root, { id, expectedRevision }, context) => {
      await publishNow(context, { id: id.id, expectedRevision })
      return changed(context, id.id)
    },
  }),
)

builder.mutationField('releaseCancel', (t) =>
  t.field({
    type: Release,
    description: 'Calls a planned release off. Needs `release:write`.',
    authScopes: { may: 'release:write' },
    errors: { types: changeProblems, dataField },
    args: { id: t.arg.globalID(theRelease), expectedRevision: t.arg.int(seenRevision) },
    resolve: async (_root, { id, expectedRevision }, context) => {
      await cancelRelease(context, { id: id.id, expectedRevision })
      return changed(context, id.id)
    },
  }),
)

builder.mutationField('profileSchedule', (t) =>
  t.field({
    type: Release,
    description:
      'Publishes or unpublishes one profile at a time: a release of its own, with its newest revision as it is now. Needs `release:write`.',
    authScopes: { may: 'release:write' },
    errors: { types: changeProblems, dataField },
    args: {
      id: t.arg.globalID({ required: true, description: 'The profile.' }),
      expectedRevision: t.arg.int({
        required: true,
        description: 'The newest revision the caller has seen (`latestRevision`).',
      }),
      action: t.arg({
        type: ReleaseActionEnum,
        required: true,
        defaultValue: 'publish',
        description: 'What is done.',
      }),
      locales: t.arg({ type: [LocaleEnum], description: 'The languages; all when not given.' }),
      at: t.arg({ type: ZonedTimeInput, required: true, description: 'When.' }),
    },
    resolve: async (_root, { id, expectedRevision, action, locales, at }, context) => {
      const planned = await context.read(async (tx, workspaceId) => {
        const seen = { id: id.id, expectedRevision }
        const profile = await lockForChange(tx, workspaceId, context.viewer, 'profile:publish', seen)
        const items = [{ profileId: profile.id, action, locales }]
        return planIn(tx, workspaceId, context, { name: profile.slug, items, at })
      })
      return changed(context, planned)
    },
  }),
)

function toInput(input: typeof ReleaseInput.$inferInput) {
  const items = input.items.map(({ profile, ...item }) => ({ ...item, profileId: profile.id }))
  return { ...input, items }
}

async function find({ read }: Context, id: string): Promise<ReleaseRow | undefined> {
  const [row] = await read((tx, workspaceId) => findReleases(tx, workspaceId, [id]))
  return row
}

async function changed(context: Context, id: string): Promise<ReleaseRow> {
  const row = await find(context, id)
  if (row === undefined) throw new Error(`Release ${id} is gone right after it was saved`)
  return row
}
