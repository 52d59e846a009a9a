import type { AttributeType } from '../../attributes/attribute.ts'
import type { Locale } from '../../locales/locale.ts'
import type { CoreField, CoreRule } from '../core.ts'
import type { Operands, TestKind } from '../rule.ts'

/** What an operand may be; `value` is of the field's own type: a string, a finite number, money, an ISO 8601 time. */
export type OperandType = 'value' | 'values' | 'text' | 'days' | 'period'

/**
 * An operator's words in one language. `says` and `denies` continue a sentence that begins with the field's label;
 * their placeholders are `{value}`, `{from}`, `{to}`, `{text}`, `{any}` and `{every}` (the values, joined by "or" and
 * by "and"), `{days}` ("30 days"), `{lastDays}` ("the last 30 days"), `{nextDays}` and `{period}` ("last month").
 */
export interface Wording {
  /** For a menu of operators. */
  readonly label: string
  readonly says: string
  /** The same turned into its opposite, as under `not`. */
  readonly denies: string
}

export type Wordings = { readonly [L in Locale]: Wording }

/** A test of a kind with its field for one instant. */
export type LoweredTest<Kind extends TestKind> = {
  [K in Kind]: { readonly kind: K; readonly field: CoreField } & Operands[K]
}[Kind]

/** All there is to know of one kind of test. A new operator is a new entry of these; no target changes. */
export interface Operator<Kind extends TestKind = TestKind> {
  /** The types of fields it works on; a metric counts as a number. */
  readonly accepts: readonly AttributeType[]
  readonly operands: { readonly [Name in keyof Operands[Kind]]: OperandType }
  /** What it stands for in the core. `now` is an instant in milliseconds. */
  readonly lower: (test: LoweredTest<Kind>, now: number) => CoreRule
  readonly wordings: Wordings
  /** Where a type of field asks for other words: a time is not "at least" but "on or after". */
  readonly wordingsOf?: { readonly [T in AttributeType]?: Wordings }
}

/** Some of the operators, by their kind. */
export type OperatorsOf<Kind extends TestKind> = { readonly [K in Kind]: Operator<K> }

/** `words('er', 'er {value}', 'er ikke {value}')` */
export function words(label: string, says: string, denies: string): Wording {
  return { label, says, denies }
}
