import {
  findImport,
  type ImportPlace,
  type ImportRow,
  listImports,
} from '@profilkort/database/imports/imports.queries'
import type { Note } from '@profilkort/domain/imports/notes'
import { builder } from '../graphql/builder.ts'
import { connectionOf, pageArguments } from '../graphql/connection.schema.ts'
import { enumOf } from '../graphql/enums.ts'
import { encodeGlobalId } from '../graphql/global-id.ts'
import { readPage, toConnection } from '../graphql/pages.ts'
import { createProblems } from '../graphql/problems.schema.ts'
import { cancelImport, resumeImport } from './change-import.ts'
import { ImportKindEnum } from './import-kind.schema.ts'

const ImportStateEnum = enumOf('ImportState', 'How far an import has come.', {
  received: 'Its file is here; it waits for its turn.',
  checking: 'The file is looked through.',
  running: 'Its rows are written.',
  joining: 'It is recognised who the new records speak of.',
  done: 'All that could be taken was.',
  failed: 'It ended before the end of the file; what was written stays.',
  cancelled: 'It was called off; what was written stays.',
})

const ImportNote = builder.objectRef<Note>('ImportNote').implement({
  description: 'Something to know of rows that were taken.',
  fields: (t) => ({
    code: t.exposeString('code', { description: 'What it is, for programs.' }),
    message: t.exposeString('message', { description: 'What it is, for people; in English.' }),
    rows: t.exposeInt('rows', { description: 'How many rows it is said of.' }),
    lines: t.intList({ description: 'Where the first of them stand.', resolve: ({ lines }) => [...lines] }),
  }),
})

export const Import = builder.objectRef<ImportRow>('Import').implement({
  description: 'A file that was sent to `/v1/imports`, and what becomes of its rows.',
  fields: (t) => ({
    id: t.id({ description: 'Its global id.', resolve: ({ id }) => encodeGlobalId('Import', id) }),
    source: t.exposeString('source', { description: 'Where the rows come from.' }),
    kind: t.expose('kind', { type: ImportKindEnum, description: 'What its rows tell of.' }),
    fileName: t.exposeString('fileName', { description: 'What the file was called.' }),
    state: t.expose('state', { type: ImportStateEnum, description: 'How far it has come.' }),
    dryRun: t.exposeBoolean('dryRun', { description: 'Whether all that it does is taken back.' }),
    rows: t.exposeInt('position', { description: 'Rows of the file that are dealt with so far.' }),
    inserted: t.int({
      description: 'Rows that added something, so far.',
      resolve: ({ report, counts }) => (report ?? counts).inserted,
    }),
    changed: t.int({
      description: 'Rows that changed what was known, so far.',
      resolve: ({ report, counts }) => (report ?? counts).changed,
    }),
    unchanged: t.int({
      description: 'Rows that said nothing new, so far.',
      resolve: ({ report, counts }) => (report ?? counts).unchanged,
    }),
    rejected: t.int({
      description: 'Rows that could not be taken, so far; `/v1/imports/{id}/rejects.csv` has them.',
      resolve: ({ report, counts }) => (report ?? counts).rejected,
    }),
    notes: t.field({
      type: [ImportNote],
      description: 'What to know of the rows that were taken, once it is over.',
      resolve: ({ report }) => [...(report?.notes ?? [])],
    }),
    mapping: t.field({
      type: 'JSON',
      nullable: true,
      description: 'How the file is read; null until it is looked through.',
      resolve: ({ mapping }) => mapping,
    }),
    failure: t.string({
      nullable: true,
      description: 'Of a failed one: what stood in the way and what to do next; in English.',
      resolve: ({ problem }) => problem?.message,
    }),
    createdBy: t.exposeString('createdBy', { description: 'Who sent the file.' }),
    createdAt: t.expose('createdAt', { type: 'DateTime', description: 'When it was sent.' }),
    startedAt: t.expose('startedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When it was begun; since then its rows are said.',
    }),
    endedAt: t.expose('endedAt', { type: 'DateTime', nullable: true, description: 'When it was over.' }),
  }),
})

builder.queryField('import', (t) =>
  t.field({
    type: Import,
    nullable: true,
    description: 'One import; null when there is none. Needs `customer:import`.',
    authScopes: { may: 'customer:import' },
    args: { id: t.arg.globalID({ required: true, description: 'The import.' }) },
    resolve: (_root, { id }, { read }) => read((tx, workspaceId) => findImport(tx, workspaceId, id.id)),
  }),
)

const ImportConnection = connectionOf(Import, {
  page: 'A page of imports, newest first.',
  edge: 'An import and its place in the list.',
  node: 'The import.',
})

builder.queryField('imports', (t) =>
  t.field({
    type: ImportConnection,
    description: 'The imports, dry runs among them, newest first. Needs `customer:import`.',
    authScopes: { may: 'customer:import' },
    args: {
      state: t.arg({ type: [ImportStateEnum], description: 'Only those of these states.' }),
      ...pageArguments(t.arg, ['the newest', 'the oldest']),
    },
    resolve: async (_root, { state, ...args }, { read }) => {
      const page = readPage(args, ([at, id]): ImportPlace | undefined =>
        typeof at === 'number' && typeof id === 'string' ? [at, id] : undefined,
      )
      const rows = await read((tx, workspaceId) => listImports(tx, workspaceId, state ?? undefined, page))
      return toConnection(rows, page, ({ createdAt, id }) => [createdAt.getTime(), id])
    },
  }),
)

const dataField = { name: 'import', description: 'The import as it is now.' }

builder.mutationField('importCancel', (t) =>
  t.field({
    type: Import,
    description:
      'Calls an import off. It ends between two steps: what is written by then stays. Needs `customer:import`.',
    authScopes: { may: 'customer:import' },
    errors: { types: createProblems, dataField },
    args: { id: t.arg.globalID({ required: true, description: 'The import.' }) },
    resolve: (_root, { id }, context) => cancelImport(context, id.id),
  }),
)

builder.mutationField('importResume', (t) =>
  t.field({
    type: Import,
    description:
      'Goes on with an import that failed, from the row it had come to, while its file is kept: a week. Needs `customer:import`.',
    authScopes: { may: 'customer:import' },
    errors: { types: createProblems, dataField },
    args: { id: t.arg.globalID({ required: true, description: 'The import.' }) },
    resolve: (_root, { id }, context) => resumeImport(context, id.id),
  }),
)
