import { type KeyRow, listKeys, revokeKey } from '@profilkort/database/keys/keys.queries'
import { builder } from '../graphql/builder.ts'
import { insider } from '../graphql/context.ts'
import { enumOf } from '../graphql/enums.ts'
import { encodeGlobalId } from '../graphql/global-id.ts'
import { LocaleEnum } from '../graphql/locales.schema.ts'
import { createProblems } from '../graphql/problems.schema.ts'
import { NotFound } from '../graphql/problems.ts'
import { type CreatedKey, createKey } from './create-key.ts'
import { KeyScopeEnum } from './key-scopes.schema.ts'
import type { Scope } from './policy.ts'
import { rotateKey } from './rotate-key.ts'
import { changeKey } from './update-key.ts'

const KeyKindEnum = enumOf('ApiKeyKind', 'What a key is for.', {
  publishable: "For a page in anybody's browser: published and public content only, named origins only.",
  secret: 'For a server: what its scopes say.',
})

const ApiKey = builder.objectRef<KeyRow>('ApiKey').implement({
  description: 'A key of the workspace, without the key itself.',
  fields: (t) => ({
    id: t.globalID({ description: 'Its global id.', resolve: (key) => ({ type: 'ApiKey', id: key.id }) }),
    kind: t.field({ type: KeyKindEnum, description: 'What it is for.', resolve: (key) => key.kind }),
    name: t.exposeString('name', { description: 'Its name for people.' }),
    origins: t.stringList({ description: 'The origins it answers.', resolve: (key) => [...key.origins] }),
    scopes: t.field({
      type: [KeyScopeEnum],
      description: 'What a secret key may be used for; none for a publishable one.',
      resolve: (key) => key.scopes as Scope[],
    }),
    locales: t.field({
      type: [LocaleEnum],
      description: 'The languages it answers in pages; none for all of the workspace.',
      resolve: (key) => [...key.locales],
    }),
    createdAt: t.expose('createdAt', { type: 'DateTime', description: 'When it was made.' }),
    createdBy: t.exposeString('createdBy', {
      description: 'Who made it: the name of a member or key; empty for the server itself.',
    }),
    lastUsedAt: t.expose('lastUsedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When it was last used, to the minute; null when it never was.',
    }),
    expiresAt: t.expose('expiresAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When it ends by itself; null for never.',
    }),
    revokedAt: t.expose('revokedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When it was revoked; null while it is not.',
    }),
    writesEvents: t.exposeBoolean('writesEvents', {
      description: 'Of a publishable key: whether pages may send events with it.',
    }),
    eventSource: t.exposeString('eventSource', {
      description: 'What the source of its events is called: people are told apart by it and their user id.',
    }),
    replacedBy: t.id({
      nullable: true,
      description: 'The global id of the key it was rotated to; null while it was not.',
      resolve: ({ replacedBy }) => replacedBy && encodeGlobalId('ApiKey', replacedBy),
    }),
  }),
})

const NewApiKey = builder.objectRef<CreatedKey>('NewApiKey').implement({
  description: 'A key that was just made.',
  fields: (t) => ({
    apiKey: t.field({ type: ApiKey, description: 'What is kept of it.', resolve: ({ key }) => key }),
    text: t.exposeString('text', {
      description: 'The key itself. It is said this once and kept nowhere: store it now.',
    }),
  }),
})

builder.queryField('apiKeys', (t) =>
  t.field({
    type: [ApiKey],
    description: 'The keys of the workspace, oldest first. Needs `key:manage`.',
    authScopes: { may: 'key:manage' },
    resolve: async (_root, _args, { read }) => [...(await read(listKeys))],
  }),
)

const ApiKeyCreateInput = builder.inputType('ApiKeyCreateInput', {
  description: 'A new key.',
  fields: (t) => ({
    kind: t.field({ type: KeyKindEnum, required: true, description: 'What it is for.' }),
    name: t.string({ required: true, description: 'Its name for people, 1 to 100 characters.' }),
    origins: t.stringList({
      description:
        'The origins it answers, such as `https://intranet.example`. Needed for a publishable key.',
    }),
    scopes: t.field({
      type: [KeyScopeEnum],
      description:
        "What a secret key may be used for, at most what its maker may; all of the maker's when not given.",
    }),
    locales: t.field({
      type: [LocaleEnum],
      description: 'The languages it answers in pages; all of the workspace when not given.',
    }),
    expiresAt: t.field({ type: 'DateTime', description: 'When it ends by itself.' }),
    writesEvents: t.boolean({
      description:
        'Of a publishable key: whether pages may send events with it; they tell what was done, never who somebody is. No when not given.',
    }),
    eventSource: t.string({
      description: 'What the source of its events is called, 1 to 60 characters; `web` when not given.',
    }),
  }),
})

