import type { Comparison } from '@profilkort/domain/rules/core'
import { type Expression, type RawBuilder, type SqlBool, sql } from 'kysely'

/** A number so related to a value; null where there is none. */
export function compared(number: Expression<number | null>, op: Comparison, value: number) {
  return sql<SqlBool>`${number} ${comparisons[op]} ${value}::float8`
}

const comparisons = {
  '<': sql`<`,
  '<=': sql`<=`,
  '=': sql`=`,
  '>=': sql`>=`,
  '>': sql`>`,
} satisfies { [Op in Comparison]: RawBuilder<unknown> }
