import {
  type ASTNode,
  type DocumentNode,
  type GraphQLNamedInputType,
  type GraphQLSchema,
  getNamedType,
  isInputType,
  isLeafType,
  isNullableType,
  isRequiredInputField,
  Kind,
  type OperationDefinitionNode,
  type TypeNode,
  type VariableDefinitionNode,
  visit,
} from 'graphql'

/** Whether the compiler does with an operation what GraphQL says. */
export function isCompilable(
  schema: GraphQLSchema,
  document: DocumentNode,
  { variableDefinitions = [] }: OperationDefinitionNode,
): boolean {
  const nullable = variableDefinitions.filter(({ type }) => type.kind !== Kind.NON_NULL_TYPE)
  const mayBeAbsent = nullable.filter(({ defaultValue }) => defaultValue === undefined)
  return (
    !areWithin(document, 'ObjectField', mayBeAbsent) &&
    !areWithin(document, 'Directive', nullable) &&
    variableDefinitions.every(({ type }) => {
      const named = schema.getType(nameOf(type))
      return isInputType(named) && isPlainInput(named)
    })
  )
}

/**
 * Whether one of some variables stands within what the compiler reads otherwise. As a field of an object that is written
 * out, one without a value leaves the field out, and the compiler puts null there. In `@skip` and `@include` null is an
 * error, and the compiler takes it for no.
 */
function areWithin(
  document: DocumentNode,
  kind: 'ObjectField' | 'Directive',
  variables: readonly VariableDefinitionNode[],
): boolean {
  const names = new Set(variables.map(({ variable }) => variable.name.value))
  let isFound = false
  visit(document, {
    [kind]: (node: ASTNode) =>
      visit(node, {
        Variable: ({ name }) => {
          if (names.has(name.value)) isFound = true
        },
      }),
  })
  return isFound
}

const plainInputs = new WeakMap<GraphQLNamedInputType, boolean>()

/**
 * Whether the compiler reads values of an input type as GraphQL does. It does not end on types that hold themselves, as
 * rules do; does not know that only one field is to be given, nor what a required field is when it is not given; and
 * takes an empty list for an object where no field is required.
 */
export function isPlainInput(type: GraphQLNamedInputType): boolean {
  if (isLeafType(type)) return true
  const known = plainInputs.get(type)
  if (known !== undefined) return known
  // What it holds it may not be held by.
  plainInputs.set(type, false)
  const fields = Object.values(type.getFields())
  const isPlain =
    !type.isOneOf &&
    fields.some(isRequiredInputField) &&
    fields.every(
      (field) =>
        isPlainInput(getNamedType(field.type)) &&
        (field.defaultValue === undefined || isNullableType(field.type)),
    )
  plainInputs.set(type, isPlain)
  return isPlain
}

function nameOf(type: TypeNode): string {
  return type.kind === Kind.NAMED_TYPE ? type.name.value : nameOf(type.type)
}
