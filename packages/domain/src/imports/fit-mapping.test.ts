import { expect, test } from 'vitest'
import type { Attribute } from '../attributes/attribute.ts'
import { fitMapping } from './fit-mapping.ts'
import type { KnownAttribute } from './known-attribute.ts'
import type { ColumnMapping, Mapping } from './mapping.ts'

const saved: Mapping = {
  kind: 'companies',
  key: ['name'],
  columns: [
    { column: 'name', target: { kind: 'part', part: 'name' }, confidence: 'sure' },
    {
      column: 'Own',
      target: { kind: 'attribute', key: 'egenfelt', type: 'text', isNew: true },
      confidence: 'guess',
    },
  ],
}
const own = (key: string, type: Attribute['type'], formerNames: readonly string[] = []): KnownAttribute => ({
  key,
  subject: 'company',
  type,
  category: 'other',
  label: {},
  options: [],
  sensitive: false,
  formerNames,
})
const target = (...attributes: readonly KnownAttribute[]) => {
  const result = fitMapping(saved, saved, new Map(attributes.map((each) => [each.key, each])))
  return result.ok ? result.value.columns[1]?.target : undefined
}

test('a saved mapping follows the attribute it names, by its key and by the one it had', () => {
  const to = (key: string, type: string, isNew = false) => ({ kind: 'attribute', key, type, isNew })
  expect(target(own('egenfelt', 'number'))).toEqual(to('egenfelt', 'number'))
  expect(target(own('egetFelt', 'text', ['egenfelt']))).toEqual(to('egetFelt', 'text'))
  expect(target(own('egetFelt', 'text', ['egenfelt']), own('egenfelt', 'choice'))).toEqual(
    to('egenfelt', 'choice'),
  )
  expect(target()).toEqual(to('egenfelt', 'text', true))
})

test('a column whose attribute is a number since is read as its cells are written', () => {
  const [name, column] = saved.columns
  const proposed: Mapping = {
    ...saved,
    columns: [
      name as ColumnMapping,
      {
        ...(column as ColumnMapping),
        target: { kind: 'attribute', key: 'egenfelt', type: 'number', isNew: false },
        numberFormat: 'decimalComma',
      },
    ],
  }
  const attributes = new Map([['egenfelt', own('egenfelt', 'number')]])
  expect(fitMapping(saved, proposed, attributes)).toMatchObject({
    ok: true,
    value: { columns: [{}, { numberFormat: 'decimalComma', confidence: 'guess' }] },
  })
})
