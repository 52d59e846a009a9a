import { everybody, type Policy } from '../keys/policy.ts'

/** Who may do what with pictures. Published ones are shown to everybody by their address. */
export const picturePolicy = {
  'picture:read': { roles: everybody, scope: 'content:read' },
  'picture:write': { roles: ['editor'], scope: 'content:write' },
} as const satisfies Policy
