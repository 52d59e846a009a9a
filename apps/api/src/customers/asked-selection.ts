import type { CustomerSelection } from '@profilkort/database/customers/page-customers.queries'
import { wholeCustomer } from '@profilkort/database/customers/page-customers.queries'
import type { FieldNode, GraphQLResolveInfo } from 'graphql'
import { argumentsOf, fieldsBelow } from '../graphql/selection.ts'

/** What every customer is read with. */
const plain = new Set(['__typename', 'id', 'kind', 'name', 'stage'])

/**
 * What of the customers of a page its question asks for; undefined where it asks for no customer at all, only how many
 * there are; of their places alone nothing more than what tells them apart. Fields that are not known here may look at
 * anything.
 */
export function selectionAskedFor(info: GraphQLResolveInfo): CustomerSelection | undefined {
  const fields = [...fieldsBelow(info, ['nodes']), ...fieldsBelow(info, ['edges', 'node'])]
  if (fields.length === 0) return fieldsBelow(info, ['edges']).length === 0 ? undefined : none
  return fields.map((field) => selectionOf(field, info)).reduce(together)
}

const none: CustomerSelection = { attributes: [], provenance: false, metrics: false, company: false }

function selectionOf(field: FieldNode, info: GraphQLResolveInfo): CustomerSelection {
  const name = field.name.value
  if (plain.has(name)) return none
  if (name === 'metrics') return { ...none, metrics: true }
  if (name === 'company') return { ...none, company: true }
  if (name !== 'attributes') return wholeCustomer
  const { keys } = argumentsOf(info, 'Customer', field)
  const below = fieldsBelow({ ...info, fieldNodes: [field] }, [])
  return {
    ...none,
    attributes: Array.isArray(keys) ? keys.map(String) : 'all',
    provenance: below.some(({ name: { value } }) => value === 'source' || value === 'recordedAt'),
  }
}

function together(a: CustomerSelection, b: CustomerSelection): CustomerSelection {
  return {
    attributes:
      a.attributes === 'all' || b.attributes === 'all'
        ? 'all'
        : [...new Set([...a.attributes, ...b.attributes])].toSorted(),
    provenance: a.provenance || b.provenance,
    metrics: a.metrics || b.metrics,
    company: a.company || b.company,
  }
}
