import { authoriserOf, type Policy } from '../keys/policy.ts'

/** Who may do what with interactions. A key of pages may write them where it is switched on, without any of these. */
export const interactionPolicy = {
  'interaction:read': { roles: ['editor', 'analyst', 'seller'], scope: 'customers:read' },
  'interaction:write': { roles: [], scope: 'events:write' },
  'interactionType:write': { roles: ['analyst'], scope: 'customers:write' },
} as const satisfies Policy

/** Throws `Forbidden` unless the viewer may do this. */
export const authorise = authoriserOf(interactionPolicy)
