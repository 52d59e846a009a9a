import { authoriserOf, type Policy } from '../keys/policy.ts'

/** Who may decide which records speak of one customer, and whose word counts. */
export const identityPolicy = {
  'customer:join': { roles: ['analyst'], scope: 'customers:write' },
} as const satisfies Policy

export const authorise = authoriserOf(identityPolicy)
