import {
  type FieldNode,
  type GraphQLResolveInfo,
  getArgumentValues,
  isObjectType,
  Kind,
  type SelectionSetNode,
} from 'graphql'

type Info = Pick<GraphQLResolveInfo, 'fieldNodes' | 'fragments' | 'schema' | 'variableValues'>

/**
 * The fields that are asked for below the field that is being resolved, on a path of field names; each as often as it
 * is asked for. Those that a directive may leave out are among them.
 */
export function fieldsBelow(info: Info, path: readonly string[]): readonly FieldNode[] {
  return path
    .reduce<readonly FieldNode[]>(
      (fields, name) => childrenOf(fields, info).filter((field) => field.name.value === name),
      info.fieldNodes,
    )
    .flatMap((field) => childrenOf([field], info))
}

/** The arguments of a field of an object type, with variables put in. */
export function argumentsOf(
  info: Info,
  typeName: string,
  field: FieldNode,
): { readonly [name: string]: unknown } {
  const type = info.schema.getType(typeName)
  const definition = isObjectType(type) ? type.getFields()[field.name.value] : undefined
  return definition === undefined ? {} : getArgumentValues(definition, field, info.variableValues)
}

function childrenOf(fields: readonly FieldNode[], { fragments }: Info): readonly FieldNode[] {
  return fields.flatMap(({ selectionSet }) => (selectionSet ? fieldsIn(selectionSet, fragments) : []))
}

function fieldsIn({ selections }: SelectionSetNode, fragments: Info['fragments']): readonly FieldNode[] {
  return selections.flatMap((selection): readonly FieldNode[] => {
    if (selection.kind === Kind.FIELD) return [selection]
    const within =
      selection.kind === Kind.FRAGMENT_SPREAD
        ? fragments[selection.name.value]?.selectionSet
        : selection.selectionSet
    return within === undefined ? [] : fieldsIn(within, fragments)
  })
}
