import type { Policy } from '../keys/policy.ts'

/** Who may do what with products. */
export const productPolicy = {
  'product:read': { roles: ['editor', 'translator', 'analyst'], scope: 'content:read' },
  'product:write': { roles: ['editor', 'analyst'], scope: 'content:write' },
} as const satisfies Policy
