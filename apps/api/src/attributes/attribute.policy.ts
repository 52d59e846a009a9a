import { everybody, type Policy } from '../keys/policy.ts'

/** Who may see the catalogue that rules are written in, and who may change it. */
export const attributePolicy = {
  'attribute:read': { roles: everybody, scope: 'content:read' },
  /** Labels, options and the archive, and migrations, which rewrite what is known of customers. */
  'attribute:write': { roles: ['analyst'], scope: 'customers:write' },
} as const satisfies Policy
