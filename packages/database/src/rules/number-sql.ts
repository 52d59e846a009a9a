import { type Expression, type RawBuilder, sql } from 'kysely'

/**
 * A jsonb number as the double that JavaScript reads it as, null for all other JSON. Never fails: numbers beyond
 * the largest double are none to JavaScript (infinite), those too close to zero are zero; PostgreSQL's own cast
 * refuses both. The limits are half a step past the largest double, and half of the smallest.
 */
export function numberSql(json: Expression<unknown>): RawBuilder<number | null> {
  return sql`case when jsonb_typeof(${json}) = 'number' then ${doubleSql(sql`(${json})::numeric`)} end`
}

/** A `numeric` as a double in the same way: null and zero where a cast would fail. */
export function doubleSql(exact: Expression<unknown>): RawBuilder<number | null> {
  return sql`(case when abs(${exact}) >= 1.797693134862315807e308 then null
    when abs(${exact}) < 2.4703282292062328e-324 then 0
    else (${exact})::float8 end)`
}

/** A double as the decimal that it is written as, to be summed without rounding: `sumExactly` of the domain. */
export function decimalSql(double: Expression<unknown>): RawBuilder<unknown> {
  return sql`(${double})::text::numeric`
}
