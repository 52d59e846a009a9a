import { authoriserOf, type Policy } from '../keys/policy.ts'

/** Who says how long people are kept. */
export const retentionPolicy = {
  'retention:manage': { roles: [], scope: 'admin' },
} as const satisfies Policy

/** Throws `Forbidden` unless the viewer may do this. */
export const authorise = authoriserOf(retentionPolicy)
