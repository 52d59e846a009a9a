import type { CustomerSort, SortBy, SortValue } from '@profilkort/domain/customers/sort'
import type { CustomerEntry } from '../customers/customer-columns.ts'

/** The customers in the order of a sort, worked out the plain way. */
export function sorted(customers: Iterable<CustomerEntry>, sort: CustomerSort): readonly CustomerEntry[] {
  const sign = sort.direction === 'ascending' ? 1 : -1
  return [...customers].toSorted((a, b) => {
    const [x, y] = [sortValue(a, sort.by), sortValue(b, sort.by)]
    if (x === null || y === null) {
      return Number(x === null) - Number(y === null) || (a.id < b.id ? -sign : sign)
    }
    for (const [part, value] of x.entries()) {
      const order = compareParts(value, y[part] ?? '')
      if (order !== 0) return order * sign
    }
    return a.id < b.id ? -sign : sign
  })
}

/** Every sort there is over these attributes and metrics, in both directions. */
export function everySort(by: readonly SortBy[]): readonly CustomerSort[] {
  return by.flatMap((each) => [
    { by: each, direction: 'ascending' },
    { by: each, direction: 'descending' },
  ])
}

function compareParts(a: string | number, b: string | number): number {
  if (typeof a === 'number' || typeof b === 'number') return Number(a) - Number(b)
  return Buffer.compare(Buffer.from(a), Buffer.from(b))
}

function sortValue({ name, updatedAt, attributes, metrics }: CustomerEntry, by: SortBy): SortValue {
  switch (by.kind) {
    case 'name':
      return [name]
    case 'updated':
      return [updatedAt]
    case 'metric':
      return numberValue(metrics[by.key])
    case 'attribute':
      return attributeValue(attributes[by.key], by)
  }
}

function attributeValue(value: unknown, by: SortBy & { kind: 'attribute' }): SortValue {
  switch (by.type) {
    case 'text':
      return typeof value === 'string' ? [value] : null
    case 'number':
    case 'time':
      return numberValue(value)
    case 'boolean':
      return typeof value === 'boolean' ? [Number(value)] : null
    case 'choice':
    case 'choices': {
      const first: unknown = Array.isArray(value) ? value[0] : value
      if (typeof first !== 'string') return null
      const place = by.options.indexOf(first)
      return [place === -1 ? by.options.length : place, first]
    }
    case 'money': {
      const { amount, currency } = (value ?? {}) as { amount?: unknown; currency?: unknown }
      return typeof currency === 'string' && numberValue(amount) !== null
        ? [currency, amount as number]
        : null
    }
  }
}

function numberValue(value: unknown): SortValue {
  return typeof value === 'number' && Number.isFinite(value) ? [value] : null
}
