import { Kysely, PostgresDialect, type RawBuilder, sql, type Transaction } from 'kysely'
import pg from 'pg'
import type { DB } from './database.generated.ts'

/** The database: Kysely, and the pool beneath it for the few prepared statements that are read at the speed of a file. */
export type Database = Kysely<DB> & { readonly pool: pg.Pool }
/** A transaction that sees one workspace; all queries take one. */
export type Tx = Transaction<DB>

const seconds = 1000

/** Dates stay `2017-03-01`; amounts and counts become numbers, which hold them exactly up to 2^53. */
const parsers = {
  getTypeParser(oid: Parameters<typeof pg.types.getTypeParser>[0], format?: 'text' | 'binary') {
    const { DATE, INT8, NUMERIC } = pg.types.builtins
    if (oid === DATE) return (text: string) => text
    if (oid === INT8 || oid === NUMERIC) return Number
    return pg.types.getTypeParser(oid, format)
  },
}

export interface ConnectOptions {
  readonly connectionString: string
  /** At most this many connections; 10 when not given. */
  readonly connections?: number
  /** Told of a connection that broke while idle; the pool replaces it. */
  readonly onIdleError?: (error: Error) => void
}

/** A pool of connections with the time-outs set that keep one slow caller from stopping all others. */
export function connect({ connectionString, connections = 10, onIdleError }: ConnectOptions): Database {
  const pool = new pg.Pool({
    connectionString,
    max: connections,
    connectionTimeoutMillis: 5 * seconds,
    statement_timeout: 30 * seconds,
    lock_timeout: 10 * seconds,
    idle_in_transaction_session_timeout: 60 * seconds,
    application_name: 'profilkort',
    types: parsers,
  })
  pool.on('error', (error) => onIdleError?.(error))
  // A connection that breaks while somebody has it tells so by what was asked of it; told to nobody, it would end the
  // process.
  pool.on('connect', (client) => client.on('error', () => undefined))
  return Object.assign(new Kysely<DB>({ dialect: new PostgresDialect({ pool }) }), { pool })
}

/** A few connections of their own to the same database, for what must not wait behind everybody else. */
export function connectBeside(db: Database, connections: number): Database {
  const { connectionString } = db.pool.options
  if (connectionString === undefined)
    throw new Error('The database was connected to without a connection string')
  return connect({ connectionString, connections })
}

/**
 * Runs `work` in a transaction that sees the given workspace and no other: row-level security answers
 * nothing where a query forgot its `where`.
 */
export function inWorkspace<Answer>(
  db: Database,
  workspaceId: string,
  work: (tx: Tx) => Promise<Answer>,
): Promise<Answer> {
  return db.transaction().execute(async (tx) => {
    await enterWorkspace(tx, workspaceId)
    return work(tx)
  })
}

/** A connection of one's own: for what is copied in, held or kept between transactions. */
export interface OwnConnection {
  /** Runs `work` in a transaction that sees the given workspace, with the connection itself for what is streamed. */
  readonly inWorkspace: <Answer>(
    workspaceId: string,
    work: (tx: Tx, client: pg.ClientBase) => Promise<Answer>,
  ) => Promise<Answer>
  readonly client: pg.ClientBase
}

/** Runs `work` with one connection of the pool. */
export async function withConnection<Answer>(
  db: Database,
  work: (connection: OwnConnection) => Promise<Answer>,
): Promise<Answer> {
  const client = await db.pool.connect()
  const lent = { query: client.query.bind(client), release: () => undefined }
  const pool = { connect: async () => lent, end: async () => undefined }
  const own = new Kysely<DB>({ dialect: new PostgresDialect({ pool: pool as unknown as pg.Pool }) })
  try {
    return await work({
      client,
      inWorkspace: (workspaceId, run) =>
        own.transaction().execute(async (tx) => {
          await enterWorkspace(tx, workspaceId)
          return run(tx, client)
        }),
    })
  } finally {
    client.release()
  }
}

async function enterWorkspace(tx: Tx, workspaceId: string): Promise<void> {
  await sql`select set_config('profilkort.workspace', ${workspaceId}, true)`.execute(tx)
}

/**
 * Runs `work` in a transaction that sees one workspace as it is at one instant, whatever is committed meanwhile, and
 * that may take its time. Nothing can be changed in it.
 */
export function inSnapshot<Answer>(
  db: Database,
  workspaceId: string,
  work: (tx: Tx) => Promise<Answer>,
): Promise<Answer> {
  return db
    .transaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute(async (tx) => {
      await sql`select set_config('profilkort.workspace', ${workspaceId}, true),
        set_config('statement_timeout', '0', true)`.execute(tx)
      return work(tx)
    })
}

/**
 * Runs a statement that names its workspace itself, prepared and without a transaction around it: it begins with
 * `${seenWorkspace(workspaceId)}` and finds the workspace's id as `seen.workspace_id`.
 * @param name of statements with the same text
 */
export async function readPrepared<Row extends object>(
  db: Database,
  name: string,
  statement: RawBuilder<Row>,
): Promise<readonly Row[]> {
  const { sql: text, parameters } = statement.compile(db)
  const { rows } = await db.pool.query<Row>({ name, text, values: [...parameters] })
  return rows
}

/** The first common table expression of a statement that names its workspace itself, so that row-level security holds. */
export function seenWorkspace(workspaceId: string): RawBuilder<unknown> {
  return sql`seen as materialized (select set_config('profilkort.workspace', ${workspaceId}, true)::uuid as workspace_id)`
}

/**
 * Runs `work` in a transaction that sees, of all workspaces, which there are, their releases, imports and what else is
 * due anywhere: for the worker. Nothing can be changed in it.
 */
export function acrossWorkspaces<Answer>(db: Database, work: (tx: Tx) => Promise<Answer>): Promise<Answer> {
  return db
    .transaction()
    .setAccessMode('read only')
    .execute(async (tx) => {
      await sql`select set_config('profilkort.across_workspaces', 'on', true)`.execute(tx)
      return work(tx)
    })
}

/** Throws when the connection's role is above row-level security, which would open every wall. */
export async function refuseUnwalledRole(db: Database): Promise<void> {
  const { rows } = await sql<{ name: string }>`
    -- refuseUnwalledRole
    select rolname as name from pg_roles where rolname = current_user and (rolsuper or rolbypassrls)`.execute(
    db,
  )
  const [role] = rows
  if (role === undefined) return
  throw new Error(
    `DATABASE_URL connects as "${role.name}", for whom PostgreSQL does not check row-level security. ` +
      'Make an ordinary role that owns the database and use that one: ' +
      "create role profilkort login password '…'; create database profilkort owner profilkort;",
  )
}
