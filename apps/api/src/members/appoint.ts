import type { MemberRow } from '@profilkort/database/members/members.queries'
import { failed, ok, type Problem, type Result } from '@profilkort/domain/result'
import { Forbidden } from '../graphql/problems.ts'
import type { Role } from '../keys/policy.ts'
import type { Viewer } from '../keys/viewer.ts'
import { authorise } from './member.policy.ts'

/** Throws `Forbidden` unless the viewer may appoint to a role, or decide on a member who has it: owners are owners' own. */
export function authoriseOver(viewer: Viewer, role: Role): void {
  authorise(viewer, 'member:manage')
  const isOwner = viewer.kind === 'session' && viewer.role === 'owner'
  if (role !== 'owner' || isOwner) return
  throw new Forbidden('Only an owner who signed in decides on owners. Ask one.', ['role'])
}

/** A workspace keeps an owner: its last one neither leaves nor becomes something else. */
export function keepAnOwner(
  owners: readonly string[],
  member: MemberRow,
  next: Role | undefined,
): Result<true> {
  if (member.role !== 'owner' || next === 'owner' || owners.length > 1) return ok(true)
  return failed({
    path: ['id'],
    message: `${member.name} is the last owner, and a workspace keeps one. Make somebody else an owner first.`,
  })
}

/** The name and address of a new member, tidied, or what is wrong with them. */
export function checkMember(input: { readonly name: string; readonly email: string }): Result<typeof input> {
  const name = input.name.trim()
  const email = input.email.trim().toLowerCase()
  if (name === '' || name.length > 100) {
    return failed({ path: ['name'], message: 'A name has 1 to 100 characters.' })
  }
  if (email.length > 254 || !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email)) {
    return failed({
      path: ['email'],
      message: `"${input.email}" is not an e-mail address. Write it like kari@example.com.`,
    })
  }
  return ok({ name, email })
}

export function emailTaken(email: string): Problem {
  return {
    path: ['email'],
    message: `${email} is a member already. Change that member's role, or make a new sign-in link.`,
  }
}
