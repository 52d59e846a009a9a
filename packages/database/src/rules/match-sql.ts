import type { MatchMode } from '@profilkort/domain/rules/core'
import { foldedFrom, foldedTo } from '@profilkort/domain/rules/fold'
import { type Expression, type RawBuilder, type SqlBool, sql } from 'kysely'

/** The attribute is a string that, folded as the domain folds, contains, starts or ends with the folded text. */
export function matchSql(
  attributes: Expression<unknown>,
  key: string,
  mode: MatchMode,
  text: string,
): RawBuilder<SqlBool> {
  const value = sql`case when jsonb_typeof(${attributes} -> ${key}) = 'string' then ${attributes} ->> ${key} end`
  // Collation "C" compares bytes: what two texts are does not depend on the database's own collation.
  const folded = sql`translate(${value}, ${sql.lit(foldedFrom)}, ${sql.lit(foldedTo)}) collate "C"`
  switch (mode) {
    case 'contains':
      return sql`strpos(${folded}, ${text}) > 0`
    case 'startsWith':
      return sql`starts_with(${folded}, ${text})`
    case 'endsWith':
      return sql`right(${folded}, char_length(${text}::text)) = ${text}`
  }
}
