import type { CustomerKind } from '@profilkort/domain/customers/customer'
import type { CoreRule } from '@profilkort/domain/rules/core'
import {
  commonest,
  type Distribution,
  edgesOf,
  mostValues,
  rangesBetween,
  type Spread,
} from '@profilkort/domain/segments/distribution'
import type { Comparand, Preview, PreviewQuestion } from '@profilkort/domain/segments/preview'
import { type Expression, type RawBuilder, type SqlBool, sql } from 'kysely'
import type { Tx } from '../connect.ts'
import { type Use, whereMayBeUsed } from '../consents/may-be-used.ts'
import { holds } from '../customers/customers.queries.ts'
import { customerMetrics, type MetricScope } from '../insight/metrics.queries.ts'
import { joiningAll } from '../joining-all.ts'
import { metricsAround, withMetricsAround } from '../rules/metrics-around.ts'
import { numberSql } from '../rules/number-sql.ts'

/**
 * What a rule that is being written comes to, among customers that may be used for this: the same as columns answer, by
 * looking at every customer. In a transaction that sees one instant.
 */
export async function previewInDatabase(
  tx: Tx,
  scope: MetricScope,
  question: PreviewQuestion,
  use: Use,
): Promise<Preview> {
  return joiningAll(tx, async () => ({
    ...(await countPreview(tx, scope, question, use)),
    sample: question.sampleSize === 0 ? [] : await samplePreview(tx, scope, question, use),
    distributions: question.spreads.length === 0 ? [] : await spread(tx, scope, question, use),
  }))
}

function isCounted({ kind, use }: { readonly kind: CustomerKind | undefined; readonly use: Use }) {
  const ofKind = kind === undefined ? sql`true` : sql`customer.kind = ${kind}`
  return sql`${ofKind} and ${whereMayBeUsed(use)}`
}

function withMetrics(tx: Tx, scope: MetricScope) {
  return sql`customer join (${customerMetrics(tx, scope)}) as metrics on metrics.customer_id = customer.id`
}

async function countPreview(
  tx: Tx,
  scope: MetricScope,
  { rule, kind, others }: PreviewQuestion,
  use: Use,
): Promise<Pick<Preview, 'count' | 'of' | 'overlaps'>> {
  const here = holds(rule, scope)
  const overlaps = others.map((other, index) => {
    const there = isThere(other, scope)
    return sql`, count(*) filter (where ${here} and ${there})::float8 as ${sql.id(`both${index}`)},
      count(*) filter (where ${there})::float8 as ${sql.id(`there${index}`)}`
  })
  const { rows } = await sql<{ readonly [name: string]: number }>`-- countPreview
    ${withMetricsAround(tx, scope, [rule, ...others.flatMap((other) => (other.kind === 'rule' ? [other.rule] : []))])}
    select count(*)::float8 as of, count(*) filter (where ${here})::float8 as count ${sql.join(overlaps, sql``)}
    from ${withMetrics(tx, scope)}
    where customer.workspace_id = ${scope.workspaceId}::uuid and ${isCounted({ kind, use })}`.execute(tx)
  const [row = {}] = rows
  const count = row.count ?? 0
  return {
    count,
    of: row.of ?? 0,
    overlaps: others.map((_other, index) => {
      const both = row[`both${index}`] ?? 0
      return { both, onlyHere: count - both, onlyThere: (row[`there${index}`] ?? 0) - both }
    }),
  }
}

function isThere(other: Comparand, scope: MetricScope): Expression<SqlBool> {
  return other.kind === 'rule' ? holds(other.rule, scope) : sql`customer.id = any(${[...other.ids]}::uuid[])`
}

async function samplePreview(
  tx: Tx,
  scope: MetricScope,
  { rule, kind, sampleSize }: PreviewQuestion,
  use: Use,
): Promise<Preview['sample']> {
  const { rows } = await sql<{ id: string; name: string }>`-- samplePreview
    ${withMetricsAround(tx, scope, [rule])}
    select customer.id, customer.name from ${withMetrics(tx, scope)}
    where customer.workspace_id = ${scope.workspaceId}::uuid and ${isCounted({ kind, use })} and ${holds(rule, scope)}
    order by right(customer.id::text, 8) collate "C", customer.id limit ${sampleSize}`.execute(tx)
  return rows
}

interface Counted {
  readonly field: number
  readonly kind: 'unknown' | 'other' | 'value'
  readonly value: string | null
  readonly count: number
}

