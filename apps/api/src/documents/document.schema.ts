import {
  type DocumentRow,
  deleteDocument,
  listDocuments,
} from '@profilkort/database/documents/documents.queries'
import { builder } from '../graphql/builder.ts'
import { createProblems } from '../graphql/problems.schema.ts'
import { NotFound } from '../graphql/problems.ts'
import { documentId, readDocumentId } from '../graphql/trusted-documents.ts'
import { registerDocument } from './register-document.ts'

const TrustedDocument = builder.objectRef<DocumentRow>('TrustedDocument').implement({
  description: 'An operation that keys in a browser may run.',
  fields: (t) => ({
    id: t.string({
      description: 'What a page names it by as `documentId`: `sha256:` and the hash of its text in hex.',
      resolve: ({ hash }) => documentId(hash),
    }),
    name: t.exposeString('name', { description: 'Its name for people.' }),
    text: t.exposeString('text', { description: 'The operation as it runs.' }),
    createdAt: t.expose('createdAt', { type: 'DateTime', description: 'When it was registered.' }),
    createdBy: t.exposeString('createdBy', {
      description: 'Who registered it: the name of a member or key.',
    }),
  }),
})

builder.queryField('trustedDocuments', (t) =>
  t.field({
    type: [TrustedDocument],
    description:
      'The documents the workspace trusts besides those of the widgets, oldest first. Needs `document:manage`.',
    authScopes: { may: 'document:manage' },
    resolve: async (_root, _args, { read }) => [...(await read(listDocuments))],
  }),
)

builder.mutationField('trustedDocumentRegister', (t) =>
  t.field({
    type: TrustedDocument,
    description:
      'Lets keys in a browser run a document; what it answers them is what they may read all the same. Registering it again changes its name. Needs `document:manage`.',
    authScopes: { may: 'document:manage' },
    errors: { types: createProblems, dataField: { name: 'document', description: 'The document.' } },
    args: {
      name: t.arg.string({ required: true, description: 'Its name for people, 1 to 100 characters.' }),
      text: t.arg.string({
        required: true,
        description: 'One operation with its fragments, within the limits of every operation.',
      }),
    },
    resolve: (_root, input, context, { schema }) => registerDocument(context, schema, input),
  }),
)

builder.mutationField('trustedDocumentRemove', (t) =>
  t.field({
    type: TrustedDocument,
    description: 'Takes the trust in a document back, at once. Needs `document:manage`.',
    authScopes: { may: 'document:manage' },
    errors: { types: createProblems, dataField: { name: 'document', description: 'What was removed.' } },
    args: { id: t.arg.string({ required: true, description: 'Its id, `sha256:…`.' }) },
    resolve: (_root, { id }, { read }) =>
      read(async (tx, workspaceId) => {
        const removed = await deleteDocument(tx, workspaceId, readDocumentId(id) ?? '')
        if (removed === undefined) throw new NotFound('trusted document', id)
        return removed
      }),
  }),
)
