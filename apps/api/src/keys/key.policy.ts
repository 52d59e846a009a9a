import { authoriserOf, type Policy } from '../keys/policy.ts'

/** Who may see, make and end keys. */
export const keyPolicy = {
  'key:manage': { roles: [], scope: 'admin' },
} as const satisfies Policy

/** Throws `Forbidden` unless the viewer may do this. */
export const authorise = authoriserOf(keyPolicy)
