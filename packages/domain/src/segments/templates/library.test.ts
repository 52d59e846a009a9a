import { expect, test } from 'vitest'
import { findOption } from '../../attributes/options.ts'
import { predefinedAttributes } from '../../attributes/predefined.ts'
import { predefinedPurposes } from '../../consents/purpose.ts'
import { metrics } from '../../insight/metrics.ts'
import { isRecordsField } from '../../rules/rule.ts'
import { nodesOf } from '../why.ts'
import { isUsable, segmentTemplates } from './library.ts'
import { segmentViews } from './template.ts'

const catalogue = {
  attributes: new Map(predefinedAttributes.map((each) => [each.key, each])),
  metrics: new Map(metrics.map((each) => [each.key, each])),
  records: {
    interactions: new Map([
      ['Order Completed', {}],
      ['Email Opened', {}],
    ]),
    stages: new Set<string>(),
    products: new Map(),
    purposes: new Map(predefinedPurposes.map(({ key, ...each }) => [key, each])),
    segments: new Map(),
    partial: new Set<never>(),
  },
}

test('every view has templates, each with a key and names of its own', () => {
  for (const view of segmentViews) {
    expect(segmentTemplates.filter((each) => each.view === view).length).toBeGreaterThanOrEqual(3)
  }
  expect(new Set(segmentTemplates.map(({ key }) => key)).size).toBe(segmentTemplates.length)
  for (const locale of ['nb', 'sv', 'da', 'en'] as const)
    expect(new Set(segmentTemplates.map(({ name }) => name[locale])).size).toBe(segmentTemplates.length)
})

test('every rule makes sense to the predefined catalogue, down to each option, and asks for nothing special', () => {
  for (const template of segmentTemplates) {
    expect(isUsable(template, catalogue), template.key).toBe(true)
    for (const { rule } of nodesOf(template.rule)) {
      if (!('field' in rule) || isRecordsField(rule.field)) continue
      const attribute = catalogue.attributes.get(rule.field.key)
      expect(attribute?.sensitive).toBe(false)
      for (const value of 'values' in rule ? rule.values : [])
        expect(attribute && findOption(attribute, value), `${template.key}: ${value}`).toBeDefined()
    }
  }
})

test('a template that speaks of what a workspace no longer has is not usable', () => {
  const [first] = segmentTemplates
  expect(first && isUsable(first, { attributes: new Map(), metrics: new Map() })).toBe(false)
})
