import { expect, test } from 'vitest'
import { locales } from '../locales/locale.ts'
import { describe as tell } from '../rules/describe.ts'
import type { Rule } from '../rules/rule.ts'
import { formatValue } from './format.ts'
import { predefinedAttributes } from './predefined.ts'

const catalogue = {
  attributes: new Map(predefinedAttributes.map((each) => [each.key, each])),
  metrics: new Map(),
}
const of = (key: string) => ({ kind: 'attribute', key }) as const
const inNordics: Rule = { kind: 'oneOf', field: of('country'), values: ['NO', 'SE'] }
const old: Rule = { kind: 'lessThan', field: of('yearFounded'), value: 1990 }

test('have a label and options in every language, and keys of their own', () => {
  expect(catalogue.attributes.size).toBe(predefinedAttributes.length)
  for (const { key, label, options } of predefinedAttributes) {
    for (const locale of locales) {
      expect(label[locale], key).toBeTruthy()
      for (const option of options) expect(option.label[locale], `${key} ${option.key}`).toBeTruthy()
    }
  }
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
