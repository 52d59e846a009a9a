import type { Policy } from '../keys/policy.ts'

/** Who may do what with segments. */
export const segmentPolicy = {
  'segment:read': { roles: ['editor', 'translator', 'analyst'], scope: 'content:read' },
  'segment:write': { roles: ['editor', 'analyst'], scope: 'content:write' },
} as const satisfies Policy
