import { authoriserOf, type Policy } from '../keys/policy.ts'

/** Who may write deals; whoever may read customers may read theirs. */
export const dealPolicy = {
  'deal:write': { roles: ['analyst', 'seller'], scope: 'customers:write' },
} as const satisfies Policy

export const authorise = authoriserOf(dealPolicy)
