import type { Policy } from '../keys/policy.ts'

/** Who may see and plan what is published when. */
export const releasePolicy = {
  'release:read': { roles: ['editor', 'translator'], scope: 'content:read' },
  'release:write': { roles: ['editor'], scope: 'content:publish' },
} as const satisfies Policy
