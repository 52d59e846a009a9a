import type { AttributeType } from '../../attributes/attribute.ts'
import { isEmptyRange } from '../operators/bounds.ts'
import { operators, operatorsFor } from '../operators.ts'
import { type Bound, consentStandings, type Field, type Operands, type Test, type TestKind } from '../rule.ts'
import type { Checking, Json, Path } from './checking.ts'
import { checkField } from './field.ts'
import { checkOperand } from './operand.ts'
import { nearest, suggest } from './suggest.ts'

/** A test of the given kind whose field and operands make sense together. */
export function checkFieldTest(checking: Checking, kind: TestKind, node: Json, path: Path): Test | undefined {
  const { operands } = operators[kind]
  const names = Object.keys(operands)
  checking.closed(node, ['kind', 'field', ...names], path, `'${kind}'`)
  const found = checkField(checking, node.field, [...path, 'field'])
  if (found === undefined) return undefined
  const { field, type } = found
  if (!operators[kind].accepts.includes(type)) {
    return checking.tell(
      [...path, 'kind'],
      `'${kind}' does not work on '${nameOf(field)}', which is ${typeNames[type]}. Use one of: ${operatorsFor(type).join(', ')}.`,
    )
  }
  const values: { [name: string]: unknown } = {}
  for (const [name, operandType] of Object.entries(operands)) {
    const value = checkOperand(checking, { type: operandType, of: type, input: node[name] }, [...path, name])
    if (value === undefined) return undefined
    values[name] = value
  }
  if (kind === 'between' && !checkRange(checking, values as Operands['between'], path)) return undefined
  const allowed = allowedOf(field, checking)
  if (allowed !== undefined && !checkAllowed(checking, allowed, values, path)) return undefined
  // Each operand has been checked against the operator's own entry for it.
  return Object.freeze({ kind, field, ...values }) as Test
}

/** What a field is called in a message. */
function nameOf(field: Field): string {
  switch (field.kind) {
    case 'attribute':
    case 'metric':
      return field.key
    case 'consent':
      return field.purpose
    case 'fit':
      return `${field.figure} of ${field.scorecard}`
    case 'interactions':
    case 'deals':
      return `${field.figure} of ${field.kind}`
  }
}

interface Allowed {
  readonly what: string
  readonly values: readonly string[]
}

/** The values there are of a figure of records that is one of a few; undefined of all other fields. */
function allowedOf(field: Field, { catalogue }: Checking): Allowed | undefined {
  if (field.kind === 'consent') return { what: 'A consent', values: consentStandings }
  if (field.kind !== 'fit') return undefined
  switch (field.figure) {
    case 'band': {
      const bands = catalogue.records?.scorecards?.get(field.scorecard)?.bands ?? []
      return { what: `A band of '${field.scorecard}'`, values: bands.map(({ key }) => key) }
    }
    case 'status':
      return { what: 'A status', values: ['scored', 'disqualified', 'insufficientData'] }
    case 'threshold':
      return { what: 'A threshold', values: ['yes', 'no', 'undecided'] }
    case 'points':
    case 'percent':
      return undefined
  }
}

function checkAllowed(
  checking: Checking,
  { what, values: allowed }: Allowed,
  { value, values }: Json,
  path: Path,
): boolean {
  const named = (value === undefined ? (values ?? []) : [value]) as readonly string[]
  const wrong = named.find((each) => !allowed.includes(each))
  if (wrong === undefined) return true
  const guess = suggest(nearest(wrong, allowed), `Use one of: ${allowed.join(', ')}.`)
  checking.tell(
    [...path, value === undefined ? 'values' : 'value'],
    `${what} is never '${checking.quote(wrong)}'. ${guess}`,
  )
  return false
}

function checkRange(checking: Checking, { from, to }: Operands['between'], path: Path): boolean {
  const empty = isEmptyRange(from, to)
  if (empty === false) return true
  const message = empty
    ? `'from' (${nameBound(from)}) is after 'to' (${nameBound(to)}), so that nothing lies between. Swap them.`
    : "'from' and 'to' are in different currencies, which do not compare. Use one currency."
  checking.tell([...path, 'to'], message)
  return false
}

function nameBound(bound: Bound): string {
  return typeof bound === 'object' ? `${bound.amount} ${bound.currency}` : String(bound)
}

const typeNames: { readonly [T in AttributeType]: string } = {
  text: 'a text',
  choice: 'a choice of one',
  choices: 'a choice of several',
  number: 'a number',
  money: 'an amount of money',
  boolean: 'a yes or no',
  time: 'a time',
}
