import { authoriserOf, type Policy } from '../keys/policy.ts'

/** Who may write who referred whom; whoever may read customers may read it. */
export const referralPolicy = {
  'referral:write': { roles: ['analyst', 'seller'], scope: 'customers:write' },
} as const satisfies Policy

export const authorise = authoriserOf(referralPolicy)
