import { expect, test } from 'vitest'
import { fieldsOf } from './fields.ts'

test('the fields of a rule are told once each, a metric apart from an attribute of the same key', () => {
  const nps = { kind: 'attribute', key: 'nps' } as const
  const npsMetric = { kind: 'metric', key: 'nps' } as const
  const rule = {
    kind: 'all',
    rules: [
      { kind: 'not', rule: { kind: 'isKnown', field: nps } },
      {
        kind: 'any',
        rules: [
          { kind: 'atLeast', field: npsMetric, value: 9 },
          { kind: 'is', field: nps, value: 9 },
        ],
      },
    ],
  } as const
  expect(fieldsOf(rule)).toEqual([nps, npsMetric])
})
