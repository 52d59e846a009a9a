import SchemaBuilder from '@pothos/core'
import DataloaderPlugin from '@pothos/plugin-dataloader'
import ErrorsPlugin from '@pothos/plugin-errors'
import RelayPlugin from '@pothos/plugin-relay'
import ScopeAuthPlugin, { type AuthFailure, AuthScopeFailureType } from '@pothos/plugin-scope-auth'
import { GraphQLError } from 'graphql'
import { type Action, may, policy } from '../keys/actions.ts'
import { neededFor } from '../keys/policy.ts'
import { isWidget, type Viewer } from '../keys/viewer.ts'
import type { Context } from './context.ts'
import { decodeGlobalId, encodeGlobalId } from './global-id.ts'
import { isNode, keepNodes, visible } from './nodes.ts'

interface Types {
  Context: Context
  DefaultFieldNullability: false
  DefaultEdgesNullability: { list: false; items: false }
  DefaultNodeNullability: false
  AuthScopes: {
    /** Members and secret keys that the policy lets do this. */
    may: Action
    /** Whoever may read published content: keys in a browser, and who may `profile:read`. */
    reader: boolean
    /** Keys and tokens in a browser. */
    widget: boolean
    /** Whoever belongs to a workspace. */
    insider: boolean
  }
  Scalars: {
    ID: { Input: string; Output: string | number | bigint }
    JSON: { Input: unknown; Output: unknown }
    DateTime: { Input: Date; Output: Date }
    Date: { Input: string; Output: string }
  }
}

/** The one builder; each feature's `*.schema.ts` adds its types and fields to it. */
export const builder = new SchemaBuilder<Types>({
  plugins: [ErrorsPlugin, ScopeAuthPlugin, RelayPlugin, DataloaderPlugin],
  defaultFieldNullability: false,
  scopeAuth: {
    authScopes: ({ viewer }) => ({
      may: (action) => may(viewer, action),
      reader: isWidget(viewer) || may(viewer, 'profile:read'),
      widget: isWidget(viewer),
      insider: viewer.kind !== 'anonymous',
    }),
    unauthorizedError: (_parent, { viewer }, _info, { failure }) => refusal(viewer, failure),
  },
  relay: {
    encodeGlobalID: encodeGlobalId,
    decodeGlobalID: decodeGlobalId,
    cursorType: 'String',
    idFieldOptions: { description: 'Its global id.' },
    edgesFieldOptions: {
      nullable: { list: false, items: false },
      description: 'The page, with a cursor for each.',
    },
    nodeFieldOptions: { nullable: false, description: 'The item.' },
    nodesOnConnection: { description: 'The page, without cursors.' },
    nodeTypeOptions: { description: 'Anything with a global id.' },
    nodeQueryOptions: {
      description: 'Anything by its global id; null when there is none or it may not be seen.',
      args: { id: { description: 'A global id.' } },
      resolve: async (_root, { id }, _context, { schema }, load) =>
        isNode(schema, id) ? visible(await load(id)) : null,
    },
    nodesQueryOptions: {
      description: 'Several at once, in the order of the ids; null for those there are none of. At most 100.',
      args: { ids: { description: 'Global ids.' } },
      resolve: async (_root, { ids }, _context, { schema }, load) => {
        keepNodes(schema, ids)
        return (await load(ids)).map(visible)
      },
    },
    pageInfoTypeOptions: { description: 'Where a page lies in its list.' },
    hasNextPageFieldOptions: { description: 'Whether more come after.' },
    hasPreviousPageFieldOptions: { description: 'Whether more come before.' },
    startCursorFieldOptions: { description: 'For `before`, to read backwards.' },
    endCursorFieldOptions: { description: 'For `after`, to read on.' },
    pageInfoFieldOptions: { description: 'Where this page lies in the list.' },
    cursorFieldOptions: { description: 'The place of this item in the list.' },
    firstArgOptions: {
      description: 'How many from the start, 1 to 100; 20 when neither `first` nor `last` is given.',
    },
    lastArgOptions: { description: 'How many from the end, 1 to 100.' },
    afterArgOptions: { description: 'Only those after this cursor.' },
    beforeArgOptions: { description: 'Only those before this cursor.' },
    defaultEdgeTypeOptions: { description: 'An item of the list and its place.' },
    defaultConnectionTypeOptions: { description: 'A page of a list.' },
  },
  errors: {
    defaultUnionOptions: {
      description: 'The changed object, or why nothing was done.',
      name: ({ fieldName }) => `${capitalise(fieldName)}Result`,
    },
    defaultResultOptions: {
      description: 'It was done.',
      name: ({ fieldName }) => `${capitalise(fieldName)}Success`,
    },
  },
})

builder.queryType({ description: 'What can be read.' })
builder.mutationType({
  description: 'What can be done. Each answers the changed object or the problem that stood in the way.',
})

function capitalise(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1)
}

function refusal(viewer: Viewer, failure: AuthFailure): GraphQLError {
  if (viewer.kind === 'anonymous') {
    return new GraphQLError('This needs a key: send `Authorization: Bearer <secret key>`, or sign in.', {
      extensions: { code: 'UNAUTHENTICATED' },
    })
  }
  const needed = neededAction(failure) ?? 'profile:read'
  return new GraphQLError(neededFor(needed, policy[needed], viewer), { extensions: { code: 'FORBIDDEN' } })
}

/** The action that was refused; undefined where none was asked for by name. */
function neededAction(failure: AuthFailure): Action | undefined {
  if (failure.kind === AuthScopeFailureType.AuthScope) {
    return failure.scope === 'may' ? (failure.parameter as Action) : undefined
  }
  return 'failures' in failure ? failure.failures.map(neededAction).find((action) => action) : undefined
}
