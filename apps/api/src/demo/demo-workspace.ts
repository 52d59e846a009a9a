import type { WorkspaceRow } from '@profilkort/database/workspaces/workspaces.queries'
export const demoWorkspace: WorkspaceRow = {
  id: '0d5c5a9e-2f6b-4f0c-8a47-3b1e9f7c6d20',
  slug: 'demo',
  name: 'Demo',
  currency: 'NOK',
  locales: ['nb', 'sv', 'da', 'en'],
}
