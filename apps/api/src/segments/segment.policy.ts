import { authoriserOf, type Policy } from '../keys/policy.ts'

/** Who may do what with segments. */
export const segmentPolicy = {
  'segment:read': { roles: ['editor', 'translator', 'analyst'], scope: 'content:read' },
  'segment:write': { roles: ['editor', 'analyst'], scope: 'content:write' },
} as const satisfies Policy

/** Throws `Forbidden` unless the viewer may do this. */
export const authorise = authoriserOf(segmentPolicy)
