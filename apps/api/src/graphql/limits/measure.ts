import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLSchema,
  getArgumentValues,
  getNamedType,
  isCompositeType,
  isInterfaceType,
  isListType,
  isNonNullType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql'

/** The size of an operation before it runs. */
export interface OperationSize {
  readonly depth: number
  readonly aliases: number
  /** The widest selection: how many fields are asked of one object. */
  readonly breadth: number
  /** Objects that may be read: each counts 1 plus what is asked of it, a list as often as it may be long. */
  readonly cost: number
}

/** How long a list without a stated length is taken to be. */
const assumedLength = 10
const defaultPage = 20

interface Scope {
  readonly schema: GraphQLSchema
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>
  readonly variables: { readonly [name: string]: unknown }
}

/**
 * Measures a valid operation; introspection counts nothing, so that tools can read the schema.
 * The document has passed validation, so fragments have no cycles.
 */
export function measureOperation(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: { readonly [name: string]: unknown },
): OperationSize {
  const fragments = new Map(
    document.definitions
      .filter((definition) => definition.kind === Kind.FRAGMENT_DEFINITION)
      .map((definition) => [definition.name.value, definition]),
  )
  const root = schema.getRootType(operation.operation)
  if (!root) return { depth: 0, aliases: 0, breadth: 0, cost: 0 }
  return measureSelection({ schema, fragments, variables }, root, operation.selectionSet)
}

/** Sizes of operations that come again and again, by their document and by the numbers that lists are asked with. */
export function rememberSizes() {
  const known = new WeakMap<DocumentNode, Map<string, OperationSize>>()
  const mostEach = 100
  return {
    of: (
      schema: GraphQLSchema,
      document: DocumentNode,
      operation: OperationDefinitionNode,
      variables: { readonly [name: string]: unknown },
    ): OperationSize => {
      const sizes = known.get(document) ?? new Map<string, OperationSize>()
      known.set(document, sizes)
      const numbers = Object.entries(variables).filter(([, value]) => typeof value === 'number')
      const key = `${operation.name?.value ?? ''} ${JSON.stringify(numbers)}`
      const found = sizes.get(key)
      if (found !== undefined) return found
      const size = measureOperation(schema, document, operation, variables)
      if (sizes.size < mostEach) sizes.set(key, size)
      return size
    },
  }
}

/** @param pageLength of a connection: how long its `edges` and `nodes` may be */
function measureSelection(
  scope: Scope,
  type: GraphQLCompositeType,
  set: SelectionSetNode,
  pageLength?: number,
): OperationSize {
  let [depth, aliases, breadth, cost] = [0, 0, 0, 0]
  const fields = flatten(scope, type, set)
  for (const [parent, node] of fields) {
    const size = measureField(scope, parent, node, pageLength)
    depth = Math.max(depth, size.depth)
    aliases += size.aliases + (node.alias ? 1 : 0)
    breadth = Math.max(breadth, size.breadth)
    cost += size.cost
  }
  return { depth, aliases, breadth: Math.max(breadth, fields.length), cost }
}

function measureField(
  scope: Scope,
  parent: GraphQLCompositeType,
  node: FieldNode,
  pageLength: number | undefined,
): OperationSize {
  const field = findField(parent, node.name.value)
  const type = field && getNamedType(field.type)
  if (field === undefined || !isCompositeType(type) || !node.selectionSet) {
    return { depth: 1, aliases: 0, breadth: 0, cost: 0 }
  }
  const asked = askedLength(scope, field, node)
  const isList = isListType(isNonNullType(field.type) ? field.type.ofType : field.type)
  const inner = measureSelection(scope, type, node.selectionSet, isList ? undefined : asked)
  const times = isList ? (asked ?? pageLength ?? (isStored(field) ? 1 : assumedLength)) : 1
  return { ...inner, depth: inner.depth + 1, cost: times * (1 + inner.cost) }
}

/** The length asked for by `first` or `last`; undefined for a field that has no such arguments. */
function askedLength(
  scope: Scope,
  field: GraphQLField<unknown, unknown>,
  node: FieldNode,
): number | undefined {
  if (!field.args.some((arg) => arg.name === 'first')) return undefined
  const { first, last } = readArguments(scope, field, node)
  const asked = typeof first === 'number' ? first : last
  return typeof asked === 'number' ? Math.max(1, asked) : defaultPage
}

function readArguments(
  scope: Scope,
  field: GraphQLField<unknown, unknown>,
  node: FieldNode,
): { [name: string]: unknown } {
  try {
    return getArgumentValues(field, node, scope.variables)
  } catch {
    return {}
  }
}

/** The fields asked of one object, fragments opened. */
function flatten(
  scope: Scope,
  type: GraphQLCompositeType,
  set: SelectionSetNode,
): readonly (readonly [GraphQLCompositeType, FieldNode])[] {
  return set.selections.flatMap((selection): readonly (readonly [GraphQLCompositeType, FieldNode])[] => {
    if (selection.kind === Kind.FIELD) return selection.name.value.startsWith('__') ? [] : [[type, selection]]
    const fragment =
      selection.kind === Kind.INLINE_FRAGMENT ? selection : scope.fragments.get(selection.name.value)
    if (fragment === undefined) return []
    const condition = fragment.typeCondition && scope.schema.getType(fragment.typeCondition.name.value)
    return flatten(scope, isCompositeType(condition) ? condition : type, fragment.selectionSet)
  })
}

function findField(type: GraphQLCompositeType, name: string): GraphQLField<unknown, unknown> | undefined {
  return isObjectType(type) || isInterfaceType(type) ? type.getFields()[name] : undefined
}

/** Whether a list is part of the row it belongs to, so that reading it costs nothing more: `extensions: { stored: true }`. */
function isStored({ extensions }: GraphQLField<unknown, unknown>): boolean {
  return extensions.stored === true
}
