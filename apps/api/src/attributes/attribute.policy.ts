import { everybody, type Policy } from '../keys/policy.ts'

/** Who may see the catalogue that rules are written in. */
export const attributePolicy = {
  'attribute:read': { roles: everybody, scope: 'content:read' },
} as const satisfies Policy
