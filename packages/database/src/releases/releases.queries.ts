import type { Locale } from '@profilkort/domain/locales/locale'
import type { Problem } from '@profilkort/domain/result'
import { type ExpressionBuilder, sql } from 'kysely'
import { jsonArrayFrom } from 'kysely/helpers/postgres'
import type { Tx } from '../connect.ts'
import type { DB } from '../database.generated.ts'

export const releaseStates = ['planned', 'published', 'failed', 'cancelled'] as const
export type ReleaseState = (typeof releaseStates)[number]

/** What a release does to one profile. */
export interface ReleaseItem {
  readonly profileId: string
  readonly action: 'publish' | 'unpublish'
  /** The revision to publish; null to unpublish. */
  readonly revision: number | null
  /** Null for all the revision is written in, or all that are published. */
  readonly locales: readonly Locale[] | null
}

/** Profiles that are published, or taken away, together or not at all. */
export interface ReleaseRow {
  readonly id: string
  readonly name: string
  readonly state: ReleaseState
  /** How often it was planned: what a change of it names as seen. */
  readonly revision: number
  /** When it is to be published; null for by hand. */
  readonly at: Date | null
  readonly zone: string | null
  readonly createdBy: string
  readonly createdAt: Date
  readonly settledBy: string | null
  readonly settledAt: Date | null
  readonly failure: readonly Problem[] | null
  readonly items: readonly ReleaseItem[]
}

function releases(tx: Tx, workspaceId: string) {
  return tx
    .selectFrom('release')
    .where('release.workspace_id', '=', workspaceId)
    .select((eb) => [
      'release.id',
      'release.name',
      'release.state',
      'release.revision',
      'release.at',
      'release.zone',
      'release.created_by as createdBy',
      'release.created_at as createdAt',
      'release.settled_by as settledBy',
      'release.settled_at as settledAt',
      'release.failure',
      jsonArrayFrom(
        eb
          .selectFrom('release_item as item')
          .whereRef('item.workspace_id', '=', 'release.workspace_id')
          .whereRef('item.release_id', '=', 'release.id')
          .select(['item.profile_id as profileId', 'item.action', 'item.revision', 'item.locales'])
          .orderBy('item.position'),
      ).as('items'),
    ])
}

export async function findReleases(
  tx: Tx,
  workspaceId: string,
  ids: readonly string[],
): Promise<readonly ReleaseRow[]> {
  if (ids.length === 0) return []
  const rows = await releases(tx, workspaceId)
    .where('release.id', 'in', [...ids])
    .execute()
  return rows as unknown as readonly ReleaseRow[]
}

/** Takes the row that a change of the release is decided on; undefined where there is none. */
export async function lockRelease(tx: Tx, workspaceId: string, id: string): Promise<ReleaseRow | undefined> {
  await tx
    .selectFrom('release')
    .select('id')
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', id)
    .forUpdate()
    .execute()
  return (await findReleases(tx, workspaceId, [id]))[0]
}

/** A place in the list: when a release was made, in milliseconds, and its id. */
export type ReleasePlace = readonly [createdAt: number, id: string]

export interface ReleasePage {
  readonly limit: number
  readonly after: ReleasePlace | undefined
  readonly before: ReleasePlace | undefined
  readonly fromEnd: boolean
}

/** One row more than the page's limit where there are more, newest first. */
export async function listReleases(
  tx: Tx,
  workspaceId: string,
  states: readonly ReleaseState[] | undefined,
  { limit, after, before, fromEnd }: ReleasePage,
): Promise<readonly ReleaseRow[]> {
  const place = ([createdAt, id]: ReleasePlace) => sql`(${new Date(createdAt)}::timestamptz, ${id}::uuid)`
  const at = sql`(date_trunc('milliseconds', release.created_at), release.id)`
  const rows = await releases(tx, workspaceId)
    .$if(states !== undefined, (query) => query.where('release.state', 'in', [...(states ?? [])]))
    .$if(after !== undefined, (query) => query.where(sql<boolean>`${at} < ${place(after ?? [0, ''])}`))
    .$if(before !== undefined, (query) => query.where(sql<boolean>`${at} > ${place(before ?? [0, ''])}`))
    .orderBy(sql`date_trunc('milliseconds', release.created_at)`, fromEnd ? 'asc' : 'desc')
    .orderBy('release.id', fromEnd ? 'asc' : 'desc')
    .limit(limit + 1)
    .execute()
  return (fromEnd ? rows.toReversed() : rows) as unknown as readonly ReleaseRow[]
}

export type NewRelease = Pick<ReleaseRow, 'id' | 'name' | 'at' | 'zone' | 'items' | 'createdBy' | 'createdAt'>

