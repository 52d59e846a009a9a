import type { WorkspaceRow } from '@profilkort/database/workspaces/workspaces.queries'
import { builder } from '../graphql/builder.ts'
import { LocaleEnum } from '../graphql/locales.schema.ts'

const Workspace = builder.objectRef<WorkspaceRow>('Workspace').implement({
  description: "One company's data, keys and members.",
  fields: (t) => ({
    slug: t.exposeString('slug', { description: 'Its name in addresses.' }),
    name: t.exposeString('name', { description: 'Its name for people.' }),
    currency: t.exposeString('currency', { description: 'What amounts are compared in; ISO 4217.' }),
    locales: t.field({
      type: [LocaleEnum],
      description: 'Languages content is written in, the source language first; also the order of fallback.',
      resolve: (workspace) => [...workspace.locales],
    }),
  }),
})

builder.queryField('workspace', (t) =>
  t.field({
    type: Workspace,
    description: 'The workspace of the key. Needs any key.',
    authScopes: { reader: true },
    resolve: (_root, _args, context) => context.workspace(),
  }),
)
