import {
  type CorePicked,
  type CoreProfiled,
  type CoreRelated,
  type CoreRule,
  type HeldPart,
  isRecordsPart,
  type Leaf,
  type RecordsPart,
} from '@profilkort/domain/rules/core'
import type { KnownField } from '@profilkort/domain/rules/rule'
import { type Expression, type RawBuilder, type SqlBool, sql } from 'kysely'
import { mayBeUsed } from '../consents/may-be-used.ts'
import { amongSql } from './among-sql.ts'
import { compared } from './compared-sql.ts'
import { matchSql } from './match-sql.ts'
import { numberSql } from './number-sql.ts'
import { type HoldingIds, leafIds } from './records-sql.ts'

/** Where a statement has what rules speak of. */
export interface RuleColumns {
  /** The jsonb column that holds `Values` of the domain. */
  readonly attributes: Expression<unknown>
  /**
   * The metric of a key as a number (double precision) that is finite, or null without a basis. The key comes from a
   * checked rule; an expression for a key that is not among the metrics should be null.
   */
  readonly metric: (key: string) => Expression<number | null>
  /** Needed for rules about records and about the customers around. */
  readonly records?: RecordsPlace
}

/** Whose records are looked up. A statement with metrics of companies or people in it has them as `metrics`. */
export interface RecordsPlace {
  readonly workspaceId: string
  /** The customer's id. */
  readonly id: Expression<string>
  readonly kind: Expression<string>
  /** How many customers lie between this one and the one that the rule is about. */
  readonly depth: number
}

/** The customer of a row, in a statement that has the table `customer`. */
export function placeOfCustomer(workspaceId: string): RecordsPlace {
  const [id, kind] = [sql.ref<string>('customer.id'), sql.ref<string>('customer.kind')]
  return { workspaceId, id, kind, depth: 0 }
}

/**
 * The rule as a condition: true for the customers that `evaluate` of the domain holds for. For others it is false or
 * null, which are the same to `where`; a column of answers asks for `(…) is true`. Positive leaves are bare, so that
 * indexes on the column serve them. Everything a user wrote is a parameter.
 */
export function ruleToSql(rule: CoreRule, columns: RuleColumns): Expression<SqlBool> {
  if (isRecordsPart(rule)) return partToSql(rule, columns)
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
      const { field } = rule
      if (field.kind !== 'attribute' && field.kind !== 'metric')
        throw new Error('Records are asked for apart')
      const leaf = leafToSql(rule, field, columns)
      return rule.negated ? sql<SqlBool>`(${leaf}) is not true` : leaf
    }
  }
}

/** Which customers a part holds for, its `negated` apart: as a query of its own. */
export function holdingIds(part: HeldPart, place: RecordsPlace): HoldingIds {
  if (part.kind === 'picked') return { ids: pickedIds(part, place), isOthers: false }
  if (part.kind !== 'company' && part.kind !== 'people') return leafIds(part, place.workspaceId)
  return { ids: idsAround(part, place), isOthers: false }
}

/** Who was joined is on the lists of all its records. */
function pickedIds({ segment }: CorePicked, { workspaceId }: RecordsPlace): RawBuilder<unknown> {
  return sql`select distinct record.customer_id from segment
    join segment_pick as pick on pick.workspace_id = segment.workspace_id and pick.segment_id = segment.id
    join source_record as record on record.workspace_id = pick.workspace_id and record.id = pick.record_id
    where segment.workspace_id = ${workspaceId}::uuid and segment.slug = ${segment} and record.customer_id is not null`
}

function idsAround(part: CoreRelated, place: RecordsPlace): RawBuilder<unknown> {
  const { workspaceId } = place
  const depth = place.depth + 1
  const [other, metrics] = [`around${depth}`, `around${depth}_metrics`]
  const id = sql.ref<string>(`${other}.id`)
  const companyId = sql.ref(`${other}.company_id`)
  const holds = ruleToSql(part.rule, {
    attributes: sql.ref(`${other}.attributes`),
    metric: (key) => sql.ref<number | null>(`${metrics}.${key}`),
    records: { workspaceId, id, kind: sql.ref<string>(`${other}.kind`), depth },
  })
  const joined = needsMetrics(part.rule)
    ? sql`join metrics as ${sql.id(metrics)} on ${sql.id(metrics)}.customer_id = ${id}`
    : sql``
  const found = sql`from customer as ${sql.id(other)} ${joined}
    where ${sql.id(other)}.workspace_id = ${workspaceId}::uuid and ${holds}`
  if (part.kind === 'company')
    return sql`select id from customer where workspace_id = ${workspaceId}::uuid and company_id in (select ${id} ${found})`
  return sql`select ${companyId} ${found} and ${companyId} is not null
    group by ${companyId} having count(*) >= ${part.atLeast}`
}

/** Whether a rule asks for metrics of the customer that it is about, so that they have to be joined. */
function needsMetrics(rule: CoreRule): boolean {
  if (rule.kind === 'all' || rule.kind === 'any') return rule.rules.some(needsMetrics)
  return 'field' in rule && rule.field.kind === 'metric'
}

/** The same, of any customer around as well: then the statement has to have `metrics`. */
export function speaksOfMetrics(rule: CoreRule): boolean {
  if (rule.kind === 'all' || rule.kind === 'any') return rule.rules.some(speaksOfMetrics)
  return 'rule' in rule ? speaksOfMetrics(rule.rule) : needsMetrics(rule)
}

/**
 * Never null: a customer is among those it holds for, or it is not. Through an array, and as `is true`, the ids are always
 * hashed once: a planner that thinks them many would look through them all for each customer, and one that joins with
 * them and thinks them few would do so with what is joined next.
 */
function partToSql(part: RecordsPart, { records }: RuleColumns): RawBuilder<SqlBool> {
  if (records === undefined) throw new Error('The rule speaks of records, and the statement has none')
  if (part.kind === 'profiled') return profiledSql(part, records)
  const { ids, isOthers } = holdingIds(part, records)
  const isAmong = sql`${records.id} in (select unnest(array(${ids})))`
  return isOthers === part.negated ? sql`(${isAmong}) is true` : sql`(${isAmong}) is not true`
}

/** Never null. One by one, or all at once where they are many: as the planner has it. */
function profiledSql({ ground, now, negated }: CoreProfiled, { workspaceId, id, kind }: RecordsPlace) {
  const use = { purpose: 'profiling', ground, now: new Date(now) }
  const may = mayBeUsed(use, { workspaceId: sql`${workspaceId}::uuid`, id, kind })
  return negated ? sql<SqlBool>`not ${may}` : may
}

function combined(rules: readonly CoreRule[], columns: RuleColumns, by: ' and ' | ' or ', empty: boolean) {
  if (rules.length === 0) return sql<SqlBool>`${sql.lit(empty)}`
  const conditions = rules.map((rule) => ruleToSql(rule, columns))
  return sql<SqlBool>`(${sql.join(conditions, by === ' and ' ? sql` and ` : sql` or `)})`
}

/** True, false, or null where the value cannot answer; `negated` apart. */
function leafToSql(leaf: Leaf, field: KnownField, { attributes, metric }: RuleColumns): RawBuilder<SqlBool> {
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
function contains(attributes: Expression<unknown>, { key }: KnownField, json: unknown) {
  return sql<SqlBool>`${attributes} @> ${JSON.stringify({ [key]: json })}::jsonb`
}
