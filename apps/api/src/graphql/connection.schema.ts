import type { ObjectRef } from '@pothos/core'
import { builder } from './builder.ts'
import type { toConnection } from './pages.ts'

/** A page of a list with a cursor for each item; see `toConnection`. */
export type Connection<Row> = ReturnType<typeof toConnection<Row, unknown>>

type SchemaTypes = typeof builder extends PothosSchemaTypes.SchemaBuilder<infer Types> ? Types : never

/** What the types of a list are said to be. */
interface Words {
  /** `A page of pictures, newest first.` */
  readonly page: string
  /** `A picture and its place in the list.` */
  readonly edge: string
  /** `The picture.` */
  readonly node: string
}

/** The types of a list of `node`: its page and, in it, each item with its cursor. */
export function connectionOf<Row, Page extends Connection<Row> = Connection<Row>>(
  node: ObjectRef<SchemaTypes, Row>,
  { page, edge, node: item }: Words,
) {
  const Edge = builder.objectRef<Connection<Row>['edges'][number]>(`${node.name}Edge`).implement({
    description: edge,
    fields: (t) => ({
      cursor: t.string({
        description: 'The place of this item in the list.',
        resolve: ({ cursor }) => cursor,
      }),
      node: t.field({ type: node, description: item, resolve: (each) => each.node as never }),
    }),
  })
  return builder.objectRef<Page>(`${node.name}Connection`).implement({
    description: page,
    fields: (t) => ({
      edges: t.field({
        type: [Edge],
        description: 'The page, with a cursor for each.',
        resolve: ({ edges }) => edges,
      }),
      nodes: t.field({
        type: [node],
        description: 'The page, without cursors.',
        resolve: ({ edges }) => edges.map((each) => each.node) as never,
      }),
      pageInfo: t.field({
        type: builder.pageInfoRef(),
        description: 'Where this page lies in the list.',
        resolve: ({ pageInfo }) => pageInfo,
      }),
    }),
  })
}

type Arguments = Parameters<
  Extract<NonNullable<Parameters<typeof builder.queryField>[1]>, (t: never) => unknown>
>[0]['arg']

/** The arguments that choose a page: `first` and `after` from one end of the list, `last` and `before` from the other. */
export function pageArguments(arg: Arguments, [start, end]: readonly [string, string]) {
  return {
    first: arg.int({
      description: `How many from ${start}, 1 to 100; 20 when neither \`first\` nor \`last\` is given.`,
    }),
    after: arg.string({ description: 'Only those after this cursor.' }),
    last: arg.int({ description: `How many from ${end}, 1 to 100.` }),
    before: arg.string({ description: 'Only those before this cursor.' }),
  }
}
