import { GraphQLError } from 'graphql'

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

export function isUuid(text: unknown): text is string {
  return typeof text === 'string' && uuid.test(text)
}

/** Opaque ids that are unique over all types: base64url of `Customer:<uuid>`. */
export function encodeGlobalId(typename: string, id: string | number | bigint): string {
  return Buffer.from(`${typename}:${id}`).toString('base64url')
}

/** Undefined for a text that is no id. */
export function readGlobalId(text: string): { typename: string; id: string } | undefined {
  const [typename = '', id = ''] = Buffer.from(text, 'base64url').toString().split(':', 2)
  return typename !== '' && isUuid(id) ? { typename, id } : undefined
}

export function decodeGlobalId(text: string): { typename: string; id: string } {
  const id = readGlobalId(text)
  if (id !== undefined) return id
  throw new GraphQLError(`"${text}" is not an id. Use an \`id\` as the API answered it.`, {
    extensions: { code: 'BAD_USER_INPUT', http: { status: 400 } },
  })
}
