import { authoriserOf, type Policy } from '../keys/policy.ts'

/** Who may see and record what people consent to, and say what it is asked for. */
export const consentPolicy = {
  'purpose:read': { roles: ['editor', 'analyst', 'seller'], scope: 'customers:read' },
  'purpose:write': { roles: [], scope: 'admin' },
  'consent:record': { roles: ['analyst', 'seller'], scope: 'customers:write' },
} as const satisfies Policy

/** Throws `Forbidden` unless the viewer may do this. */
export const authorise = authoriserOf(consentPolicy)