builder.mutationField('apiKeyCreate', (t) =>
  t.field({
    type: NewApiKey,
    description: 'Makes a key. Needs `key:manage`.',
    authScopes: { may: 'key:manage' },
    errors: {
      types: createProblems,
      dataField: { name: 'newApiKey', description: 'The key that was made.' },
    },
    args: { input: t.arg({ type: ApiKeyCreateInput, required: true, description: 'The new key.' }) },
    resolve: (_root, { input }, context) =>
      createKey(context, insider(context.viewer).workspaceId, {
        kind: input.kind,
        name: input.name,
        origins: input.origins ?? [],
        expiresAt: input.expiresAt ?? null,
        scopes: input.scopes ?? undefined,
        locales: input.locales ?? undefined,
        writesEvents: input.writesEvents ?? undefined,
        eventSource: input.eventSource ?? undefined,
      }),
  }),
)

builder.mutationField('apiKeyRevoke', (t) =>
  t.field({
    type: ApiKey,
    description:
      'Ends a key, and every embed token signed with it, at once and for good. Needs `key:manage`.',
    authScopes: { may: 'key:manage' },
    errors: { types: createProblems, dataField: { name: 'apiKey', description: 'The key, revoked.' } },
    args: { id: t.arg.globalID({ required: true, description: 'The key.' }) },
    resolve: (_root, { id }, { read, now }) =>
      read(async (tx, workspaceId) => {
        await revokeKey(tx, workspaceId, id.id, now)
        const key = (await listKeys(tx, workspaceId)).find((each) => each.id === id.id)
        if (key === undefined) throw new NotFound('key', id.id)
        return key
      }),
  }),
)

builder.mutationField('apiKeyRotate', (t) =>
  t.field({
    type: NewApiKey,
    description:
      'Gives a key a successor with the same settings and a new text; the old one works until the overlap ends. Needs `key:manage`.',
    authScopes: { may: 'key:manage' },
    errors: { types: createProblems, dataField: { name: 'newApiKey', description: 'The successor.' } },
    args: {
      id: t.arg.globalID({ required: true, description: 'The key to rotate.' }),
      overlapHours: t.arg.int({
        required: true,
        defaultValue: 24,
        description: 'How long both work, in hours, 0 to 720; with 0 the old one ends at once.',
      }),
    },
    resolve: (_root, { id, overlapHours }, context) => rotateKey(context, id.id, overlapHours),
  }),
)

const ApiKeyUpdateInput = builder.inputType('ApiKeyUpdateInput', {
  description: 'Changes of a key; what is not given stays.',
  fields: (t) => ({
    name: t.string({ description: 'Its name for people, 1 to 100 characters.' }),
    origins: t.stringList({ description: 'All origins it answers from now on.' }),
    locales: t.field({
      type: [LocaleEnum],
      description: 'All languages it answers in pages from now on; an empty list for all of the workspace.',
    }),
    expiresAt: t.field({ type: 'DateTime', description: 'When it ends by itself; null for never.' }),
    writesEvents: t.boolean({
      description: 'Of a publishable key: whether pages may send events with it from now on.',
    }),
    eventSource: t.string({
      description: 'What the source of its events is called from now on, 1 to 60 characters.',
    }),
  }),
})

builder.mutationField('apiKeyUpdate', (t) =>
  t.field({
    type: ApiKey,
    description: 'Changes what a key answers, at once; its scopes stay. Needs `key:manage`.',
    authScopes: { may: 'key:manage' },
    errors: { types: createProblems, dataField: { name: 'apiKey', description: 'The key as it is now.' } },
    args: {
      id: t.arg.globalID({ required: true, description: 'The key.' }),
      input: t.arg({ type: ApiKeyUpdateInput, required: true, description: 'The changes.' }),
    },
    resolve: (_root, { id, input }, context) =>
      changeKey(context, id.id, {
        ...(typeof input.name === 'string' ? { name: input.name } : {}),
        ...(input.origins ? { origins: input.origins } : {}),
        ...(input.locales ? { locales: input.locales } : {}),
        ...(input.expiresAt === undefined ? {} : { expiresAt: input.expiresAt }),
        ...(typeof input.writesEvents === 'boolean' ? { writesEvents: input.writesEvents } : {}),
        ...(typeof input.eventSource === 'string' ? { eventSource: input.eventSource } : {}),
      }),
  }),
)
