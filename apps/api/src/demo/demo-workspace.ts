import type { NewWorkspace } from '@profilkort/database/workspaces/workspaces.queries'

/** The made-up vendor of business software whose customers the demo shows. Its id is fixed: a start finds it again. */
export const demoWorkspace: NewWorkspace = {
  id: '0d5c5a9e-2f6b-4f0c-8a47-3b1e9f7c6d20',
  slug: 'kvistvik',
  name: 'Kvistvik Forretningssystemer',
  currency: 'NOK',
  locales: ['nb', 'sv', 'da', 'en'],
}
