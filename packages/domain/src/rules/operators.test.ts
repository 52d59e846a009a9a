import { expect, expectTypeOf, test } from 'vitest'
import { attributeTypes } from '../attributes/attribute.ts'
import { locales } from '../locales/locale.ts'
import { operators, operatorsFor, testKinds, typeOf, wordingsFor } from './operators.ts'
import type { Test, TestKind, TestOf } from './rule.ts'
import { testCatalogue } from './testing/catalogue.ts'

test('every type of attribute can be asked for by value, and whether it is known', () => {
  for (const type of attributeTypes) {
    expect(operatorsFor(type)).toEqual(expect.arrayContaining(['isKnown', 'isUnknown']))
    expect(operatorsFor(type).length).toBeGreaterThan(2)
  }
  expect(operatorsFor('boolean')).toEqual(['is', 'isNot', 'isKnown', 'isUnknown'])
  expect(operatorsFor('text')).not.toContain('atLeast')
})

test.each(testKinds)(
  'the words of %s tell all of its operands in every language, affirmed and denied',
  (kind) => {
    const placeholders = {
      value: ['value'],
      from: ['from'],
      to: ['to'],
      text: ['text'],
      values: ['any', 'every'],
      days: ['days', 'lastDays', 'nextDays'],
      period: ['period'],
    }
    for (const type of operators[kind].accepts) {
      for (const locale of locales) {
        const { label, says, denies } = wordingsFor(kind, type)[locale]
        expect(label).not.toMatch(/[{}]/)
        expect(denies).not.toBe(says)
        for (const words of [says, denies]) {
          const named = [...words.matchAll(/\{(\w+)\}/g)].map(([, name]) => name)
          const operands = Object.keys(operators[kind].operands) as (keyof typeof placeholders)[]
          expect(named).toHaveLength(operands.length)
          expect(
            operands.every((operand) => placeholders[operand].some((name) => named.includes(name))),
          ).toBe(true)
        }
      }
    }
  },
)

test('a metric is a number, and what the catalogue does not have is of no type', () => {
  expect(typeOf({ kind: 'metric', key: 'winRate' }, testCatalogue)).toBe('number')
  expect(typeOf({ kind: 'attribute', key: 'winRate' }, testCatalogue)).toBeUndefined()
  expect(typeOf({ kind: 'attribute', key: '__proto__' }, testCatalogue)).toBeUndefined()
})

test('types: the kind of a test decides its operands', () => {
  expectTypeOf<TestOf<'oneOf'>['values']>().toEqualTypeOf<readonly string[]>()
  expectTypeOf<Extract<Test, { kind: 'between' }>>().toEqualTypeOf<TestOf<'between'>>()
  expectTypeOf<Test['kind']>().toEqualTypeOf<TestKind>()
  // @ts-expect-error a list needs its values
  const incomplete: Test = { kind: 'oneOf', field: { kind: 'attribute', key: 'x' } }
  expect(incomplete).toBeDefined()
})
