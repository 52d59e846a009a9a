import { describe, expect, test } from 'vitest'
import { type Attribute, type AttributeType, isKnownOf } from '../attributes/attribute.ts'
import { predefinedAttributes } from '../attributes/predefined.ts'
import { locales } from '../locales/locale.ts'
import { attributeFinder } from './find-attribute.ts'
import type { KnownAttribute } from './known-attribute.ts'
import { columnProfiler } from './profile-columns.ts'
import { proposeMapping } from './propose.ts'

const cells: { readonly [T in AttributeType]: string } = {
  text: 'abc',
  choice: 'abc',
  choices: 'abc, def',
  number: '7',
  money: '7',
  boolean: 'yes',
  time: '2026-01-01',
}

const own = (key: string, label: Attribute['label'], more: Partial<KnownAttribute> = {}): KnownAttribute => ({
  key,
  subject: 'company',
  type: 'text',
  category: 'other',
  label,
  options: [],
  sensitive: false,
  ...more,
})

const mapOf = (...attributes: readonly KnownAttribute[]) =>
  new Map([...predefinedAttributes, ...attributes].map((each) => [each.key, each]))

describe.each([
  ['companies', 'company'],
  ['contacts', 'person'],
] as const)('in %s', (kind, subject) => {
  const known = predefinedAttributes.filter((attribute) => isKnownOf(attribute, subject))

  test.each(locales)('every label of the catalogue in %s is a header of its attribute', (locale) => {
    for (const { key, label, type } of known) {
      const header = label[locale] ?? ''
      const profiler = columnProfiler(['Id', header])
      profiler.add(['1', cells[type]])
      const result = proposeMapping(kind, profiler.finish(), mapOf(), { currency: 'NOK' })
      const target = result.ok ? result.value.mapping.columns[1]?.target : undefined
      expect(target, header).toEqual({ kind: 'attribute', key, type, isNew: false })
    }
  })
})

const keysOf = (header: string, ...attributes: readonly KnownAttribute[]) =>
  attributeFinder(mapOf(...attributes), 'company')(header).map(({ attribute }) => attribute.key)

test("a workspace's own attribute is found by its label in any language, however that is written", () => {
  const fleet = own('fleet', { nb: 'Bilpark', sv: 'Fordonspark' })
  expect(
    ['Bilpark', 'BIL-PARK', 'fordonspark', 'Fleet', 'Cars'].map((header) => keysOf(header, fleet)),
  ).toEqual([['fleet'], ['fleet'], ['fleet'], ['fleet'], []])
})

test('a label of two attributes is left to their keys; one of people is none of companies', () => {
  const cars = own('cars', { nb: 'Bilpark' })
  expect(keysOf('Bilpark', own('fleet', { nb: 'Bilpark' }), cars)).toEqual([])
  expect(keysOf('Bilpark', own('bilpark', { nb: 'Bilpark' }), cars)).toEqual(['bilpark'])
  expect(keysOf('Bilpark', own('fleet', { nb: 'Bilpark' }, { subject: 'person' }), cars)).toEqual(['cars'])
})

test('what an attribute was called before finds it, unless another is called so now', () => {
  const tier = own('tier', { nb: 'Nivå' }, { formerNames: ['klasse', 'Kundeklasse'] })
  expect(keysOf('Klasse', tier)).toEqual(['tier'])
  expect(keysOf('kundeklasse', tier)).toEqual(['tier'])
  expect(keysOf('Klasse', tier, own('klasse', {}))[0]).toBe('klasse')
})

test('an attribute that is put away is found where no other is meant', () => {
  const away = own('cars', { nb: 'Bilpark' }, { isArchived: true })
  expect(keysOf('Bilpark', away)).toEqual(['cars'])
  expect(keysOf('Bilpark', away, own('fleet', { nb: 'Bilpark' }))).toEqual(['fleet'])
})

test('in exports of this product a header is a key first of all, whatever else it would mean or become', () => {
  const attributes = mapOf(own('revenue', { nb: 'Omsetning' }), own('topp2Valg', { nb: 'Valg' }))
  const find = attributeFinder(attributes, 'company', { byKey: true })
  expect(find('revenue')[0]?.attribute.key).toBe('revenue')
  expect(find('topp2Valg')[0]?.attribute.key).toBe('topp2Valg')
  expect(attributeFinder(attributes, 'company')('revenue')[0]?.attribute.key).toBe('annualRevenue')
})
