import type { Policy } from '../keys/policy.ts'

/** Who may see figures over all customers. */
export const insightPolicy = {
  'insight:read': { roles: ['editor', 'analyst'], scope: 'insight:read' },
} as const satisfies Policy
