import {
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLOutputType,
  getNamedType,
  isCompositeType,
  isEnumType,
  isInputObjectType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  isUnionType,
} from 'graphql'
import { encodeGlobalId } from '../../graphql/global-id.ts'
import { schema } from '../../graphql/schema.ts'

/** A field of Query or Mutation. */
export interface RootField {
  readonly name: string
  readonly kind: 'query' | 'mutation'
  readonly field: GraphQLField<unknown, unknown>
}

/** What the arguments of an operation name. */
export interface Names {
  readonly id: string
  /** What a text is: a slug, key or name. */
  readonly text: string
}

export const rootFields: readonly RootField[] = [
  ...Object.values(schema.getQueryType()?.getFields() ?? {}).map((field) => rootField(field, 'query')),
  ...Object.values(schema.getMutationType()?.getFields() ?? {}).map((field) => rootField(field, 'mutation')),
]

function rootField(field: GraphQLField<unknown, unknown>, kind: RootField['kind']): RootField {
  return { name: field.name, kind, field }
}

/** An operation that asks for all plain values of a root field, with whatever arguments it needs. */
export function operationOf({ name, kind, field }: RootField, names: Names): string {
  const needed = field.args.filter((arg) => isNonNullType(arg.type) && arg.defaultValue === undefined)
  const args = needed.map((arg) => `${arg.name}: ${literalOf(arg.type, names)}`)
  return `${kind} { ${name}${args.length === 0 ? '' : `(${args.join(', ')})`} ${selectionOf(field.type)} }`
}

/** Plain values; of a mutation's result the problem or the changed object, of a page its items. */
function selectionOf(outputType: GraphQLOutputType): string {
  const type = getNamedType(outputType)
  if (!isCompositeType(type)) return ''
  const parts = ['__typename']
  if (isUnionType(type)) {
    parts.push('... on Problem { message }')
    for (const member of type.getTypes().filter(({ name }) => name.endsWith('Success'))) {
      const [changed] = Object.values(member.getFields())
      if (changed) parts.push(`... on ${member.name} { ${changed.name} ${selectionOf(changed.type)} }`)
    }
  }
  if (isObjectType(type)) {
    for (const field of Object.values(type.getFields())) {
      if (field.args.some(({ type }) => isNonNullType(type))) continue
      if (isLeafType(getNamedType(field.type))) parts.push(field.name)
      if (field.name === 'nodes') parts.push(`nodes ${selectionOf(field.type)}`)
    }
  }
  return `{ ${parts.join(' ')} }`
}

function literalOf(type: GraphQLInputType, names: Names): string {
  if (isNonNullType(type)) return literalOf(type.ofType, names)
  // A rule holds rules: none of them is one, too.
  if (isListType(type)) return isOneOf(type.ofType) ? '[]' : `[${literalOf(type.ofType, names)}]`
  if (isEnumType(type)) return type.getValues()[0]?.name ?? ''
  if (isInputObjectType(type)) {
    const all = Object.values(type.getFields())
    const needed = type.isOneOf ? all.slice(0, 1) : all.filter((field) => isNonNullType(field.type))
    return `{ ${needed.map((field) => `${field.name}: ${literalOf(field.type, names)}`).join(', ')} }`
  }
  const literals: { readonly [name: string]: string } = {
    ID: `"${names.id}"`,
    Int: '1',
    Float: '1',
    Boolean: 'true',
    DateTime: '"2026-12-01T08:00:00Z"',
    Date: '"2026-12-01"',
  }
  return literals[type.name] ?? JSON.stringify(names.text)
}

/** The global id of an object of the kind that a field is named after, such as `memberRemove`. */
export function idFor({ name }: RootField, ids: { readonly [typename: string]: string }): string {
  const [typename] = Object.keys(ids)
    .filter((each) => name.startsWith(`${each[0]?.toLowerCase()}${each.slice(1)}`))
    .toSorted((a, b) => b.length - a.length)
  return encodeGlobalId(typename ?? 'Customer', ids[typename ?? 'Customer'] ?? '')
}

function isOneOf(type: GraphQLInputType): boolean {
  const inner = isNonNullType(type) ? type.ofType : type
  return isInputObjectType(inner) && inner.isOneOf
}
