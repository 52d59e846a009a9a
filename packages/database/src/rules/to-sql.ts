import type { Comparison, CoreRule, Leaf } from '@profilkort/domain/rules/core'
import type { Field } from '@profilkort/domain/rules/rule'
import { type Expression, type RawBuilder, type SqlBool, sql } from 'kysely'
import { amongSql } from './among-sql.ts'
import { matchSql } from './match-sql.ts'
import { numberSql } from './number-sql.ts'

/** Where a statement has what rules speak of. */
export interface RuleColumns {
  /** The jsonb column that holds `Values` of the domain. */
  readonly attributes: Expression<unknown>
  /**
   * The metric of a key as a number (double precision) that is finite, or null without a basis. The key comes from a
   * checked rule; an expression for a key that is not among the metrics should be null.
   */
  readonly metric: (key: string) => Expression<number | null>
}

/**
 * The rule as a condition: true for the customers that `evaluate` of the domain holds for. For others it is false or
 * null, which are the same to `where`; a column of answers asks for `(…) is true`. Positive leaves are bare, so that
 * indexes on the column serve them. Everything a user wrote is a parameter.
 */
export function ruleToSql(rule: CoreRule, columns: RuleColumns): Expression<SqlBool> {
  switch (rule.kind) {
    case 'all':
      return combined(rule.rules, columns, ' and ', true)
    case 'any':
      return combined(rule.rules, columns, ' or ', false)
    case 'among':
    case 'flag':
    case 'compare':
    case 'match':
    case 'known': {
      const leaf = leafToSql(rule, columns)
      return rule.negated ? sql<SqlBool>`(${leaf}) is not true` : leaf
    }
  }
}

function combined(rules: readonly CoreRule[], columns: RuleColumns, by: ' and ' | ' or ', empty: boolean) {
  if (rules.length === 0) return sql<SqlBool>`${sql.lit(empty)}`
  const conditions = rules.map((rule) => ruleToSql(rule, columns))
  return sql<SqlBool>`(${sql.join(conditions, by === ' and ' ? sql` and ` : sql` or `)})`
}

/** True, false, or null where the value cannot answer; `negated` apart. */
function leafToSql(leaf: Leaf, { attributes, metric }: RuleColumns): RawBuilder<SqlBool> {
  const { field } = leaf
  switch (leaf.kind) {
    case 'known':
      return field.kind === 'metric'
        ? sql`${metric(field.key)} is not null`
        : isPresent(attributes, field.key)
    case 'among':
      return field.kind === 'metric' ? notComparable : amongSql(attributes, field.key, leaf.values)
    case 'flag':
      return field.kind === 'metric' ? notComparable : contains(attributes, field, leaf.value)
    case 'match':
      return field.kind === 'metric' ? notComparable : matchSql(attributes, field.key, leaf.mode, leaf.text)
    case 'compare': {
      if (leaf.currency === undefined) {
        const number =
          field.kind === 'metric' ? metric(field.key) : numberSql(sql`${attributes} -> ${field.key}`)
        return compared(number, leaf.op, leaf.value)
      }
      if (field.kind === 'metric') return notComparable
      const amount = numberSql(sql`${attributes} -> ${field.key} -> 'amount'`)
      const inCurrency = contains(attributes, field, { currency: leaf.currency })
      return sql`(${inCurrency} and ${compared(amount, leaf.op, leaf.value)})`
    }
  }
}

/** A metric is a number: a leaf about strings, booleans or money does not hold of it. */
const notComparable = sql<SqlBool>`false`

/** A JSON null is as good as nothing. */
function isPresent(attributes: Expression<unknown>, key: string) {
  return sql<SqlBool>`(${attributes} ? ${key} and ${attributes} -> ${key} <> 'null')`
}

/** The attribute is, or has in it, this piece of JSON. */
function contains(attributes: Expression<unknown>, { key }: Field, json: unknown) {
  return sql<SqlBool>`${attributes} @> ${JSON.stringify({ [key]: json })}::jsonb`
}

function compared(number: Expression<number | null>, op: Comparison, value: number) {
  return sql<SqlBool>`${number} ${comparisons[op]} ${value}::float8`
}

const comparisons = {
  '<': sql`<`,
  '<=': sql`<=`,
  '=': sql`=`,
  '>=': sql`>=`,
  '>': sql`>`,
} satisfies { [Op in Comparison]: RawBuilder<unknown> }
