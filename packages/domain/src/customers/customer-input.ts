import { type Attribute, isKnownOf, type Value, type Values } from '../attributes/attribute.ts'
import { checkValue } from '../attributes/check-value.ts'
import { okUnless, type Problem, type Result } from '../result.ts'
import type { CustomerKind } from './customer.ts'

/** What somebody writes on one attribute; null takes back what was written. */
export interface WrittenValue {
  readonly key: string
  readonly value?: unknown
}

/** What was written, checked: the values, and the keys whose writing is taken back. */
export interface CheckedValues {
  readonly values: Values
  readonly takenBack: readonly string[]
}

/** Checks what somebody writes on a customer of a kind against the catalogue. */
export function checkWrittenValues(
  kind: CustomerKind,
  written: readonly WrittenValue[],
  catalogue: ReadonlyMap<string, Attribute>,
): Result<CheckedValues> {
  const problems: Problem[] = []
  const values: { [key: string]: Value } = {}
  const takenBack: string[] = []
  for (const [index, { key, value }] of written.entries()) {
    const attribute = catalogue.get(key)
    const path = ['attributes', index]
    if (attribute === undefined || !isKnownOf(attribute, kind)) {
      const message =
        attribute === undefined
          ? `There is no attribute "${key}". \`attributes\` lists them.`
          : `"${key}" is an attribute of a ${attribute.subject}, and this is a ${kind}.`
      problems.push({ path: [...path, 'key'], message })
    } else if (Object.hasOwn(values, key) || takenBack.includes(key)) {
      problems.push({ path: [...path, 'key'], message: `"${key}" is written twice. Write it once.` })
    } else if (value === null || value === undefined) takenBack.push(key)
    else {
      const checked = checkValue(attribute, value, [...path, 'value'])
      if (checked.ok) values[key] = checked.value
      else problems.push(...checked.problems)
    }
  }
  return okUnless(problems, { values, takenBack })
}

const longestName = 500

/** A name as it is kept: without blanks at its ends. */
export function checkName(name: string): Result<string> {
  const trimmed = name.trim()
  const isName = trimmed !== '' && trimmed.length <= longestName
  return okUnless(
    isName ? [] : [{ path: ['name'], message: `A name has 1 to ${longestName} characters.` }],
    trimmed,
  )
}
