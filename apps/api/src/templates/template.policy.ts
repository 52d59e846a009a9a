import { authoriserOf, everybody, type Policy } from '../keys/policy.ts'

/** Who may do what with the templates that profiles start from. */
export const templatePolicy = {
  'template:read': { roles: everybody, scope: 'content:read' },
  'template:write': { roles: ['editor'], scope: 'content:write' },
} as const satisfies Policy

/** Throws `Forbidden` unless the viewer may do this. */
export const authorise = authoriserOf(templatePolicy)
