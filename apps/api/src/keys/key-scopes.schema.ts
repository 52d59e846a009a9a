import { builder } from '../graphql/builder.ts'
import { type Scope, scopes } from './policy.ts'

const descriptions: { readonly [S in Scope]: string } = {
  'content:read': 'Read profiles, drafts included, with their internal fields, and what they are made of.',
  'content:write': 'Write profiles, templates, pictures, products and segments.',
  'content:publish': 'Publish, review and plan releases.',
  'customers:read': 'Read customers.',
  'customers:sensitive': 'Read values of special categories of customers, such as religion or health, too.',
  'customers:write': 'Import customers and deals.',
  'scorecards:read': 'Read scorecards and fits.',
  'scorecards:write': 'Write, publish and answer scorecards.',
  'insight:read': 'Read figures over all customers.',
  admin: 'Manage keys, members, trusted documents and the workspace.',
}

/** `content:read` is CONTENT_READ. */
export const KeyScopeEnum = builder.enumType('KeyScope', {
  description: 'What a secret key may be used for; none includes another.',
  values: Object.fromEntries(
    scopes.map((scope) => [
      scope.replace(':', '_').toUpperCase(),
      { value: scope, description: descriptions[scope] },
    ]),
  ),
})
