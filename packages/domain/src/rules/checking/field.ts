import type { AttributeType, Catalogue } from '../../attributes/attribute.ts'
import { typeOf } from '../operators.ts'
import type { Field } from '../rule.ts'
import type { Checking, Path } from './checking.ts'
import { nearest, suggest } from './suggest.ts'

/** A field of the catalogue, with the type of its values. */
export function checkField(
  checking: Checking,
  input: unknown,
  path: Path,
): { readonly field: Field; readonly type: AttributeType } | undefined {
  const node = checking.object(input, path, 'A field', `{ "kind": "attribute", "key": "employees" }`)
  if (node === undefined) return undefined
  const { kind, key } = node
  if (kind !== 'attribute' && kind !== 'metric') {
    return checking.tell([...path, 'kind'], "A field's kind is 'attribute' or 'metric'.")
  }
  checking.closed(node, ['kind', 'key'], path, 'a field')
  if (typeof key !== 'string') {
    return checking.tell([...path, 'key'], `Give the key of the ${kind} as a text, such as "employees".`)
  }
  const field = Object.freeze({ kind, key })
  const type = typeOf(field, checking.catalogue)
  if (type !== undefined) return { field, type }
  return checking.tell(
    [...path, 'key'],
    `There is no ${kind} '${checking.quote(key)}'. ${advise(field, checking.catalogue)}`,
  )
}

function advise({ kind, key }: Field, catalogue: Catalogue): string {
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

function list(keys: Iterable<string>): string {
  const all = [...keys]
  return all.length === 0 ? 'This workspace has none.' : `Use one of: ${all.join(', ')}.`
}
