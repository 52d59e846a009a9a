import { Forbidden } from '../graphql/problems.ts'
import type { Viewer } from './viewer.ts'

/** What a member of the workspace may be, the most powerful first. */
export const roles = ['owner', 'admin', 'editor', 'translator', 'analyst', 'seller', 'viewer'] as const
export type Role = (typeof roles)[number]

/** What a secret key may be made for. None includes another. */
export const scopes = [
  'content:read',
  'content:write',
  'content:publish',
  'customers:read',
  'customers:sensitive',
  'customers:write',
  'scorecards:read',
  'scorecards:write',
  'insight:read',
  'admin',
] as const
export type Scope = (typeof scopes)[number]

/** Who may do one thing. */
export interface Grant {
  /** The roles that may, owner and admin aside: those two may do everything. */
  readonly roles: readonly Role[]
  /** The scope that lets a secret key do it. */
  readonly scope: Scope
}

/** What a feature lets whom do. */
export type Policy = { readonly [action: string]: Grant }

/** Everybody who signed in. */
export const everybody: readonly Role[] = [...roles]

/** Whether the viewer's role or scopes are among those granted. Keys in a browser never are. */
export function isGranted({ roles, scope }: Grant, viewer: Viewer): boolean {
  if (viewer.kind === 'session') {
    return viewer.role === 'owner' || viewer.role === 'admin' || roles.includes(viewer.role)
  }
  return viewer.kind === 'secret' && viewer.scopes.includes(scope)
}

/** The check that a feature's stories make on the thing itself: throws `Forbidden`, saying what is needed. */
export function authoriserOf<P extends Policy>(
  policy: P,
): (viewer: Viewer, action: keyof P & string) => void {
  return (viewer, action) => {
    const grant = policy[action]
    if (grant === undefined || !isGranted(grant, viewer))
      throw new Forbidden(neededFor(action, grant, viewer))
  }
}

/** Why something may not be done, and who may. */
export function neededFor(action: string, grant: Grant | undefined, viewer: Viewer): string {
  const may = rolesOf(grant).join(', ')
  if (viewer.kind === 'session') {
    return `"${action}" needs one of the roles ${may}; yours is ${viewer.role}. Ask an owner or admin.`
  }
  if (viewer.kind === 'secret') {
    return `"${action}" needs a key with the scope "${grant?.scope}"; this one has ${viewer.scopes.join(', ') || 'none'}. Make a key for it.`
  }
  return `This key may not do "${action}". Use a secret key from a server, or sign in.`
}

/** All roles that a grant lets do it, the most powerful first. */
export function rolesOf(grant: Grant | undefined): readonly Role[] {
  return roles.filter((role) => role === 'owner' || role === 'admin' || grant?.roles.includes(role))
}
