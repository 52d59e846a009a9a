import { type Expression, type RawBuilder, type SqlBool, sql } from 'kysely'

/** Up to so many values each is looked up in a GIN index on the column; more are cheaper to compare one by one. */
const mostLookups = 8

/** The attribute is a string that is one of the values, or a list with one of them in it. */
export function amongSql(
  attributes: Expression<unknown>,
  key: string,
  values: readonly string[],
): RawBuilder<SqlBool> {
  if (values.length === 0) return sql`false`
  if (values.length > mostLookups) {
    // `?|` looks at the keys of objects as well, which are no values.
    return sql`(${attributes} -> ${key} ?| ${values} and jsonb_typeof(${attributes} -> ${key}) <> 'object')`
  }
  const pieces = values.flatMap((value) => [{ [key]: value }, { [key]: [value] }])
  const lookups = pieces.map((piece) => sql`${attributes} @> ${JSON.stringify(piece)}::jsonb`)
  return sql`(${sql.join(lookups, sql` or `)})`
}