export async function insertRelease(tx: Tx, workspaceId: string, release: NewRelease): Promise<void> {
  await tx
    .insertInto('release')
    .values({
      workspace_id: workspaceId,
      id: release.id,
      name: release.name,
      state: 'planned',
      at: release.at,
      zone: release.zone,
      created_by: release.createdBy,
      created_at: release.createdAt,
    })
    .execute()
  await insertItems(tx, workspaceId, release.id, release.items)
}

/** Plans a release anew. */
export async function updateRelease(
  tx: Tx,
  workspaceId: string,
  { id, name, at, zone, items }: Pick<ReleaseRow, 'id' | 'name' | 'at' | 'zone' | 'items'>,
): Promise<void> {
  await tx
    .updateTable('release')
    .set((eb) => ({ name, at, zone, revision: eb('revision', '+', 1) }))
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', id)
    .execute()
  await tx
    .deleteFrom('release_item')
    .where('workspace_id', '=', workspaceId)
    .where('release_id', '=', id)
    .execute()
  await insertItems(tx, workspaceId, id, items)
}

async function insertItems(
  tx: Tx,
  workspaceId: string,
  releaseId: string,
  items: readonly ReleaseItem[],
): Promise<void> {
  await tx
    .insertInto('release_item')
    .values(
      items.map((item, position) => ({
        workspace_id: workspaceId,
        release_id: releaseId,
        profile_id: item.profileId,
        position,
        action: item.action,
        revision: item.revision,
        locales: item.locales === null ? null : [...item.locales],
      })),
    )
    .execute()
}

/** How a planned release ended. */
export interface Settlement {
  readonly state: Exclude<ReleaseState, 'planned'>
  readonly by: string
  readonly at: Date
  readonly failure?: readonly Problem[]
}

/** Ends a release that is still planned. @returns whether it was */
export async function settleRelease(
  tx: Tx,
  workspaceId: string,
  id: string,
  { state, by, at, failure }: Settlement,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('release')
    .set({
      state,
      settled_by: by,
      settled_at: at,
      failure: failure === undefined ? null : JSON.stringify(failure),
    })
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', id)
    .where('state', '=', 'planned')
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** Has the queue look at a release when its time has come, once this transaction is committed. */
export async function enqueueRelease(tx: Tx, workspaceId: string, id: string, at: Date): Promise<void> {
  await sql`-- enqueueRelease
    select graphile_worker.add_job('publishRelease', json_build_object('workspaceId', ${workspaceId}::text, 'id', ${id}::text),
      run_at => ${at}::timestamptz, job_key => ${`release ${id}`})`.execute(tx)
}

/** A release that is due, in whatever workspace. */
export interface DueRelease {
  readonly workspaceId: string
  readonly id: string
}

/** What is planned for now or earlier, earliest first; for a transaction that looks across workspaces. */
export async function findDue(tx: Tx, now: Date): Promise<readonly DueRelease[]> {
  const rows = await tx
    .selectFrom('release')
    .select(['workspace_id as workspaceId', 'id'])
    .where('state', '=', 'planned')
    .where('at', '<=', now)
    .orderBy('at')
    .limit(1000)
    .execute()
  return rows
}

/** Since when a release is an alarm. */
interface AlarmTimes {
  /** Of one that is planned: for before this. */
  readonly lateBefore: Date
  readonly failedSince: Date
}

/** How many releases are late, or have failed. */
export interface AlarmRow {
  readonly state: 'planned' | 'failed'
  readonly count: number
  /** When the first of them was to be published. */
  readonly oldest: Date
}

/** The alarms of all workspaces, late ones first; for one that looks across workspaces. */
export async function countAlarms(tx: Tx, times: AlarmTimes): Promise<readonly AlarmRow[]> {
  const rows = await tx
    .selectFrom('release')
    .select((eb) => ['state', eb.fn.countAll<number>().as('count'), eb.fn.min('at').as('oldest')])
    .where((eb) => isAlarm(eb, times))
    .groupBy('state')
    .orderBy('state', 'desc')
    .execute()
  return rows as readonly AlarmRow[]
}

function isAlarm(eb: ExpressionBuilder<DB, 'release'>, { lateBefore, failedSince }: AlarmTimes) {
  return eb.or([
    eb.and([eb('release.state', '=', 'planned'), eb('release.at', '<', lateBefore)]),
    eb.and([eb('release.state', '=', 'failed'), eb('release.settled_at', '>=', failedSince)]),
  ])
}

/** The workspace's releases that are late, or have failed lately. */
export async function listAlarms(
  tx: Tx,
  workspaceId: string,
  times: AlarmTimes,
): Promise<readonly ReleaseRow[]> {
  const rows = await releases(tx, workspaceId)
    .where((eb) => isAlarm(eb, times))
    .orderBy('release.at')
    .limit(100)
    .execute()
  return rows as unknown as readonly ReleaseRow[]
}
