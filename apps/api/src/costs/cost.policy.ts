import { authoriserOf, type Policy } from '../keys/policy.ts'

/** Who may write what customers and channels cost. */
export const costPolicy = {
  'cost:write': { roles: ['analyst'], scope: 'customers:write' },
} as const satisfies Policy

export const authorise = authoriserOf(costPolicy)
