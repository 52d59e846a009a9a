import SchemaBuilder from '@pothos/core'
import DataloaderPlugin from '@pothos/plugin-dataloader'
import ErrorsPlugin from '@pothos/plugin-errors'
import RelayPlugin from '@pothos/plugin-relay'
import ScopeAuthPlugin from '@pothos/plugin-scope-auth'
import { GraphQLError } from 'graphql'
import { isInternal, type Viewer } from '../keys/viewer.ts'
import type { Context } from './context.ts'
import { decodeGlobalId, encodeGlobalId } from './global-id.ts'

interface Types {
  Context: Context
  DefaultFieldNullability: false
  DefaultEdgesNullability: { list: false; items: false }
  DefaultNodeNullability: false
  AuthScopes: {
    /** The workspace's own people and servers. */
    internal: boolean
    /** Whoever belongs to a workspace, widgets included. */
    reader: boolean
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
    authScopes: ({ viewer }) => ({ internal: isInternal(viewer), reader: viewer.kind !== 'anonymous' }),
    unauthorizedError: (_parent, { viewer }) => refusal(viewer),
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
    },
    nodesQueryOptions: {
      description: 'Several at once, in the order of the ids; null for those there are none of. At most 100.',
      args: { ids: { description: 'Global ids.' } },
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

function refusal(viewer: Viewer): GraphQLError {
  return viewer.kind === 'anonymous'
    ? new GraphQLError('This needs a key: send `Authorization: Bearer <secret key>`, or sign in.', {
        extensions: { code: 'UNAUTHENTICATED' },
      })
    : new GraphQLError('This key may not read or do this. Use a secret key from a server.', {
        extensions: { code: 'FORBIDDEN' },
      })
}
