import { authoriserOf, type Policy } from '../keys/policy.ts'

/** Who may say which documents keys in a browser run. */
export const documentPolicy = {
  'document:manage': { roles: [], scope: 'admin' },
} as const satisfies Policy

/** Throws `Forbidden` unless the viewer may do this. */
export const authorise = authoriserOf(documentPolicy)
