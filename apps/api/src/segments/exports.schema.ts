import {
  type ExportPlace,
  listSegmentExports,
  type SegmentExport,
} from '@profilkort/database/segments/leaving.queries'
import type { SegmentFormat } from '@profilkort/domain/segments/audience'
import { builder } from '../graphql/builder.ts'
import { type Connection, connectionOf, pageArguments } from '../graphql/connection.schema.ts'
import { enumOf } from '../graphql/enums.ts'
import { encodeGlobalId, isUuid } from '../graphql/global-id.ts'
import { readPage, toConnection } from '../graphql/pages.ts'

const SegmentExportFormatEnum = enumOf('SegmentExportFormat', 'What a segment left as.', {
  csv: 'A table.',
  meta: 'A hashed audience as Meta takes it in.',
  google: 'A hashed audience as Google Ads takes it in.',
  linkedin: 'A hashed audience as LinkedIn takes it in.',
} satisfies Record<SegmentFormat, string>)

const SegmentExportType = builder.objectRef<SegmentExport>('SegmentExport').implement({
  description: 'That customers of a segment left.',
  fields: (t) => ({
    segmentId: t.id({
      description: "The segment's global id; it may be gone since.",
      resolve: ({ segmentId }) => encodeGlobalId('Segment', segmentId),
    }),
    segmentName: t.exposeString('segmentName', { description: 'Its slug then.' }),
    revision: t.exposeInt('revision', { description: 'Its revision then.' }),
    purpose: t.exposeString('purpose', { description: 'What the list was for.' }),
    format: t.field({
      type: SegmentExportFormatEnum,
      description: 'As what.',
      resolve: ({ format }) => format,
    }),
    leaving: t.exposeInt('leaving', { description: 'How many left.' }),
    withoutConsent: t.int({
      description: 'How many people stayed as they may not be used for the purpose.',
      resolve: ({ leftOut }) => leftOut.noConsent,
    }),
    companies: t.int({
      description: 'Of an audience: how many companies stayed.',
      resolve: ({ leftOut }) => leftOut.company,
    }),
    withoutContact: t.int({
      description: 'Of an audience: how many people stayed for want of a readable e-mail or telephone.',
      resolve: ({ leftOut }) => leftOut.noContact,
    }),
    exportedAt: t.expose('exportedAt', { type: 'DateTime', description: 'When.' }),
    exportedBy: t.exposeString('exportedBy', { description: 'Who took it.' }),
  }),
})

const SegmentExportConnection = connectionOf<SegmentExport>(SegmentExportType, {
  page: 'A page of what left of segments, newest first.',
  edge: 'An export and its place in the list.',
  node: 'The export.',
})

builder.queryField('segmentExports', (t) =>
  t.field({
    type: SegmentExportConnection,
    description: 'What left of segments, for what, and who took it, newest first. Needs `customer:read`.',
    authScopes: { may: 'customer:read' },
    args: pageArguments(t.arg, ['the newest', 'the oldest']),
    resolve: async (_root, args, context): Promise<Connection<SegmentExport>> => {
      const page = readPage(args, readPlace)
      const rows = await context.read((tx, workspaceId) => listSegmentExports(tx, workspaceId, page))
      return toConnection(rows, page, ({ exportedAt, id }) => [exportedAt.toISOString(), id])
    },
  }),
)

function readPlace([at, id]: readonly unknown[]): ExportPlace | undefined {
  return typeof at === 'string' && !Number.isNaN(Date.parse(at)) && isUuid(id) ? { at, id } : undefined
}
