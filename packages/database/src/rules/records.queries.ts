import type { HeldPart } from '@profilkort/domain/rules/core'
import type { CustomerRecords } from '@profilkort/domain/rules/records'
import { sql } from 'kysely'
import type { Tx } from '../connect.ts'
import { standingColumns } from '../consents/standings.queries.ts'
import { customerMetrics, type MetricScope } from '../insight/metrics.queries.ts'
import { joiningAllWhere } from '../joining-all.ts'
import { holdingIds, placeOfCustomer, speaksOfMetrics } from './to-sql.ts'

/** Which records are read of customers. */
export interface RecordsWanted {
  /** Interactions of these names, of any name, or none. */
  readonly interactions: readonly string[] | 'all'
  /** Whether their properties are read as well. */
  readonly properties: boolean
  readonly deals: boolean
  readonly consents: boolean
  /** Whether the lists that they are on are read. */
  readonly lists: boolean
  /** Whether the fits that are kept are read. */
  readonly fits: boolean
}

interface Row {
  readonly id: string
  readonly interactions: CustomerRecords['interactions']
  readonly deals: CustomerRecords['deals']
  readonly standings: CustomerRecords['standings']
  readonly lists: CustomerRecords['lists']
  readonly fits: CustomerRecords['fits']
}

/** The records of customers as rules see them, by customer, in one statement; fits also of those who may not be profiled. */
export async function loadRecords(
  tx: Tx,
  workspaceId: string,
  customerIds: readonly string[],
  { interactions, properties, deals, consents, lists, fits }: RecordsWanted,
): Promise<ReadonlyMap<string, Omit<CustomerRecords, 'kind'>>> {
  const workspace = sql`${workspaceId}::uuid`
  const isNamed = interactions === 'all' ? sql`true` : sql`name = any(${[...interactions]})`
  const done = sql`select name, at, properties from interaction where workspace_id = ${workspace} and ${isNamed}`
  const told = sql`select * from source_record where workspace_id = ${workspace} and customer_id = asked.id`
  const doneByThem = sql`
    select found.* from (${told}) as own cross join lateral (
      ${done} and record_id is not null and record_id = own.id) as found
    union all select found.* from (${told}) as own cross join lateral (
      ${done} and company_record_id is not null and company_record_id = own.id and (record_id is null or not exists (
        select from source_record as person where person.workspace_id = ${workspace} and person.id = record_id
          and person.customer_id = asked.id))) as found
    union all select found.* from (${told}) as own join visitor on visitor.workspace_id = ${workspace}
      and visitor.source = own.source and visitor.user_id = own.external_id and own.kind = 'person'
      cross join lateral (
        ${done} and record_id is null and user_id is null and source = visitor.source
          and anonymous_id = visitor.anonymous_id) as found`
  const none = sql`'[]'::json`
  const { rows } = await sql<Row>`-- loadRecords
    select asked.id,
      ${
        interactions.length === 0
          ? none
          : sql`(select coalesce(json_agg(json_build_object('name', name,
            'at', floor(extract(epoch from at) * 1000)::float8, 'properties', ${properties ? sql`properties` : sql`'{}'::json`})), '[]')
            from (${doneByThem}) as done)`
      } as interactions,
      ${
        deals
          ? sql`(select coalesce(json_agg(json_build_object('status', status, 'stage', stage,
            'productKey', product_key, 'value', value, 'currency', currency,
            'day', (extract(epoch from coalesce(closed_on, opened_on)) * 1000)::float8)), '[]')
            from deal where workspace_id = ${workspace} and customer_id = asked.id and archived_at is null)`
          : none
      } as deals,
      ${
        consents
          ? sql`(select coalesce(json_agg(said), '[]') from (
            select ${standingColumns} from consent_standing as said
            where said.workspace_id = ${workspace} and said.customer_id = asked.id) as said)`
          : none
      } as standings,
      ${
        lists
          ? sql`array(select segment.slug from segment_pick as pick
            join segment on segment.workspace_id = pick.workspace_id and segment.id = pick.segment_id
            where pick.workspace_id = ${workspace} and pick.record_id in (select id from (${told}) as own))`
          : sql`'{}'::text[]`
      } as lists,
      ${
        fits
          ? sql`(select coalesce(json_agg(json_build_object('scorecard', scorecard.slug, 'band', band, 'status', status,
            'threshold', kept.threshold, 'points', points, 'percent', percent)), '[]')
            from customer_fit as kept join scorecard on scorecard.workspace_id = kept.workspace_id
              and scorecard.id = kept.scorecard_id and scorecard.archived_at is null
            where kept.workspace_id = ${workspace} and kept.customer_id = asked.id)`
          : none
      } as fits
    from unnest(${[...customerIds]}::uuid[]) as asked (id)`.execute(tx)
  return new Map(rows.map(({ id, ...records }) => [id, records]))
}

/** The customers that a part of a rule holds for, its `negated` apart: those of these ids, or all others. */
export interface HoldingCustomers {
  readonly ids: readonly string[]
  readonly isOthers: boolean
}

/** Whom parts of a rule hold for, and the instant that everything committed before is in it. */
export interface Holding {
  readonly at: Date
  readonly customers: ReadonlyMap<HeldPart, HoldingCustomers>
}

/** Whom each of the parts of a rule that are about records holds for, as of one instant. */
export async function findHolding(tx: Tx, scope: MetricScope, parts: readonly HeldPart[]): Promise<Holding> {
  const { workspaceId } = scope
  const place = placeOfCustomer(workspaceId)
  const holding = parts.map((part) => ({ part, ...holdingIds(part, place) }))
  const needsMetrics = parts.some((part) => 'rule' in part && speaksOfMetrics(part.rule))
  const metrics = needsMetrics ? sql`with metrics as (${customerMetrics(tx, scope)})` : sql``
  const columns = holding.map(({ ids }, index) => sql`array(${ids})::uuid[] as ${sql.id(String(index))}`)
  const query = sql<{ readonly at: Date; readonly [index: string]: unknown }>`-- findHolding
    ${metrics} select ${sql.join([sql`now() as at`, ...columns])}`
  const { rows } = await joiningAllWhere(needsMetrics, tx, query)
  const [row] = rows
  if (row === undefined) throw new Error('A select without a table always answers one row')
  const customers = holding.map(({ part, isOthers }, index): [HeldPart, HoldingCustomers] => [
    part,
    { ids: row[String(index)] as readonly string[], isOthers },
  ])
  return { at: row.at, customers: new Map(customers) }
}
