import type { FormerReading } from '@profilkort/domain/imports/former-key'
import type { ImportKind } from '@profilkort/domain/imports/kinds'
import type { Mapping } from '@profilkort/domain/imports/mapping'
import type { KeptNote, Note } from '@profilkort/domain/imports/notes'
import { sql } from 'kysely'
import type { Tx } from '../connect.ts'
import type { Counts } from './counts.ts'

export const importStates = [
  'received',
  'checking',
  'running',
  'joining',
  'done',
  'failed',
  'cancelled',
] as const
export type ImportState = (typeof importStates)[number]
/** Those of an import that is not over. */
export const unfinished = ['received', 'checking', 'running', 'joining'] as const satisfies ImportState[]

export interface ImportCounts extends Counts {
  readonly rejected: number
}

/** What was noted so far, where the file is read and where it is written. */
export interface ImportRemarks {
  readonly reader: readonly KeptNote[]
  readonly writer: readonly KeptNote[]
}

/** What an import did, or would do. */
export interface ImportReport extends ImportCounts {
  readonly rows: number
  readonly notes: readonly Note[]
}

export interface ImportProblem {
  readonly code: string
  readonly message: string
}

/** An import as a job. */
export interface ImportRow {
  readonly id: string
  readonly source: string
  readonly kind: ImportKind
  readonly fileName: string
  /** SHA-256 of the file, lower-case hex. */
  readonly fileHash: string
  readonly state: ImportState
  /** Whether all that it does is taken back. */
  readonly dryRun: boolean
  /** What was asked for, beside the file. */
  readonly request: unknown
  /** What was recognised in the file and proposed; null until it is looked through. */
  readonly proposal: unknown
  readonly mapping: Mapping | null
  /** Rows below the header that are dealt with. */
  readonly position: number
  readonly counts: ImportCounts
  readonly remarks: ImportRemarks
  readonly looksUp: boolean
  readonly joinedTo: string | null
  readonly problem: ImportProblem | null
  /** What became of the rows, once it is over. */
  readonly report: ImportReport | null
  readonly cancelRequestedAt: Date | null
  readonly createdBy: string
  readonly createdAt: Date
  readonly startedAt: Date | null
  readonly endedAt: Date | null
}

function imports(tx: Tx, workspaceId: string) {
  return tx
    .selectFrom('import')
    .where('import.workspace_id', '=', workspaceId)
    .select([
      'id',
      'source',
      'kind',
      'file_name as fileName',
      'file_hash as fileHash',
      'state',
      'dry_run as dryRun',
      'request',
      'proposal',
      'mapping',
      'position',
      'counts',
      'remarks',
      'looks_up as looksUp',
      'joined_to as joinedTo',
      'problem',
      'report',
      'cancel_requested_at as cancelRequestedAt',
      'created_by as createdBy',
      'created_at as createdAt',
      'started_at as startedAt',
      'ended_at as endedAt',
    ])
}

export async function findImport(tx: Tx, workspaceId: string, id: string): Promise<ImportRow | undefined> {
  const row = await imports(tx, workspaceId).where('id', '=', id).executeTakeFirst()
  return row as unknown as ImportRow | undefined
}

/** Takes the row that a step of the import is decided on; undefined where there is none. */
export async function lockImport(tx: Tx, workspaceId: string, id: string): Promise<ImportRow | undefined> {
  const row = await imports(tx, workspaceId).where('id', '=', id).forUpdate().executeTakeFirst()
  return row as unknown as ImportRow | undefined
}

/** Those that are not over, the oldest first. */
export async function listUnfinished(tx: Tx, workspaceId: string): Promise<readonly ImportRow[]> {
  const rows = await imports(tx, workspaceId)
    .where('state', 'in', [...unfinished])
    .orderBy('created_at')
    .orderBy('id')
    .limit(100)
    .execute()
  return rows as unknown as readonly ImportRow[]
}

/** A place in the list: when an import was received, in milliseconds, and its id. */
export type ImportPlace = readonly [createdAt: number, id: string]

export interface ImportPage {
  readonly limit: number
  readonly after: ImportPlace | undefined
  readonly before: ImportPlace | undefined
  readonly fromEnd: boolean
}

/** One row more than the page's limit where there are more, newest first. */
export async function listImports(
  tx: Tx,
  workspaceId: string,
  states: readonly ImportState[] | undefined,
  { limit, after, before, fromEnd }: ImportPage,
): Promise<readonly ImportRow[]> {
  const place = ([createdAt, id]: ImportPlace) => sql`(${new Date(createdAt)}::timestamptz, ${id}::uuid)`
  const at = sql`(date_trunc('milliseconds', created_at), id)`
  const rows = await imports(tx, workspaceId)
    .$if(states !== undefined, (query) => query.where('state', 'in', [...(states ?? [])]))
    .$if(after !== undefined, (query) => query.where(sql<boolean>`${at} < ${place(after ?? [0, ''])}`))
    .$if(before !== undefined, (query) => query.where(sql<boolean>`${at} > ${place(before ?? [0, ''])}`))
    .orderBy(sql`date_trunc('milliseconds', created_at)`, fromEnd ? 'asc' : 'desc')
    .orderBy('id', fromEnd ? 'asc' : 'desc')
    .limit(limit + 1)
    .execute()
  return (fromEnd ? rows.toReversed() : rows) as unknown as readonly ImportRow[]
}

