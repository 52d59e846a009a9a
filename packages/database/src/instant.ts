import { type RawBuilder, sql } from 'kysely'

/** A column's instant as ISO text in UTC, as `Date.toISOString` writes it: for instants inside JSON. */
export function instant(column: string): RawBuilder<string> {
  return sql<string>`to_char(${sql.ref(column)} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`
}
