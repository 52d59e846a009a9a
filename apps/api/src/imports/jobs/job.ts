import type { OwnConnection } from '@profilkort/database/connect'
import type { ImportKey, ImportRow } from '@profilkort/database/imports/imports.queries'
import type { FileReader } from '../chunks/chunk.ts'
import type { ImportEnvironment } from './environment.ts'

/** An import as it is gone on with. */
export interface Job {
  readonly environment: ImportEnvironment
  /** The connection that holds the workspace's imports. */
  readonly connection: OwnConnection
  readonly key: ImportKey
  readonly row: ImportRow
  /** Opens its file, once. */
  readonly open: () => Promise<FileReader>
  readonly isStopping: () => boolean
}

/** Somebody asked for the import to end. */
export class Cancelled extends Error {
  override readonly name = 'Cancelled'
}

/** The import is not where this server left it, or the server is stopping: whoever has it now goes on. */
export class LeftToOthers extends Error {
  override readonly name = 'LeftToOthers'
}

/** The transaction of a dry run is taken back, with what it found. */
export class TakenBack extends Error {
  override readonly name = 'TakenBack'
}

/**
 * Whether a transaction broke on what another one, or an earlier row of the file, wrote: then rows have to be looked up,
 * or tried again.
 */
export function isConflict(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  // unique_violation, serialization_failure, deadlock_detected, lock_not_available
  return ['23505', '40001', '40P01', '55P03'].includes(String(code))
}
