import { everybody, type Policy } from '../keys/policy.ts'

/** Who may see and change what the workspace asks for. */
export const workspacePolicy = {
  'workspace:read': { roles: everybody, scope: 'content:read' },
  'workspace:manage': { roles: [], scope: 'admin' },
} as const satisfies Policy
