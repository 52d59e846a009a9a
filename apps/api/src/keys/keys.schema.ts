import { type KeyRow, listKeys, revokeKey } from '@profilkort/database/keys/keys.queries'
import { builder } from '../graphql/builder.ts'
import { insider } from '../graphql/context.ts'
import { enumOf } from '../graphql/enums.ts'
import { createProblems } from '../graphql/problems.schema.ts'
import { NotFound } from '../graphql/problems.ts'
import { type CreatedKey, createKey } from './create-key.ts'

const KeyKindEnum = enumOf('ApiKeyKind', 'What a key is for.', {
  publishable: "For a page in anybody's browser: published and public content only, named origins only.",
  secret: 'For a server: everything in the workspace.',
})

const ApiKey = builder.objectRef<KeyRow>('ApiKey').implement({
  description: 'A key of the workspace, without the key itself.',
  fields: (t) => ({
    id: t.globalID({ description: 'Its global id.', resolve: (key) => ({ type: 'ApiKey', id: key.id }) }),
    kind: t.field({ type: KeyKindEnum, description: 'What it is for.', resolve: (key) => key.kind }),
    name: t.exposeString('name', { description: 'Its name for people.' }),
    origins: t.stringList({ description: 'The origins it answers.', resolve: (key) => [...key.origins] }),
    createdAt: t.expose('createdAt', { type: 'DateTime', description: 'When it was made.' }),
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
    description: 'The keys of the workspace, oldest first. Needs a secret key or a session.',
    authScopes: { internal: true },
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
    expiresAt: t.field({ type: 'DateTime', description: 'When it ends by itself.' }),
  }),
})

builder.mutationField('apiKeyCreate', (t) =>
  t.field({
    type: NewApiKey,
    description: 'Makes a key. Needs a secret key or a session.',
    authScopes: { internal: true },
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
      }),
  }),
)

builder.mutationField('apiKeyRevoke', (t) =>
  t.field({
    type: ApiKey,
    description:
      'Ends a key, and every embed token signed with it, at once and for good. Needs a secret key or a session.',
    authScopes: { internal: true },
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
