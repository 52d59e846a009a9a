import { authoriserOf, everybody, type Policy } from '../keys/policy.ts'

/** Who may do what with profiles. Widgets read what is published and public without any of these. */
export const profilePolicy = {
  /** Published revisions with their internal fields. */
  'profile:read': { roles: everybody, scope: 'content:read' },
  /** Newest revisions, history and the archive. */
  'profile:readDrafts': { roles: ['editor', 'translator', 'analyst'], scope: 'content:read' },
  'profile:create': { roles: ['editor'], scope: 'content:write' },
  'profile:update': { roles: ['editor'], scope: 'content:write' },
  /** Texts in languages other than the source. */
  'profile:translate': { roles: ['editor', 'translator'], scope: 'content:write' },
  'profile:publish': { roles: ['editor'], scope: 'content:publish' },
  'profile:review': { roles: ['editor'], scope: 'content:publish' },
  'profile:archive': { roles: ['editor'], scope: 'content:write' },
  'profile:delete': { roles: ['editor'], scope: 'content:write' },
} as const satisfies Policy

/** What can be done with a profile. */
export type ProfileAction = keyof typeof profilePolicy

/** Throws `Forbidden` unless the viewer may do this. */
export const authorise = authoriserOf(profilePolicy)
