import type { AttributeType, Money } from '../../attributes/attribute.ts'
import { parseMoment } from '../moment.ts'
import type { OperandType } from '../operators/operator.ts'
import { type Checking, nameType, type Path } from './checking.ts'
import { checkPeriod } from './period.ts'

/** The most that an operand may hold: values in a list, characters (UTF-16) in a text, days. */
export const operandLimits = Object.freeze({ values: 1000, characters: 1000, days: 36_525 })

interface OperandInput {
  readonly type: OperandType
  /** The type of the field it is compared with. */
  readonly of: AttributeType
  readonly input: unknown
}

/** An operand that suits its operator and its field; undefined, and told, when it does not. */
export function checkOperand(checking: Checking, { type, of, input }: OperandInput, path: Path): unknown {
  switch (type) {
    case 'value':
      return checkValue(checking, of, input, path)
    case 'values':
      return checkValues(checking, input, path)
    case 'text':
      if (input === '')
        return checking.tell(path, 'Write the text to look for; every text has the empty one in it.')
      return checkText(checking, input, path)
    case 'period':
      return checkPeriod(checking, input, path)
    case 'days':
      if (typeof input === 'number' && Number.isInteger(input) && input >= 1 && input <= operandLimits.days)
        return input
      return checking.tell(
        path,
        `Give a whole number of days from 1 to ${operandLimits.days}; this is ${show(input)}.`,
      )
  }
}

function checkValue(checking: Checking, of: AttributeType, input: unknown, path: Path): unknown {
  switch (of) {
    case 'text':
    case 'choice':
    case 'choices':
      return checkText(checking, input, path)
    case 'number':
      return checkNumber(checking, input, path)
    case 'money':
      return checkMoney(checking, input, path)
    case 'boolean':
      return typeof input === 'boolean'
        ? input
        : checking.tell(path, `Give true or false; this is ${show(input)}.`)
    case 'time':
      return checkTime(checking, input, path)
  }
}

function checkNumber(checking: Checking, input: unknown, path: Path): number | undefined {
  // Adding zero makes -0 the 0 that it is stored as.
  if (typeof input === 'number' && Number.isFinite(input)) return input + 0
  return checking.tell(path, `Give a number; this is ${nameType(input)}.`)
}

function checkMoney(checking: Checking, input: unknown, path: Path): Money | undefined {
  const node = checking.object(input, path, 'An amount', `{ "amount": 5000, "currency": "NOK" }`)
  if (node === undefined) return undefined
  checking.closed(node, ['amount', 'currency'], path, 'an amount')
  const amount = checkNumber(checking, node.amount, [...path, 'amount'])
  const { currency } = node
  if (typeof currency !== 'string' || !/^[A-Z]{3}$/.test(currency)) {
    return checking.tell(
      [...path, 'currency'],
      'Name the currency by its three capital letters (ISO 4217), such as NOK.',
    )
  }
  return amount === undefined ? undefined : Object.freeze({ amount, currency })
}

function checkTime(checking: Checking, input: unknown, path: Path): string | undefined {
  if (typeof input === 'string' && parseMoment(input) !== undefined) return input
  const found = typeof input === 'string' ? `'${checking.quote(input)}'` : nameType(input)
  return checking.tell(
    path,
    `Give a day such as 2026-03-01, or an instant with its zone such as 2026-03-01T12:00:00Z; this is ${found}.`,
  )
}

function checkValues(checking: Checking, input: unknown, path: Path): readonly string[] | undefined {
  if (!Array.isArray(input)) return checking.tell(path, `Give a list of texts; this is ${nameType(input)}.`)
  if (input.length > operandLimits.values) {
    return checking.tell(
      path,
      `The list has ${input.length} values; at most ${operandLimits.values} are allowed.`,
    )
  }
  if (!checking.countValues(path, input.length)) return undefined
  const values: string[] = []
  for (const [index, each] of input.entries()) {
    const value = checkText(checking, each, [...path, index])
    if (value !== undefined) values.push(value)
  }
  return values.length === input.length ? Object.freeze(values) : undefined
}

function checkText(checking: Checking, input: unknown, path: Path): string | undefined {
  if (typeof input !== 'string') return checking.tell(path, `Give a text; this is ${nameType(input)}.`)
  if (input.length > operandLimits.characters) {
    return checking.tell(
      path,
      `The text has ${input.length} characters; at most ${operandLimits.characters} are allowed.`,
    )
  }
  if (input.includes('\0') || !input.isWellFormed()) {
    return checking.tell(
      path,
      'The text has characters in it that cannot be stored (NUL, or half of a pair). Remove them.',
    )
  }
  return input
}

function show(input: unknown): string {
  return typeof input === 'number' ? String(input) : nameType(input)
}
