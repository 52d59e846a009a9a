import type { Money } from '../attributes/attribute.ts'
import type { CustomerFacts } from '../customers/customer.ts'
import type { Comparison, Leaf, MatchMode, RecordsLeaf } from './core.ts'
import { fold } from './fold.ts'
import { figureOf } from './records.ts'
import type { KnownField } from './rule.ts'

/**
 * What the customer's value answers to a leaf, its `negated` apart. Undefined when the value cannot answer: it is
 * missing, of another type than the leaf is about, or an amount in another currency.
 */
export function answerLeaf(leaf: Leaf, facts: CustomerFacts): boolean | undefined {
  const { field } = leaf
  if (field.kind !== 'attribute' && field.kind !== 'metric') return answerRecords({ ...leaf, field }, facts)
  const value = storedValue(field, facts)
  switch (leaf.kind) {
    case 'known':
      return value !== undefined
    case 'among':
      if (typeof value === 'string') return leaf.values.includes(value)
      return Array.isArray(value) ? leaf.values.some((each) => value.includes(each)) : undefined
    case 'flag':
      return typeof value === 'boolean' ? value === leaf.value : undefined
    case 'match':
      return typeof value === 'string' ? matchesFolded(leaf.mode, fold(value), leaf.text) : undefined
    case 'compare': {
      const number = leaf.currency === undefined ? value : amountIn(leaf.currency, value)
      return isNumber(number) ? compares(leaf.op, number, leaf.value) : undefined
    }
  }
}

/** Never undefined: what there is nothing of does not hold. Throws where the records were not read. */
function answerRecords(leaf: RecordsLeaf, { records }: CustomerFacts): boolean {
  if (records === undefined) throw new Error('The rule speaks of records that were not read')
  const value = figureOf(leaf.field, records, leaf.kind === 'compare' ? leaf.currency : undefined)
  switch (leaf.kind) {
    case 'known':
      return value !== undefined && !(leaf.field.kind === 'consent' && value === 'none')
    case 'among':
      return typeof value === 'string' && leaf.values.includes(value)
    case 'compare':
      return isNumber(value) && compares(leaf.op, value, leaf.value)
    case 'flag':
    case 'match':
      return false
  }
}

/** The value as it was stored, which may have drifted from the type of the catalogue; null counts as missing. */
function storedValue(field: KnownField, facts: CustomerFacts): unknown {
  const values: { readonly [key: string]: unknown } =
    field.kind === 'attribute' ? facts.attributes : facts.metrics
  return Object.hasOwn(values, field.key) ? (values[field.key] ?? undefined) : undefined
}

function amountIn(currency: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined
  const money: Partial<Money> = value
  return money.currency === currency ? money.amount : undefined
}

function isNumber(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value)
}

function compares(op: Comparison, a: number, b: number): boolean {
  switch (op) {
    case '<':
      return a < b
    case '<=':
      return a <= b
    case '=':
      return a === b
    case '>=':
      return a >= b
    case '>':
      return a > b
  }
}

/** Whether a text that is folded already contains, starts or ends with another. */
export function matchesFolded(mode: MatchMode, text: string, part: string): boolean {
  switch (mode) {
    case 'contains':
      return text.includes(part)
    case 'startsWith':
      return text.startsWith(part)
    case 'endsWith':
      return text.endsWith(part)
  }
}
