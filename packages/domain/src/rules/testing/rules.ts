import * as fc from 'fast-check'
import type { AttributeType, Catalogue } from '../../attributes/attribute.ts'
import { isEmptyRange } from '../operators/bounds.ts'
import type { OperandType } from '../operators/operator.ts'
import { operators, testKinds, typeOf } from '../operators.ts'
import { periods } from '../period.ts'
import type { Field, Operands, Rule, Test, TestKind } from '../rule.ts'
import { choice, days, money, number, part, text, time } from './values.ts'

/** Tests of one kind, over the catalogue's fields that it works on; made from the operator's own entry. */
export function testArbitrary(kind: TestKind, catalogue: Catalogue): fc.Arbitrary<Test> {
  const { accepts, operands } = operators[kind]
  const fields = fieldsIn(catalogue).flatMap((field) => {
    const type = typeOf(field, catalogue)
    return type !== undefined && accepts.includes(type) ? [{ field, type }] : []
  })
  return fc.constantFrom(...fields).chain(({ field, type }) => {
    const arbitraries = Object.entries(operands).map(
      ([name, operand]) => [name, operandArbitrary(operand, type)] as const,
    )
    return fc.record(Object.fromEntries(arbitraries)).map((values) => toTest(kind, field, values))
  })
}

/** Rules of any shape: nested groups, empty ones too, and `not` over everything. */
export function ruleArbitrary(catalogue: Catalogue): fc.Arbitrary<Rule> {
  const test = fc.oneof(...testKinds.map((kind) => testArbitrary(kind, catalogue)))
  const { rule } = fc.letrec<{ rule: Rule }>((tie) => {
    const rules = fc.array(tie('rule'), { maxLength: 4 })
    return {
      rule: fc.oneof(
        { depthSize: 'small', withCrossShrink: true },
        { weight: 3, arbitrary: test },
        { weight: 1, arbitrary: fc.record({ kind: fc.constant('all' as const), rules }) },
        { weight: 1, arbitrary: fc.record({ kind: fc.constant('any' as const), rules }) },
        { weight: 1, arbitrary: fc.record({ kind: fc.constant('not' as const), rule: tie('rule') }) },
      ),
    }
  })
  return rule
}

function fieldsIn({ attributes, metrics }: Catalogue): readonly Field[] {
  return [
    ...[...attributes.keys()].map((key): Field => ({ kind: 'attribute', key })),
    ...[...metrics.keys()].map((key): Field => ({ kind: 'metric', key })),
  ]
}

export function operandArbitrary(operand: OperandType, type: AttributeType): fc.Arbitrary<unknown> {
  switch (operand) {
    case 'values':
      return fc.array(type === 'text' ? text : choice, { maxLength: 12, size: 'max' })
    case 'text':
      return part
    case 'days':
      return days
    case 'period':
      return fc.constantFrom(...periods)
    case 'value':
      return valueArbitrary(type)
  }
}

function valueArbitrary(type: AttributeType): fc.Arbitrary<unknown> {
  switch (type) {
    case 'text':
      return text
    case 'choice':
    case 'choices':
      return choice
    case 'number':
      return number
    case 'money':
      return money
    case 'boolean':
      return fc.boolean()
    case 'time':
      return time
  }
}

export function toTest(kind: TestKind, field: Field, values: { readonly [operand: string]: unknown }): Test {
  if (kind !== 'between') return { kind, field, ...values } as Test
  const { from, to } = values as Operands['between']
  const isMoney = typeof from === 'object' && typeof to === 'object'
  const end = isMoney ? { ...to, currency: from.currency } : to
  return isEmptyRange(from, end) ? { kind, field, from: end, to: from } : { kind, field, from, to: end }
}
