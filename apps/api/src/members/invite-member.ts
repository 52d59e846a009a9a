import { randomUUID } from 'node:crypto'
import { insertMember, type MemberRow } from '@profilkort/database/members/members.queries'
import { failed, ok } from '@profilkort/domain/result'
import { type Context, insider } from '../graphql/context.ts'
import { unwrap } from '../graphql/problems.ts'
import type { Role } from '../keys/policy.ts'
import { makeSignInLink } from '../keys/sign-in.ts'
import { authoriseOver, checkMember, emailTaken } from './appoint.ts'

/** A member with a one-time way in, which is said this once. */
export interface Invitation {
  readonly member: MemberRow
  /** Path and query of the sign-in link. */
  readonly signInPath: string
}

export interface InviteInput {
  readonly name: string
  readonly email: string
  readonly role: Role
}

/** Adds a member and makes a link that signs in once within a day. */
export async function inviteMember(context: Context, { role, ...input }: InviteInput): Promise<Invitation> {
  const { name, email } = unwrap(checkMember(input))
  authoriseOver(context.viewer, role)
  const member: MemberRow = { id: randomUUID(), name, email, role, createdAt: context.now }
  await context.read(async (tx, workspaceId) => {
    const inserted = await insertMember(tx, workspaceId, member)
    unwrap(inserted ? ok(true) : failed(emailTaken(email)))
  })
  return linkFor(context, member)
}

export async function linkFor(context: Context, member: MemberRow): Promise<Invitation> {
  const { workspaceId } = insider(context.viewer)
  const link = await makeSignInLink(context, workspaceId, member.id)
  return { member, signInPath: `/sign-in?link=${link}` }
}
