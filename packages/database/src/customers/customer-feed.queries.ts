import { type Expression, type RawBuilder, type Selectable, sql } from 'kysely'
import { type Database, inSnapshot, readPrepared, seenWorkspace, type Tx } from '../connect.ts'
import type { DB } from '../database.generated.ts'
import {
  customerMetrics,
  type MetricRow,
  type MetricScope,
  metricKeys,
  metricsOfCustomer,
} from '../insight/metrics.queries.ts'
import { readAll } from '../read-all.ts'
import { changedIds, databaseName, notedIds } from './unseen.ts'

/** A customer with all that lists are filtered and sorted by. */
export interface FedCustomer {
  readonly id: string
  readonly kind: string
  readonly stage: string
  readonly name: string
  readonly nameKey: string
  /** Microseconds since 1970. */
  readonly updatedAt: number
  /** Where a person stands on being profiled, and until when in milliseconds since 1970; null where nothing was said. */
  readonly profiling: string | null
  readonly profilingUntil: number | null
  readonly attributes: { readonly [key: string]: unknown }
  readonly metrics: { readonly [key: string]: number | null }
}

/** Which transactions a reader has seen: those of a snapshot of one running database. */
export interface FeedPosition {
  /** Names the database and when it was started: another one counts its transactions anew, or has lost some. */
  readonly database: string
  /** `pg_snapshot`: `xmin:xmax:xip,xip`. */
  readonly snapshot: string
  /** When it was read, by the database's clock. */
  readonly at: Date
}

/** Customers that are new or may be otherwise than before, some at a time. */
export type TellCustomers = (customers: readonly FedCustomer[]) => void

export interface FedChanges {
  readonly position: FeedPosition
  /** Customers that are there no more. */
  readonly gone: readonly string[]
}

/** Changes are kept for a day; whoever has not looked for longer than this has to begin anew. In milliseconds. */
const feedPatience = 12 * 3600 * 1000

/** Tells of every customer of the workspace as it is in one snapshot. @returns that snapshot */
export function feedAll(db: Database, scope: MetricScope, tell: TellCustomers): Promise<FeedPosition> {
  return inSnapshot(db, scope.workspaceId, async (tx) => {
    const { isChanged: _, ...position } = onlyRow((await poll(scope.workspaceId, undefined).execute(tx)).rows)
    const everybody = tx
      .with('metrics', () => customerMetrics(tx, scope))
      .selectFrom('customer')
      .innerJoin('metrics', 'metrics.customer_id', 'customer.id')
      .leftJoin(saidOnProfiling(scope), (join) => join.onRef('said.customer_id', '=', 'customer.id'))
      .where('customer.workspace_id', '=', scope.workspaceId)
      .select(fed)
      .selectAll('metrics')
    await tellAll(tx, everybody, tell, 'all')
    return position
  })
}

/**
 * Tells what became of customers since a position, in one snapshot: everything that was committed since, in whatever
 * order. Undefined, with nothing told, where that is not known and all has to be read anew.
 */
export async function feedChanges(
  db: Database,
  scope: MetricScope,
  since: FeedPosition,
  tell: TellCustomers,
): Promise<FedChanges | undefined> {
  const { workspaceId } = scope
  const { isChanged, ...position } = onlyRow(await readPrepared(db, 'poll', poll(workspaceId, since)))
  if (!follows(since, position)) return undefined
  if (!isChanged) return { position, gone: [] }
  return inSnapshot(db, workspaceId, async (tx) => {
    const { isChanged: _, ...now } = onlyRow((await poll(workspaceId, since).execute(tx)).rows)
    if (!follows(since, now)) return undefined
    const workspace = sql`${workspaceId}::uuid`
    const noted = notedIds(workspace, since.snapshot)
    // These are found, by their ids, before anything is computed of them: so `array` and `offset 0` have it.
    const concerned = sql<ConcernedRow>`(
      select * from customer where workspace_id = ${workspace} and id = any(array(${changedIds(workspace, since.snapshot)} union ${noted})) offset 0)`.as(
      'customer',
    )
    const changed = tx
      .selectFrom(concerned)
      .innerJoinLateral(metricsOfCustomer(tx, scope).as('metrics'), (join) => join.onTrue())
      .leftJoin(saidOnProfiling(scope), (join) => join.onRef('said.customer_id', '=', 'customer.id'))
      .select(fed)
      .selectAll('metrics')
    await tellAll(tx, changed, tell, 'some')
    const { rows } = await sql<{ id: string }>`-- feedChanges: gone
      select id from unnest(array(${noted})) as noted (id) where not exists (
        select from customer where workspace_id = ${workspace} and customer.id = noted.id)`.execute(tx)
    return { position: now, gone: rows.map(({ id }) => id) }
  })
}

/** Forgets changes that every reader has seen or has given up on. */
export async function sweepChanges(tx: Tx, workspaceId: string): Promise<void> {
  await sql`-- sweepChanges
    delete from customer_change
    where workspace_id = ${workspaceId} and changed_at < now() - interval '1 day'`.execute(tx)
}

interface Polled extends FeedPosition {
  /** Whether customers were written, or noted, by transactions that were not in the snapshot before. */
  readonly isChanged: boolean
}

function poll(workspaceId: string, since: FeedPosition | undefined): RawBuilder<Polled> {
  const workspace = sql`seen.workspace_id`
  return sql`-- poll
    with ${seenWorkspace(workspaceId)}
    select pg_current_snapshot()::text as snapshot, now() as at,
      ${databaseName} as database,
      exists(${changedIds(workspace, since?.snapshot)}) or exists(${notedIds(workspace, since?.snapshot)}) as "isChanged"
    from seen`
}

function onlyRow<Row>([row]: readonly Row[]): Row {
  if (row === undefined) throw new Error('A poll always answers one row')
  return row
}

/** Whether what lies between two positions is all still there to be read. */
function follows(before: FeedPosition, after: FeedPosition): boolean {
  return before.database === after.database && after.at.getTime() - before.at.getTime() < feedPatience
}

async function tellAll(
  tx: Tx,
  query: Expression<unknown>,
  tell: TellCustomers,
  joins: 'all' | 'some',
): Promise<void> {
  for await (const rows of readAll<Row>(tx, query, joins)) tell(rows.map(toFed))
}

const fed = [
  'customer.id',
  'customer.kind',
  'customer.stage',
  'customer.name',
  'customer.name_key as nameKey',
  sql<number>`(extract(epoch from customer.updated_at) * 1000000)::float8`.as('updatedAt'),
  'customer.attributes',
  'said.standing as profiling',
  'said.until as profilingUntil',
] as const

/** What people said on being profiled, by customer. */
function saidOnProfiling({ workspaceId }: MetricScope) {
  return sql<{ customer_id: string; standing: string; until: number | null }>`(
    select customer_id, standing, (extract(epoch from expires_at) * 1000)::float8 as until from consent_standing
    where workspace_id = ${workspaceId}::uuid and purpose = 'profiling')`.as('said')
}

type ConcernedRow = Selectable<DB['customer']>

type Row = Omit<FedCustomer, 'metrics' | 'attributes'> & { readonly attributes: unknown } & MetricRow

function toFed(row: Row): FedCustomer {
  const { id, kind, stage, name, nameKey, updatedAt, profiling, profilingUntil } = row
  const metrics = Object.fromEntries(metricKeys.map((key) => [key, row[key]]))
  const attributes = row.attributes as FedCustomer['attributes']
  return { id, kind, stage, name, nameKey, updatedAt, profiling, profilingUntil, attributes, metrics }
}
