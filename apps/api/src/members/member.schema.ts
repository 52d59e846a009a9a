import { listMembers, type MemberRow } from '@profilkort/database/members/members.queries'
import { builder } from '../graphql/builder.ts'
import { insider } from '../graphql/context.ts'
import { enumOf } from '../graphql/enums.ts'
import { LocaleEnum } from '../graphql/locales.schema.ts'
import { KeyScopeEnum } from '../keys/key-scopes.schema.ts'
import type { Role } from '../keys/policy.ts'
import type { Insider } from '../keys/viewer.ts'

export const RoleEnum = enumOf('Role', 'What a member of the workspace may do.', {
  owner: 'Everything, and decides on owners.',
  admin: 'Everything but deciding on owners.',
  editor:
    'Writes, reviews and publishes content; writes and publishes scorecards; reads customers and figures.',
  translator: 'Reads content with its drafts, and translates it.',
  analyst:
    'Reads and imports customers; writes scorecards, segments and products; reads figures and content.',
  seller: 'Reads published profiles, customers and scorecards, and answers criteria.',
  viewer: 'Reads published profiles, with their internal fields.',
} satisfies Record<Role, string>)

export const Member = builder.objectRef<MemberRow>('Member').implement({
  description: 'One of the people of the workspace.',
  fields: (t) => ({
    id: t.globalID({ description: 'Its global id.', resolve: ({ id }) => ({ type: 'Member', id }) }),
    name: t.exposeString('name', { description: 'Its name, as histories tell it.' }),
    email: t.exposeString('email', {
      nullable: true,
      description: 'Its e-mail address; null for who signs in on the machine of the server.',
    }),
    role: t.field({ type: RoleEnum, description: 'What it may do.', resolve: ({ role }) => role }),
    createdAt: t.expose('createdAt', { type: 'DateTime', description: 'Since when it is a member.' }),
  }),
})

builder.queryField('members', (t) =>
  t.field({
    type: [Member],
    description: 'The members of the workspace, the first first. Needs `member:read`.',
    authScopes: { may: 'member:read' },
    resolve: async (_root, _args, { read }) => [...(await read(listMembers))],
  }),
)

const ViewerKindEnum = enumOf('ViewerKind', 'What a request comes with.', {
  publishable: 'A publishable key.',
  embed: 'An embed token.',
  secret: 'A secret key.',
  session: 'The session of a member who signed in.',
} satisfies Record<Insider['kind'], string>)

const ViewerType = builder.objectRef<Insider>('Viewer').implement({
  description: 'Who asks.',
  fields: (t) => ({
    kind: t.field({
      type: ViewerKindEnum,
      description: 'What the request came with.',
      resolve: ({ kind }) => kind,
    }),
    name: t.string({ description: 'The name of the member or the key.', resolve: ({ actor }) => actor }),
    role: t.field({
      type: RoleEnum,
      nullable: true,
      description: "A member's role; null for a key.",
      resolve: (viewer) => (viewer.kind === 'session' ? viewer.role : null),
    }),
    scopes: t.field({
      type: [KeyScopeEnum],
      description: "A secret key's scopes; none for others.",
      resolve: (viewer) => (viewer.kind === 'secret' ? [...viewer.scopes] : []),
    }),
    locales: t.field({
      type: [LocaleEnum],
      nullable: true,
      description: 'The languages that a key in a page answers; null for all of the workspace.',
      resolve: (viewer) => ('locales' in viewer && viewer.locales ? [...viewer.locales] : null),
    }),
  }),
})

builder.queryField('viewer', (t) =>
  t.field({
    type: ViewerType,
    description: 'Who asks. Needs any key or a session.',
    authScopes: { insider: true },
    resolve: (_root, _args, { viewer }) => insider(viewer),
  }),
)
