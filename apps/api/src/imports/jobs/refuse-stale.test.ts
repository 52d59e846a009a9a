import type { AttributeRow } from '@profilkort/database/attributes/attributes.queries'
import type { Attribute } from '@profilkort/domain/attributes/attribute'
import type { Mapping } from '@profilkort/domain/imports/mapping'
import { expect, test } from 'vitest'
import { refuseStale } from './refuse-stale.ts'

const mapping = (key: string, type: Attribute['type'], isNew: boolean): Mapping => ({
  kind: 'companies',
  key: ['Biler'],
  columns: [{ column: 'Biler', target: { kind: 'attribute', key, type, isNew }, confidence: 'guess' }],
})
const row = (type: Attribute['type'], archivedAt: Date | null = null): AttributeRow => ({
  key: 'cars',
  subject: 'company',
  type,
  category: 'other',
  label: {},
  options: [],
  sensitive: false,
  revision: 1,
  archivedAt,
})

test('an import goes on where its attributes are as it was looked through, or are made by it', () => {
  expect(() => refuseStale(mapping('cars', 'number', false), [row('number')])).not.toThrow()
  expect(() => refuseStale(mapping('cars', 'number', true), [])).not.toThrow()
  expect(() => refuseStale(mapping('cars', 'number', true), [row('number')])).not.toThrow()
  expect(() => refuseStale(mapping('employees', 'number', false), [])).not.toThrow()
})

test('it is refused where they have another type, are put away or gone', () => {
  const told = /"Biler" goes to the attribute "cars", which was changed .* Send the file again/
  expect(() => refuseStale(mapping('cars', 'number', true), [row('text')])).toThrow(told)
  expect(() => refuseStale(mapping('cars', 'number', false), [row('number', new Date())])).toThrow(told)
  expect(() => refuseStale(mapping('cars', 'number', false), [])).toThrow(told)
})
