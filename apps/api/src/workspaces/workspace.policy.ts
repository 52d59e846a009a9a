import { authoriserOf, everybody, type Policy } from '../keys/policy.ts'

/** Who may see and change what the workspace asks for. */
export const workspacePolicy = {
  'workspace:read': { roles: everybody, scope: 'content:read' },
  'workspace:manage': { roles: [], scope: 'admin' },
} as const satisfies Policy

/** Throws `Forbidden` unless the viewer may do this. */
export const authorise = authoriserOf(workspacePolicy)
