import { authoriserOf, type Policy } from '../keys/policy.ts'

/** Who may see figures over all customers. */
export const insightPolicy = {
  'insight:read': { roles: ['editor', 'analyst'], scope: 'insight:read' },
} as const satisfies Policy

/** Throws `Forbidden` unless the viewer may do this. */
export const authorise = authoriserOf(insightPolicy)
