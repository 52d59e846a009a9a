import { findSegmentUsers, type SegmentUser } from '@profilkort/database/segments/users.queries'
import { builder } from '../graphql/builder.ts'
import { encodeGlobalId } from '../graphql/global-id.ts'
import { SegmentType } from './segment.schema.ts'

const SegmentUserType = builder.objectRef<SegmentUser>('SegmentUser').implement({
  description: 'Something that would not work as before if a segment were changed or deleted.',
  fields: (t) => ({
    kind: t.exposeString('kind', { description: '`Profile`, `Release`, `Segment` or `Scorecard`.' }),
    id: t.id({ description: 'Its global id.', resolve: ({ kind, id }) => encodeGlobalId(kind, id) }),
    name: t.exposeString('name', { description: 'Its slug, or the name of a release.' }),
  }),
})

builder.objectField(SegmentType, 'users', (t) =>
  t.field({
    type: [SegmentUserType],
    description:
      'What a change of it would be felt by, and what keeps it from being deleted: profiles, planned releases, other segments and scorecards.',
    resolve: async ({ id, slug }, _args, context) => {
      const users = await context.read((tx, workspaceId) => findSegmentUsers(tx, workspaceId, { id, slug }))
      return [...users]
    },
  }),
)