async function spread(
  tx: Tx,
  scope: MetricScope,
  { rule, kind, spreads }: PreviewQuestion,
  use: Use,
): Promise<readonly Distribution[]> {
  const edges = await edgesAmong(tx, scope, { rule, kind, spreads }, use)
  const counts = spreads.map((each, index) =>
    each.kind === 'values' ? countValues(each.key, index) : countRanges(each, edges.get(index) ?? [], index),
  )
  const { rows } = await sql<Counted>`-- spread
    with ${metricsAround(tx, scope, [rule])} matched as materialized (${matched(tx, scope, rule, kind, use)})
    ${sql.join(counts, sql` union all `)}`.execute(tx)
  const byField = Map.groupBy(rows, ({ field }) => field)
  return spreads.map((each, index) => {
    const own = byField.get(index) ?? []
    const sumOf = (wanted: Counted['kind']) =>
      own.reduce((sum, { kind, count }) => sum + (kind === wanted ? count : 0), 0)
    const values = own.flatMap(({ kind, value, count }) =>
      kind === 'value' ? [[value ?? '', count] as const] : [],
    )
    const rest = { unknown: sumOf('unknown'), other: sumOf('other') }
    if (each.kind === 'values') return { kind: 'values', values: commonest(values), ...rest }
    const found = edges.get(index) ?? []
    const byRange = new Map(values.map(([value, count]) => [Number(value), count]))
    const ranged = found.slice(0, -1).map((_, at) => byRange.get(at) ?? 0)
    return { kind: 'ranges', ranges: rangesBetween(found, ranged), ...rest }
  })
}

function matched(
  tx: Tx,
  scope: MetricScope,
  rule: CoreRule,
  kind: CustomerKind | undefined,
  use: Use,
): RawBuilder<unknown> {
  return sql`select customer.attributes, metrics.* from ${withMetrics(tx, scope)}
    where customer.workspace_id = ${scope.workspaceId}::uuid and ${isCounted({ kind, use })} and ${holds(rule, scope)}`
}

/** The ranges that numbers are counted in, by the place of the spread. */
async function edgesAmong(
  tx: Tx,
  scope: MetricScope,
  { rule, kind, spreads }: Pick<PreviewQuestion, 'rule' | 'kind' | 'spreads'>,
  use: Use,
): Promise<ReadonlyMap<number, readonly number[]>> {
  const ranged = [...spreads.entries()].flatMap(([index, each]) =>
    each.kind === 'ranges' ? [{ index, each }] : [],
  )
  if (ranged.length === 0) return new Map()
  const ends = ranged.map(
    ({ index, each }) => sql`min(${numberOf(each)}) as ${sql.id(`least${index}`)},
      max(${numberOf(each)}) as ${sql.id(`greatest${index}`)}`,
  )
  const { rows } = await sql<{ readonly [name: string]: number | null }>`-- edgesAmong
    ${withMetricsAround(tx, scope, [rule])}
    select ${sql.join(ends)} from (${matched(tx, scope, rule, kind, use)}) as matched`.execute(tx)
  const [row = {}] = rows
  return new Map(
    ranged.map(({ index, each }) => [
      index,
      edgesOf(row[`least${index}`] ?? Number.NaN, row[`greatest${index}`] ?? Number.NaN, each.isTime),
    ]),
  )
}

type Ranged = Extract<Spread, { kind: 'ranges' }>

function numberOf({ of, key, currency }: Ranged): RawBuilder<number | null> {
  if (of === 'metric') return sql`matched.${sql.ref(key)}`
  const value = sql`matched.attributes -> ${key}::text`
  if (currency === undefined) return numberSql(value)
  const amount = numberSql(sql`${value} -> 'amount'`)
  return sql`case when ${value} ->> 'currency' = ${currency} then ${amount} end`
}

function countRanges(ranged: Ranged, edges: readonly number[], index: number): RawBuilder<unknown> {
  const number = numberOf(ranged)
  const isMissing =
    ranged.of === 'metric'
      ? sql`${number} is null`
      : sql`coalesce(matched.attributes -> ${ranged.key}::text, 'null') = 'null'`
  return sql`select ${index}::integer as field,
      case when ${isMissing} then 'unknown' when ${number} is null then 'other' else 'value' end as kind,
      (width_bucket(${number}, ${[...edges]}::float8[]) - 1)::text as value, count(*)::float8 as count
    from matched group by 2, 3`
}

function countValues(key: string, index: number): RawBuilder<unknown> {
  const texts = sql`select distinct each #>> '{}' as text
    from jsonb_array_elements(case when jsonb_typeof(one.value) = 'array' then one.value else '[]' end) as each
    where jsonb_typeof(each) = 'string'`
  return sql`(select ${index}::integer as field, told.kind, told.value, count(*)::float8 as count
    from matched cross join lateral (select coalesce(matched.attributes -> ${key}::text, 'null') as value) as one
    cross join lateral (
      select 'value' as kind, one.value #>> '{}' as value where jsonb_typeof(one.value) in ('string', 'boolean')
      union all select 'unknown', null where one.value = 'null'
      union all select 'value', text from (${texts}) as texts
      union all select 'other', null where jsonb_typeof(one.value) in ('number', 'object')
        or (jsonb_typeof(one.value) = 'array' and not exists (${texts}))
    ) as told
    group by 2, 3 order by case told.kind when 'value' then 1 else 0 end, 4 desc, told.value collate "C"
    limit ${mostValues + 2})`
}
