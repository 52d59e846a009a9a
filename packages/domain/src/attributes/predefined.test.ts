import { expect, test } from 'vitest'
import { locales } from '../locales/locale.ts'
import { describe as tell } from '../rules/describe.ts'
import type { Rule } from '../rules/rule.ts'
import { type Attribute, attributeCategories } from './attribute.ts'
import { formatValue } from './format.ts'
import { allOptions, readOption } from './options.ts'
import { predefinedAttribute, predefinedAttributes } from './predefined.ts'

const catalogue = {
  attributes: new Map(predefinedAttributes.map((each) => [each.key, each])),
  metrics: new Map(),
}
const of = (key: string) => ({ kind: 'attribute', key }) as const
const inNordics: Rule = { kind: 'oneOf', field: of('country'), values: ['NO', 'SE'] }
const old: Rule = { kind: 'lessThan', field: of('yearFounded'), value: 1990 }

test('have a label, a unit and options in every language, and keys of their own', () => {
  expect(catalogue.attributes.size).toBe(predefinedAttributes.length)
  for (const attribute of predefinedAttributes) {
    const { key, label, unit } = attribute
    const options = allOptions(attribute)
    expect(new Set(options.map((option) => option.key)).size, key).toBe(options.length)
    for (const locale of locales) {
      expect(label[locale], key).toBeTruthy()
      if (typeof unit === 'object') expect(unit[locale], key).toBeTruthy()
      for (const option of options) expect(option.label[locale], `${key} ${option.key}`).toBeTruthy()
      const labels = options.map((option) => option.label[locale]?.toLowerCase())
      expect(new Set(labels).size, `${key} ${locale}`).toBe(options.length)
    }
  }
})

test('every option is read by its key and by its label in any language', () => {
  for (const attribute of predefinedAttributes) {
    for (const option of allOptions(attribute)) {
      for (const text of [option.key, ...Object.values(option.label)])
        expect(readOption(attribute, ` ${text.toUpperCase()} `)?.key, text).toBe(option.key)
    }
  }
})

test('special categories are marked, and no others', () => {
  const sensitive = predefinedAttributes.filter((each) => each.sensitive).map(({ key }) => key)
  expect(sensitive.toSorted()).toEqual(['ethnicity', 'health', 'politics', 'religion', 'sexuality'])
})

test('every category of the articles has attributes, and those of a choice have options', () => {
  const categories = new Set(predefinedAttributes.map(({ category }) => category))
  expect([...categories].toSorted()).toEqual([...attributeCategories].toSorted())
  for (const attribute of predefinedAttributes) {
    const isChoice = attribute.type === 'choice' || attribute.type === 'choices'
    expect(allOptions(attribute).length > 0, attribute.key).toBe(isChoice)
  }
})

test.each([
  ['municipality', 357, 'Bergen', 'NO-4601'],
  ['municipality', 357, 'Guovdageaidnu', 'NO-5612'],
  ['municipality', 357, 'Kautokeino', 'NO-5612'],
  ['municipality', 357, 'Herøy', undefined],
  ['municipality', 357, 'Herøy (Nordland)', 'NO-1818'],
  ['region', 41, 'Vestland', 'NO-46'],
  ['region', 41, 'Skåne', 'SE-M'],
  ['region', 41, 'Capital Region of Denmark', 'DK-84'],
  ['language', 182, 'norsk bokmål', 'nb'],
  ['naceSection', 21, 'Bygge- og anleggsvirksomhet', 'F'],
])('%s has %i options: %s is %s', (key, count, text, expected) => {
  const attribute = predefinedAttribute(key) as Attribute
  expect(allOptions(attribute)).toHaveLength(count)
  expect(readOption(attribute, text)?.key).toBe(expected)
})

test('countries are named and years stay years, in a value as in a rule', () => {
  expect(formatValue('NO', catalogue.attributes.get('country'), 'sv')).toBe('Norge')
  expect(tell(inNordics, catalogue, 'da')).toMatch(/Norge eller Sverige/)
  expect(tell(inNordics, catalogue, 'en')).toMatch(/Norway or Sweden/)
  for (const locale of locales) {
    expect(formatValue(1990, catalogue.attributes.get('yearFounded'), locale)).toBe('1990')
    expect(tell(old, catalogue, locale)).toMatch(/ 1990$/)
  }
})
