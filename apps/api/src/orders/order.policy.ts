import { authoriserOf, type Policy } from '../keys/policy.ts'

/** Who may write orders; whoever may read customers may read theirs. */
export const orderPolicy = {
  'order:write': { roles: ['analyst'], scope: 'customers:write' },
} as const satisfies Policy

export const authorise = authoriserOf(orderPolicy)
