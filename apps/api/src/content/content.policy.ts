import { authoriserOf, type Policy } from '../keys/policy.ts'

/** Who may take content out in files, and bring it in. */
export const contentPolicy = {
  'content:export': { roles: ['editor'], scope: 'content:read' },
  'content:import': { roles: ['editor'], scope: 'content:write' },
} as const satisfies Policy

/** Throws `Forbidden` unless the viewer may do this. */
export const authorise = authoriserOf(contentPolicy)