/** How many imports are looked back at for what rows are told apart by, beside the first. */
const lookedBack = 20

/**
 * How imports of a source and kind that wrote rows were read, the first before the others: the very first, the last
 * whose key was asked for, and the newest. Erasures have emptied some, which are left out.
 */
export async function listFormerMappings(
  tx: Tx,
  workspaceId: string,
  { source, kind }: { readonly source: string; readonly kind: ImportKind },
): Promise<readonly FormerReading[]> {
  const former = sql`
    select id, created_at, mapping, request -> 'changes' -> 'key' is not null as is_key_chosen from import
    where workspace_id = ${workspaceId}::uuid and source = ${source} and kind = ${kind} and not dry_run
      and mapping -> 'key' is not null
      and (counts ->> 'inserted')::int + (counts ->> 'changed')::int + (counts ->> 'unchanged')::int > 0`
  const { rows } = await sql<FormerReading>`-- listFormerMappings
    select mapping, is_key_chosen as "isKeyChosen" from (
      (${former} order by created_at, id limit 1)
      union (${former} and request -> 'changes' -> 'key' is not null order by created_at desc, id desc limit 1)
      union (${former} order by created_at desc, id desc limit ${lookedBack})
    ) as former order by created_at, id`.execute(tx)
  return rows
}

export type NewImport = Pick<
  ImportRow,
  'id' | 'source' | 'kind' | 'fileName' | 'fileHash' | 'dryRun' | 'request' | 'createdBy' | 'createdAt'
>

export async function insertImport(tx: Tx, workspaceId: string, row: NewImport): Promise<void> {
  await tx
    .insertInto('import')
    .values({
      workspace_id: workspaceId,
      id: row.id,
      source: row.source,
      kind: row.kind,
      file_name: row.fileName,
      file_hash: row.fileHash,
      dry_run: row.dryRun,
      request: JSON.stringify(row.request),
      created_by: row.createdBy,
      created_at: row.createdAt,
    })
    .execute()
}

export type ImportChange = Partial<
  Pick<
    ImportRow,
    | 'state'
    | 'proposal'
    | 'mapping'
    | 'position'
    | 'counts'
    | 'remarks'
    | 'looksUp'
    | 'joinedTo'
    | 'problem'
    | 'report'
    | 'cancelRequestedAt'
    | 'startedAt'
    | 'endedAt'
  >
>

/** Changes what is given of an import. */
export async function updateImport(
  tx: Tx,
  workspaceId: string,
  id: string,
  change: ImportChange,
): Promise<void> {
  const json = (value: unknown) => (value === null ? null : JSON.stringify(value))
  const { looksUp, joinedTo, cancelRequestedAt, startedAt, endedAt, state, position, ...documents } = change
  await tx
    .updateTable('import')
    .set({
      ...Object.fromEntries(Object.entries(documents).map(([key, value]) => [key, json(value)])),
      ...(state === undefined ? {} : { state }),
      ...(position === undefined ? {} : { position }),
      ...(looksUp === undefined ? {} : { looks_up: looksUp }),
      ...(joinedTo === undefined ? {} : { joined_to: joinedTo }),
      ...(cancelRequestedAt === undefined ? {} : { cancel_requested_at: cancelRequestedAt }),
      ...(startedAt === undefined ? {} : { started_at: startedAt }),
      ...(endedAt === undefined ? {} : { ended_at: endedAt }),
    })
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', id)
    .execute()
}

/** The workspaces that have imports which are not over; for a transaction that looks across workspaces. */
export async function findWorkspacesWithImports(tx: Tx): Promise<readonly string[]> {
  const rows = await tx
    .selectFrom('import')
    .select('workspace_id')
    .distinct()
    .where('state', 'in', [...unfinished])
    .execute()
  return rows.map((row) => row.workspace_id)
}

/** An import and its workspace. */
export interface ImportKey {
  readonly workspaceId: string
  readonly id: string
}

/**
 * Which of these imports are over for good: done or cancelled, failed before `failedBefore`, or failed with a file that may
 * tell of somebody who was erased since; across workspaces.
 */
export async function findOver(
  tx: Tx,
  ids: readonly string[],
  failedBefore: Date,
): Promise<{ readonly over: ReadonlySet<string>; readonly known: ReadonlySet<string> }> {
  const { rows } = await sql<{ id: string; over: boolean }>`-- findOver
    select id, state in ('done', 'cancelled') or (state = 'failed' and (ended_at < ${failedBefore} or exists (
      select from erasure where erasure.workspace_id = import.workspace_id and erased_at > import.created_at))) as over
    from import where id = any(${[...ids]}::uuid[])`.execute(tx)
  return {
    known: new Set(rows.map(({ id }) => id)),
    over: new Set(rows.filter(({ over }) => over).map(({ id }) => id)),
  }
}
