import { type RawBuilder, type SqlBool, sql } from 'kysely'

/** A person as all that is kept of it is found. */
export interface Person {
  readonly workspaceId: string
  readonly customerId: string
  /** All records that speak of it. */
  readonly recordIds: readonly string[]
  /** What tells who it is wherever it stands: names, e-mails, telephones, ids. In small letters. */
  readonly words: readonly string[]
  /** All texts that its sources sent, as they might be quoted. In small letters. */
  readonly cells: readonly string[]
}

/** Whether a column holds one of the person's records. */
export function isRecord({ recordIds }: Person, column: string): RawBuilder<SqlBool> {
  return sql`${sql.ref(column)} = any(${[...recordIds]}::uuid[])`
}

/** Whether a column holds the person's customer. */
export function isCustomer({ customerId }: Person, column: string): RawBuilder<SqlBool> {
  return sql`${sql.ref(column)} = ${customerId}::uuid`
}

/** Whether a text quotes any of the person's cells. */
export function quotesCells({ cells }: Person, text: RawBuilder<unknown>): RawBuilder<SqlBool> {
  return sql`exists (
    select from unnest(${[...cells]}::text[]) as cell where strpos(replace(lower(${text}), '\\"', '"'), '"' || cell || '"') > 0)`
}

/** Whether a text has any of the person's words in it. */
export function hasWords({ words }: Person, text: RawBuilder<unknown>): RawBuilder<SqlBool> {
  return sql`exists (select from unnest(${[...words]}::text[]) as word where strpos(lower(${text}), word) > 0)`
}
