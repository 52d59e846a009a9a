import { authoriserOf, type Policy } from '../keys/policy.ts'

/** Who may see and appoint members. Nobody appoints above the own role: see `appoint.ts`. */
export const memberPolicy = {
  'member:read': { roles: [], scope: 'admin' },
  'member:manage': { roles: [], scope: 'admin' },
} as const satisfies Policy

/** Throws `Forbidden` unless the viewer may do this. */
export const authorise = authoriserOf(memberPolicy)
