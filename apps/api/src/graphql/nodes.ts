import { type GraphQLSchema, isObjectType } from 'graphql'

interface GlobalId {
  readonly typename: string
  readonly id: string
}

/** Stands, among things asked for by id, for one there is none of or that may not be seen. */
export class NotVisible extends Error {
  override readonly message = 'What was asked for is not there any more, or may not be seen with this key.'
}

/** The node, or null in the place of one that may not be seen. */
export function visible(node: unknown): unknown {
  return node instanceof NotVisible ? null : node
}

/** Whether things of this kind are asked for by `node` at all; those that are not look like what never was. */
export function isNode(schema: GraphQLSchema, { typename }: GlobalId): boolean {
  const type = schema.getType(typename)
  return isObjectType(type) && type.getInterfaces().some(({ name }) => name === 'Node')
}

/** Takes out the ids that are of no node, in place: Pothos reads the arguments themselves. */
export function keepNodes(schema: GraphQLSchema, ids: (GlobalId | null)[]): void {
  for (const [index, id] of ids.entries()) if (id !== null && !isNode(schema, id)) ids[index] = null
}
