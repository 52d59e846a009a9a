import { builder } from '../graphql/builder.ts'
import { createProblems } from '../graphql/problems.schema.ts'
import { changeRole, makeMemberLink, removeMember } from './change-member.ts'
import { type Invitation, inviteMember } from './invite-member.ts'
import { Member, RoleEnum } from './member.schema.ts'

const InvitationType = builder.objectRef<Invitation>('Invitation').implement({
  description: 'A member with a one-time way in.',
  fields: (t) => ({
    member: t.field({ type: Member, description: 'The member.', resolve: ({ member }) => member }),
    signInPath: t.exposeString('signInPath', {
      description:
        'Path and query of a link that signs in once, within a day. It is said this once: hand it over now.',
    }),
  }),
})

const MemberInviteInput = builder.inputType('MemberInviteInput', {
  description: 'A new member.',
  fields: (t) => ({
    name: t.string({ required: true, description: 'Its name for people, 1 to 100 characters.' }),
    email: t.string({ required: true, description: 'Its e-mail address, no other member has it.' }),
    role: t.field({ type: RoleEnum, required: true, description: 'What it may do; at most what you may.' }),
  }),
})

const idHelp = 'The member.'
const invitation = { name: 'invitation', description: 'The member and its way in.' }

builder.mutationField('memberInvite', (t) =>
  t.field({
    type: InvitationType,
    description:
      'Adds a member and makes a sign-in link for it. Needs `member:manage`; only owners add owners.',
    authScopes: { may: 'member:manage' },
    errors: { types: createProblems, dataField: invitation },
    args: { input: t.arg({ type: MemberInviteInput, required: true, description: 'The new member.' }) },
    resolve: (_root, { input }, context) => inviteMember(context, input),
  }),
)

builder.mutationField('memberSignInLink', (t) =>
  t.field({
    type: InvitationType,
    description: 'Makes a new sign-in link for a member. Needs `member:manage`; only owners let owners in.',
    authScopes: { may: 'member:manage' },
    errors: { types: createProblems, dataField: invitation },
    args: { id: t.arg.globalID({ required: true, description: idHelp }) },
    resolve: (_root, { id }, context) => makeMemberLink(context, id.id),
  }),
)

builder.mutationField('memberChangeRole', (t) =>
  t.field({
    type: Member,
    description:
      'Gives a member another role; its open sessions have it at once. Needs `member:manage`; only owners decide on owners, and one stays.',
    authScopes: { may: 'member:manage' },
    errors: { types: createProblems, dataField: { name: 'member', description: 'The member as it is now.' } },
    args: {
      id: t.arg.globalID({ required: true, description: idHelp }),
      role: t.arg({ type: RoleEnum, required: true, description: 'What it may do from now on.' }),
    },
    resolve: (_root, { id, role }, context) => changeRole(context, id.id, role),
  }),
)

builder.mutationField('memberRemove', (t) =>
  t.field({
    type: Member,
    description:
      'Lets a member go and ends its sessions at once; keys it made stay. Needs `member:manage`; only owners decide on owners, and one stays.',
    authScopes: { may: 'member:manage' },
    errors: { types: createProblems, dataField: { name: 'member', description: 'The member that left.' } },
    args: { id: t.arg.globalID({ required: true, description: idHelp }) },
    resolve: (_root, { id }, context) => removeMember(context, id.id),
  }),
)
