import type { AttributeType, Catalogue } from '../../attributes/attribute.ts'
import { typeOf } from '../operators.ts'
import type { Field, KnownField } from '../rule.ts'
import type { Checking, Json, Path } from './checking.ts'
import { checkConsentField, checkDealsField, checkFitField, checkInteractionsField } from './records-field.ts'
import { nearest, suggest } from './suggest.ts'

/** A field of the catalogue, with the type of its values. */
export function checkField(
  checking: Checking,
  input: unknown,
  path: Path,
): { readonly field: Field; readonly type: AttributeType } | undefined {
  const node = checking.object(input, path, 'A field', `{ "kind": "attribute", "key": "employees" }`)
  if (node === undefined) return undefined
  const field = checkKind(checking, node, path)
  const type = field && typeOf(field, checking.catalogue)
  return field && type && { field: Object.freeze(field), type }
}

function checkKind(checking: Checking, node: Json, path: Path): Field | undefined {
  switch (node.kind) {
    case 'attribute':
    case 'metric':
      return checkKnown(checking, node.kind, node, path)
    case 'interactions':
      return checkInteractionsField(checking, node, path)
    case 'deals':
      return checkDealsField(checking, node, path)
    case 'consent':
      return checkConsentField(checking, node, path)
    case 'fit':
      return checkFitField(checking, node, path)
    default: {
      const kinds = ['attribute', 'metric', 'interactions', 'deals', 'consent', 'fit']
      const guess = typeof node.kind === 'string' ? nearest(node.kind, kinds) : undefined
      const all = "A field's kind is 'attribute', 'metric', 'interactions', 'deals', 'consent' or 'fit'."
      return checking.tell([...path, 'kind'], guess === undefined ? all : `${all} ${suggest(guess, '')}`)
    }
  }
}

function checkKnown(
  checking: Checking,
  kind: KnownField['kind'],
  node: Json,
  path: Path,
): KnownField | undefined {
  const { key } = node
  checking.closed(node, ['kind', 'key'], path, 'a field')
  if (typeof key !== 'string') {
    return checking.tell([...path, 'key'], `Give the key of the ${kind} as a text, such as "employees".`)
  }
  const field = { kind, key }
  if (typeOf(field, checking.catalogue) !== undefined) return field
  return checking.tell(
    [...path, 'key'],
    `There is no ${kind} '${checking.quote(key)}'. ${advise(field, checking.catalogue)}`,
  )
}

function advise({ kind, key }: KnownField, catalogue: Catalogue): string {
  const other = kind === 'attribute' ? 'metric' : 'attribute'
  if (typeOf({ kind: other, key }, catalogue) !== undefined) {
    return `There is ${other === 'attribute' ? 'an attribute' : 'a metric'} of that key: use "kind": "${other}".`
  }
  const known = kind === 'attribute' ? catalogue.attributes : catalogue.metrics
  const guess = nearest(key, known.keys()) ?? labelled(key, known)
  return suggest(
    guess,
    kind === 'attribute' ? 'Add it to the catalogue, or use another.' : list(known.keys()),
  )
}

/** The key of what is called so in some language: people write what they see. */
function labelled(text: string, known: Catalogue['attributes'] | Catalogue['metrics']): string | undefined {
  const wanted = text.toLowerCase()
  for (const [key, { label }] of known) {
    if (Object.values(label).some((each) => each?.toLowerCase() === wanted)) return key
  }
  return undefined
}

export function list(keys: Iterable<string>): string {
  const all = [...keys]
  return all.length === 0 ? 'This workspace has none.' : `Use one of: ${all.join(', ')}.`
}
