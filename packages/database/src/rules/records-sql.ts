import type { CustomerKind } from '@profilkort/domain/customers/customer'
import type { Comparison, RecordsLeaf } from '@profilkort/domain/rules/core'
import type { CoreRecordsField } from '@profilkort/domain/rules/records'
import { type RawBuilder, type SqlBool, sql } from 'kysely'
import { personMayBeUsed } from '../consents/may-be-used.ts'
import { compared } from './compared-sql.ts'
import { interactionsDone } from './done.ts'
import { decimalSql, doubleSql, numberSql } from './number-sql.ts'

/** The customers that a part of a rule holds for, its `negated` apart: those of a query, or all others. */
export interface HoldingIds {
  /** Of a query of ids, each once and none null. */
  readonly ids: RawBuilder<unknown>
  readonly isOthers: boolean
}

/** Answers a leaf for the whole workspace at once, so that it is a semi-join rather than a look-up for each customer. */
export function leafIds(leaf: RecordsLeaf, workspaceId: string): HoldingIds {
  const { field } = leaf
  switch (field.kind) {
    case 'interactions':
      return figureIds(leaf, interactionsFigure(field, workspaceId))
    case 'deals':
      return figureIds(leaf, dealsFigure(field, workspaceId, currencyOf(leaf)))
    case 'consent':
      return consentIds(leaf, field, workspaceId)
    case 'fit':
      return fitIds(leaf, field, workspaceId)
  }
}

/** What is grouped by customer, and what each group comes to. */
interface Figure {
  readonly from: RawBuilder<unknown>
  readonly value: RawBuilder<number | null>
  /** Whether customers without any row have a value as well: the number 0. */
  readonly isCount: boolean
}

function figureIds(leaf: RecordsLeaf, { from, value, isCount }: Figure): HoldingIds {
  const grouped = (having: RawBuilder<unknown>) =>
    sql`select customer_id from ${from} where customer_id is not null group by customer_id having ${having}`
  switch (leaf.kind) {
    case 'known':
      return isCount ? others(sql`select null::uuid where false`) : those(grouped(sql`${value} is not null`))
    case 'compare': {
      const holds = compared(value, leaf.op, leaf.value)
      if (isCount && zeroHolds(leaf.op, leaf.value)) return others(grouped(sql`not ${holds}`))
      // Any row at all is enough: nothing has to be counted.
      const isAny = isCount && ((leaf.op === '>=' && leaf.value <= 1) || (leaf.op === '>' && leaf.value < 1))
      return those(
        isAny ? sql`select distinct customer_id from ${from} where customer_id is not null` : grouped(holds),
      )
    }
    case 'among':
    case 'flag':
    case 'match':
      return those(sql`select null::uuid where false`)
  }
}

function zeroHolds(op: Comparison, value: number): boolean {
  switch (op) {
    case '<':
      return value > 0
    case '<=':
      return value >= 0
    case '=':
      return value === 0
    case '>=':
      return value <= 0
    case '>':
      return value < 0
  }
}

function interactionsFigure(field: CoreRecordsField & { kind: 'interactions' }, workspaceId: string): Figure {
  const { figure, name, property, span } = field
  const counts = [
    ...(name === undefined ? [] : [sql`done.name = ${name}`]),
    ...(span?.from === undefined ? [] : [sql`done.at >= ${new Date(span.from)}`]),
    ...(span?.until === undefined ? [] : [sql`done.at < ${new Date(span.until)}`]),
  ]
  const from = interactionsDone(workspaceId, counts.length === 0 ? sql`true` : sql.join(counts, sql` and `))
  const number = numberSql(sql`properties -> ${property ?? ''}`)
  switch (figure) {
    case 'count':
      return { from, value: sql`count(*)`, isCount: true }
    case 'sum':
      return { from, value: sumOf(decimalSql(number)), isCount: false }
    case 'average': {
      const sum = sumOf(decimalSql(number))
      const average = sql<number>`(case when abs(${sum}) < 1e-290 then 0 else ${sum} / count(${number}) end)`
      return { from, value: average, isCount: false }
    }
  }
}

function sumOf(decimal: RawBuilder<unknown>): RawBuilder<number | null> {
  return doubleSql(sql`sum(${decimal})`)
}

function currencyOf(leaf: RecordsLeaf): string | undefined {
  return leaf.kind === 'compare' ? leaf.currency : undefined
}

const dayLength = 86_400_000

