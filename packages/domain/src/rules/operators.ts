import type { AttributeType, Catalogue } from '../attributes/attribute.ts'
import { age } from './operators/age.ts'
import { comparison } from './operators/comparison.ts'
import { equality } from './operators/equality.ts'
import { lists } from './operators/lists.ts'
import type { OperatorsOf, Wordings } from './operators/operator.ts'
import { presence } from './operators/presence.ts'
import { texts } from './operators/texts.ts'
import type { Field, TestKind } from './rule.ts'

/** Every kind of test, as data; in the order that a menu shows them. */
export const operators: OperatorsOf<TestKind> = Object.freeze({
  ...equality,
  ...lists,
  ...comparison,
  ...texts,
  ...age,
  ...presence,
})

export const testKinds: readonly TestKind[] = Object.freeze(Object.keys(operators) as TestKind[])

export function isTestKind(kind: unknown): kind is TestKind {
  return typeof kind === 'string' && Object.hasOwn(operators, kind)
}

/** The tests that work on a type of field: what the menu of a rule builder offers. */
export function operatorsFor(type: AttributeType): readonly TestKind[] {
  return testKinds.filter((kind) => operators[kind].accepts.includes(type))
}

/** An operator's words as they suit the type of field; the general ones where the type is not known. */
export function wordingsFor(kind: TestKind, type: AttributeType | undefined): Wordings {
  const { wordings, wordingsOf } = operators[kind]
  return (type && wordingsOf?.[type]) ?? wordings
}

/** The type of a field's values; undefined when the catalogue does not know it (any more). */
export function typeOf(field: Field, catalogue: Catalogue): AttributeType | undefined {
  switch (field.kind) {
    case 'attribute':
      return catalogue.attributes.get(field.key)?.type
    case 'metric':
      return catalogue.metrics.has(field.key) ? 'number' : undefined
    case 'consent':
      return 'choice'
    case 'fit':
      return field.figure === 'points' || field.figure === 'percent' ? 'number' : 'choice'
    case 'interactions':
    case 'deals':
      if (field.figure === 'first' || field.figure === 'last') return 'time'
      return field.kind === 'deals' && field.figure === 'sum' ? 'money' : 'number'
  }
}
