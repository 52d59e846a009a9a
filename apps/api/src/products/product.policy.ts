import { authoriserOf, type Policy } from '../keys/policy.ts'

/** Who may do what with products. */
export const productPolicy = {
  'product:read': { roles: ['editor', 'translator', 'analyst'], scope: 'content:read' },
  'product:write': { roles: ['editor', 'analyst'], scope: 'content:write' },
} as const satisfies Policy

/** Throws `Forbidden` unless the viewer may do this. */
export const authorise = authoriserOf(productPolicy)