function dealsFigure(
  { figure, status, stage, product, span }: CoreRecordsField & { kind: 'deals' },
  workspaceId: string,
  currency: string | undefined,
): Figure {
  // As the index has it; `-infinity` is no day.
  const day = sql`coalesce(closed_on, opened_on, '-infinity')`
  const conditions = [
    sql`workspace_id = ${workspaceId}::uuid and archived_at is null`,
    ...(status === undefined ? [] : [sql`status = ${status}`]),
    ...(stage === undefined ? [] : [sql`stage = ${stage}`]),
    ...(product === undefined ? [] : [sql`product_key = ${product}`]),
    ...(span === undefined ? [] : [sql`${day} > '-infinity'`]),
    ...(span?.from === undefined ? [] : [sql`${day} >= ${dayFrom(span.from)}`]),
    ...(span?.until === undefined ? [] : [sql`${day} < ${dayFrom(span.until)}`]),
  ]
  const from = sql`(select customer_id, value, currency from deal
    where ${sql.join(conditions, sql` and `)}) as deal`
  switch (figure) {
    case 'count':
      return { from, value: sql`count(*)`, isCount: true }
    case 'sum': {
      const value = currency === undefined ? sql`value` : sql`case when currency = ${currency} then value end`
      return { from, value: sumOf(decimalSql(sql`(${value})::float8`)), isCount: false }
    }
  }
}

/** 1 January of the years 1 and 10000, as days since 1970: days that are told lie between them. */
const [firstDay, endOfDays] = [-719_162, 2_932_897]

/** The first day in UTC whose midnight is not before an instant, however far off that is. */
function dayFrom(instant: number): RawBuilder<unknown> {
  const day = Math.min(Math.max(Math.ceil(instant / dayLength), firstDay), endOfDays)
  return sql`(date '1970-01-01' + ${day}::integer)`
}

function consentIds(
  leaf: RecordsLeaf,
  { purpose, now }: CoreRecordsField & { kind: 'consent' },
  workspaceId: string,
): HoldingIds {
  const said = (standing: RawBuilder<SqlBool>) =>
    sql`select customer_id from consent_standing
      where workspace_id = ${workspaceId}::uuid and purpose = ${purpose} and ${standing}`
  const hasRunOut = sql`standing = 'given' and extract(epoch from expires_at)::float8 * 1000 <= ${now}::float8`
  const standing = sql`(case when ${hasRunOut} then 'expired' else standing end)`
  switch (leaf.kind) {
    case 'known':
      return those(said(sql`true`))
    case 'among': {
      const isAmong = sql<SqlBool>`${standing} = any(${[...leaf.values]})`
      return leaf.values.includes('none') ? others(said(sql`not ${isAmong}`)) : those(said(isAmong))
    }
    case 'compare':
    case 'flag':
    case 'match':
      return those(sql`select null::uuid where false`)
  }
}

function fitIds(
  leaf: RecordsLeaf,
  { scorecard, figure, ground, now }: CoreRecordsField & { kind: 'fit' },
  workspaceId: string,
): HoldingIds {
  const value = sql.ref<number | null>(`kept.${figure}`)
  const ofKind = (
    kind: CustomerKind,
    condition: RawBuilder<unknown>,
  ) => sql`select kept.customer_id from scorecard
    join customer_fit as kept on kept.workspace_id = scorecard.workspace_id and kept.scorecard_id = scorecard.id
    where scorecard.workspace_id = ${workspaceId}::uuid and scorecard.slug = ${scorecard}
      and scorecard.archived_at is null and kept.kind = ${kind} and ${condition}`
  const use = { purpose: 'profiling', ground, now: new Date(now) }
  const person = { workspaceId: sql`${workspaceId}::uuid`, id: sql.ref('kept.customer_id') }
  // Apart, so that people and what they allow are joined; fits are kept for a while after a yes has ended.
  const kept = (condition: RawBuilder<unknown>) => sql`${ofKind('company', condition)}
    union all ${ofKind('person', sql`${condition} and ${personMayBeUsed(use, person)}`)}`
  const isText = figure !== 'points' && figure !== 'percent'
  switch (leaf.kind) {
    case 'known':
      return those(kept(sql`${value} is not null`))
    case 'among':
      return those(kept(isText ? sql`${value} = any(${[...leaf.values]})` : sql`false`))
    case 'compare':
      return those(kept(isText ? sql`false` : compared(sql`${value}`, leaf.op, leaf.value)))
    case 'flag':
    case 'match':
      return those(sql`select null::uuid where false`)
  }
}

function those(ids: RawBuilder<unknown>): HoldingIds {
  return { ids, isOthers: false }
}

function others(ids: RawBuilder<unknown>): HoldingIds {
  return { ids, isOthers: true }
}
