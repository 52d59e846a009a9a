import { authoriserOf, type Policy } from '../keys/policy.ts'

/** Who answers for what people may ask of the workspace: what is kept of them, and that it is erased. */
export const personalDataPolicy = {
  'person:export': { roles: [], scope: 'admin' },
  'person:erase': { roles: [], scope: 'admin' },
} as const satisfies Policy

/** Throws `Forbidden` unless the viewer may do this. */
export const authorise = authoriserOf(personalDataPolicy)
