import type { CustomerSort, SortBy, SortPlace } from '@profilkort/domain/customers/sort'
import { type RawBuilder, type SqlBool, sql } from 'kysely'
import { numberSql } from '../rules/number-sql.ts'

/** The parts of a `SortValue` as expressions over `customer`; all of them null for a customer without a value. */
export function sortExpressions(
  by: SortBy,
  metric: (key: string) => RawBuilder<number | null>,
): readonly RawBuilder<unknown>[] {
  switch (by.kind) {
    case 'name':
      return [sql`customer.name collate "C"`]
    case 'updated':
      return [sql`(extract(epoch from customer.updated_at) * 1000000)::float8`]
    case 'metric':
      return [metric(by.key)]
    case 'attribute':
      return attributeParts(sql`customer.attributes -> ${by.key}`, by)
  }
}

function attributeParts(
  value: RawBuilder<unknown>,
  { type, options }: SortBy & { readonly kind: 'attribute' },
): readonly RawBuilder<unknown>[] {
  switch (type) {
    case 'text':
      return [sql`${textSql(value)} collate "C"`]
    case 'number':
    case 'time':
      return [numberSql(value)]
    case 'boolean':
      return [sql`case ${value} when 'true' then 1 when 'false' then 0 end`]
    case 'choice':
    case 'choices': {
      const first = sql`(case when jsonb_typeof(${value}) = 'array' then ${value} -> 0 else ${value} end)`
      const text = sql`(${textSql(first)})`
      const keys = sql`${[...options]}::text[]`
      const place = sql`case when ${text} is not null then coalesce(array_position(${keys}, ${text}) - 1, cardinality(${keys})) end`
      return [place, sql`${text} collate "C"`]
    }
    case 'money': {
      const amount = sql`(${numberSql(sql`(${value}) -> 'amount'`)})`
      const currency = sql`(${textSql(sql`(${value}) -> 'currency'`)})`
      return [
        sql`(case when ${amount} is not null then ${currency} end) collate "C"`,
        sql`case when ${currency} is not null then ${amount} end`,
      ]
    }
  }
}

function textSql(json: RawBuilder<unknown>): RawBuilder<string | null> {
  return sql`case when jsonb_typeof(${json}) = 'string' then (${json}) #>> '{}' end`
}

/** The whole order, ids included; backwards for the last page first. */
export function sortOrder(
  expressions: readonly RawBuilder<unknown>[],
  { direction }: CustomerSort,
  isBackwards: boolean,
): RawBuilder<unknown> {
  const isUp = (direction === 'ascending') !== isBackwards
  const way = isUp ? sql`asc` : sql`desc`
  const [first] = expressions
  // Without a value, last in both directions.
  const known = sql`(${first}) is null ${isBackwards ? sql`desc` : sql`asc`}`
  const parts = [...expressions, sql`customer.id`].map((each) => sql`${each} ${way}`)
  return sql.join([known, ...parts])
}

/** Whether a customer comes after a place in the list, or before it. */
export function isBeyond(
  expressions: readonly RawBuilder<unknown>[],
  { direction }: CustomerSort,
  { value, id }: SortPlace,
  side: 'after' | 'before',
): RawBuilder<SqlBool> {
  const isAfter = side === 'after'
  const beyond = (direction === 'ascending') === isAfter ? sql`>` : sql`<`
  const [first] = expressions
  if (value === null) {
    const among = sql<SqlBool>`(${first}) is null and customer.id ${beyond} ${id}::uuid`
    return isAfter ? among : sql<SqlBool>`((${first}) is not null or ${among})`
  }
  const parts = value.map((part) => (typeof part === 'number' ? sql`${part}::float8` : sql`${part}::text`))
  const row = sql<SqlBool>`(${sql.join([...expressions, sql`customer.id`])}) ${beyond} (${sql.join([...parts, sql`${id}::uuid`])})`
  return isAfter ? sql<SqlBool>`(${row} or (${first}) is null)` : sql<SqlBool>`(${row})`
}
