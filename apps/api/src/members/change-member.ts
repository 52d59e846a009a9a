import type { Tx } from '@profilkort/database/connect'
import { deleteSignIns } from '@profilkort/database/keys/sign-ins.queries'
import {
  lockMember,
  lockOwners,
  type MemberRow,
  removeMember as markRemoved,
  setRole,
} from '@profilkort/database/members/members.queries'
import type { Context } from '../graphql/context.ts'
import { NotFound, unwrap } from '../graphql/problems.ts'
import type { Role } from '../keys/policy.ts'
import type { Viewer } from '../keys/viewer.ts'
import { authoriseOver, keepAnOwner } from './appoint.ts'
import { type Invitation, linkFor } from './invite-member.ts'

/** Gives a member another role; open sessions have it at once. */
export async function changeRole(context: Context, id: string, role: Role): Promise<MemberRow> {
  return context.read(async (tx, workspaceId) => {
    const owners = await lockOwners(tx, workspaceId)
    const member = await lockAllowed(tx, workspaceId, context.viewer, id)
    authoriseOver(context.viewer, role)
    unwrap(keepAnOwner(owners, member, role))
    await setRole(tx, workspaceId, id, role)
    return { ...member, role }
  })
}

/** Lets a member go, and ends all its sessions at once. Keys it made stay: they are the workspace's. */
export async function removeMember(context: Context, id: string): Promise<MemberRow> {
  return context.read(async (tx, workspaceId) => {
    const owners = await lockOwners(tx, workspaceId)
    const member = await lockAllowed(tx, workspaceId, context.viewer, id)
    unwrap(keepAnOwner(owners, member, undefined))
    await markRemoved(tx, workspaceId, id, context.now)
    await deleteSignIns(tx, workspaceId, id)
    return member
  })
}

/** A new one-time link for a member; links and sessions it has stay as they are. */
export async function makeMemberLink(context: Context, id: string): Promise<Invitation> {
  const member = await context.read((tx, workspaceId) => lockAllowed(tx, workspaceId, context.viewer, id))
  return linkFor(context, member)
}

/** The member that is decided on, locked, where the viewer may decide on it. */
async function lockAllowed(tx: Tx, workspaceId: string, viewer: Viewer, id: string): Promise<MemberRow> {
  const member = await lockMember(tx, workspaceId, id)
  if (member === undefined) throw new NotFound('member', id)
  authoriseOver(viewer, member.role)
  return member
}
