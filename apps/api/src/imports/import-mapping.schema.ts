import type { SavedMapping } from '@profilkort/database/imports/import-mappings.queries'
import { listImportMappings } from '@profilkort/database/imports/import-mappings.queries'
import { builder } from '../graphql/builder.ts'
import { encodeGlobalId } from '../graphql/global-id.ts'
import { Forbidden, InvalidInput, NotFound, RevisionConflict } from '../graphql/problems.ts'
import { ImportKindEnum } from './import-kind.schema.ts'
import { removeMapping, saveMapping } from './save-mapping.ts'

const ImportMappingType = builder.objectRef<SavedMapping>('ImportMapping').implement({
  description:
    'How the files of a source are read, under a name. An import of a file with its very columns chooses it by itself.',
  fields: (t) => ({
    id: t.id({ description: 'Its global id.', resolve: ({ id }) => encodeGlobalId('ImportMapping', id) }),
    name: t.exposeString('name', { description: 'What an import asks for it by.' }),
    kind: t.field({
      type: ImportKindEnum,
      description: 'What its files hold rows of.',
      resolve: ({ mapping }) => mapping.kind,
    }),
    key: t.stringList({
      description: 'The columns that tell rows apart, together.',
      resolve: ({ mapping }) => [...mapping.key],
    }),
    headers: t.stringList({
      description: 'The columns of its files.',
      resolve: ({ mapping }) => mapping.columns.map(({ column }) => column),
    }),
    mapping: t.field({
      type: 'JSON',
      description: 'Where each column goes and how it is read, as an import proposes it.',
      resolve: ({ mapping }) => mapping,
    }),
    revision: t.exposeInt('revision', { description: 'What to name as `expectedRevision` in a change.' }),
    savedAt: t.expose('savedAt', { type: 'DateTime', description: 'When it was last saved.' }),
    savedBy: t.exposeString('savedBy', { description: 'Who saved it last.' }),
  }),
})

builder.queryField('importMappings', (t) =>
  t.field({
    type: [ImportMappingType],
    description:
      'The saved mappings of imports, the last saved first, at most 1,000. Needs `customer:import`.',
    authScopes: { may: 'customer:import' },
    args: { kind: t.arg({ type: ImportKindEnum, description: 'Only those of files with such rows.' }) },
    resolve: async (_root, { kind }, context) => [
      ...(await context.read((tx, workspaceId) => listImportMappings(tx, workspaceId, kind ?? undefined))),
    ],
  }),
)

const ImportMappingInput = builder.inputType('ImportMappingInput', {
  description: 'A mapping to keep under a name.',
  fields: (t) => ({
    name: t.string({ required: true, description: 'Up to 60 letters, digits, blanks, dots and hyphens.' }),
    mapping: t.field({
      type: 'JSON',
      required: true,
      description: 'The mapping, as an import proposed it: `kind`, `key` and `columns`.',
    }),
  }),
})

builder.mutationField('importMappingSave', (t) =>
  t.field({
    type: ImportMappingType,
    description: 'Keeps a mapping under a name, over the one that has it. Needs `customer:import`.',
    authScopes: { may: 'customer:import' },
    errors: {
      types: [InvalidInput, RevisionConflict, Forbidden],
      dataField: { name: 'mapping', description: 'The mapping as it is now.' },
    },
    args: {
      expectedRevision: t.arg.int({
        description:
          'The revision the caller has seen of the mapping of that name; 0 or nothing where it is new.',
      }),
      input: t.arg({ type: ImportMappingInput, required: true, description: 'The mapping.' }),
    },
    resolve: (_root, { expectedRevision, input }, context) =>
      saveMapping(context, input.name, input.mapping, expectedRevision ?? 0),
  }),
)

const RemovedMapping = builder.objectRef<{ readonly id: string }>('RemovedImportMapping').implement({
  description: 'A mapping that is gone.',
  fields: (t) => ({
    id: t.id({ description: 'The id it had.', resolve: ({ id }) => encodeGlobalId('ImportMapping', id) }),
  }),
})

builder.mutationField('importMappingRemove', (t) =>
  t.field({
    type: RemovedMapping,
    description: 'Forgets a mapping; what was imported by it stays. Needs `customer:import`.',
    authScopes: { may: 'customer:import' },
    errors: {
      types: [NotFound, RevisionConflict, Forbidden],
      dataField: { name: 'removed', description: 'What is gone.' },
    },
    args: {
      id: t.arg.globalID({ required: true, description: 'The mapping.' }),
      expectedRevision: t.arg.int({ required: true, description: 'The revision the caller has seen.' }),
    },
    resolve: async (_root, { id, expectedRevision }, context) => {
      await removeMapping(context, id.id, expectedRevision)
      return { id: id.id }
    },
  }),
)
