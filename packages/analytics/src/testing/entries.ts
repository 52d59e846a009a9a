import type { CustomerFacts } from '@profilkort/domain/customers/customer'
import type { CustomerEntry } from '../customers/customer-columns.ts'

/** A UUID for a number, the same every time. */
export function idOf(number: number): string {
  return `00000000-0000-7000-8000-${number.toString(16).padStart(12, '0')}`
}

/** A customer of whom little is known but the facts. */
export function entry(
  id: string,
  facts: CustomerFacts,
  more: Partial<Pick<CustomerEntry, 'name' | 'kind' | 'stage' | 'updatedAt'>> = {},
): CustomerEntry {
  const { name = 'Nordlys' } = more
  return {
    id,
    kind: 'company',
    stage: 'lead',
    name,
    nameKey: name.toLowerCase(),
    updatedAt: 0,
    ...facts,
    ...more,
  }
}
