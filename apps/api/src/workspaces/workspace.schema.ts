import { findWorkspace, type WorkspaceRow } from '@profilkort/database/workspaces/workspaces.queries'
import { builder } from '../graphql/builder.ts'
import { LocaleEnum } from '../graphql/locales.schema.ts'
import { createProblems } from '../graphql/problems.schema.ts'
import { changeWorkspace } from './update-workspace.ts'

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
    completenessGate: t.exposeFloat('completenessGate', {
      nullable: true,
      description:
        'The share of a profile, 0 to 1, that has to be written in a language before it is published there; null for none.',
    }),
    requiresReview: t.exposeBoolean('requiresReview', {
      description: 'Whether a revision has to be approved before it is published.',
    }),
  }),
})

builder.queryField('workspace', (t) =>
  t.field({
    type: Workspace,
    description: 'The workspace of the key. Needs `workspace:read`, or any key in a browser.',
    authScopes: { $any: { widget: true, may: 'workspace:read' } },
    resolve: (_root, _args, context) => context.workspace(),
  }),
)

const WorkspaceUpdateInput = builder.inputType('WorkspaceUpdateInput', {
  description: 'Settings of the workspace; what is not given stays.',
  fields: (t) => ({
    name: t.string({ description: 'Its name for people, 1 to 100 characters.' }),
    locales: t.field({
      type: [LocaleEnum],
      description: 'Its languages, the source first, in order of fallback.',
    }),
    completenessGate: t.float({
      description: 'The share, 0 to 1, to be written before a language is published; null for none.',
    }),
    requiresReview: t.boolean({
      description: 'Whether a revision has to be approved before it is published.',
    }),
  }),
})

builder.mutationField('workspaceUpdate', (t) =>
  t.field({
    type: Workspace,
    description: 'Changes what the workspace asks for. Needs `workspace:manage`.',
    authScopes: { may: 'workspace:manage' },
    errors: {
      types: createProblems,
      dataField: { name: 'workspace', description: 'The workspace as it is now.' },
    },
    args: { input: t.arg({ type: WorkspaceUpdateInput, required: true, description: 'The settings.' }) },
    resolve: async (_root, { input }, context) => {
      await changeWorkspace(context, {
        name: input.name ?? undefined,
        locales: input.locales ?? undefined,
        completenessGate: input.completenessGate,
        requiresReview: input.requiresReview ?? undefined,
      })
      const changed = await context.read(findWorkspace)
      if (changed === undefined) throw new Error('The workspace is gone right after it was changed')
      return changed
    },
  }),
)
