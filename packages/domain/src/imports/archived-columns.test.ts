import { expect, test } from 'vitest'
import { withoutArchived } from './archived-columns.ts'
import type { KnownAttribute } from './known-attribute.ts'
import type { Mapping } from './mapping.ts'

const cars: KnownAttribute = {
  key: 'cars',
  subject: 'company',
  type: 'text',
  category: 'other',
  label: { nb: 'Biler' },
  options: [],
  sensitive: false,
}
const mapping: Mapping = {
  kind: 'companies',
  key: ['Navn'],
  columns: [
    { column: 'Navn', target: { kind: 'part', part: 'name' }, confidence: 'sure' },
    {
      column: 'Biler',
      target: { kind: 'attribute', key: 'cars', type: 'text', isNew: false },
      confidence: 'likely',
    },
  ],
}

test('a column whose attribute is put away is kept as it is, and how to bring it back is told', () => {
  const found = withoutArchived(mapping, new Map([['cars', { ...cars, isArchived: true }]]))
  expect(found.mapping.columns[1]?.target).toEqual({ kind: 'kept' })
  expect(found.warnings.map(({ message }) => message)).toEqual([
    expect.stringMatching(
      /"Biler" is the attribute "cars", which is archived.*attributeUnarchive\(key: "cars"\)/,
    ),
  ])
  expect(withoutArchived(mapping, new Map([['cars', cars]]))).toEqual({ mapping, warnings: [] })
})
