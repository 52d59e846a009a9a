import { type Database, inWorkspace } from '@profilkort/database/connect'
import { findFile, insertFile } from '@profilkort/database/pictures/pictures.queries'

/** Which file of which picture. */
export interface FileName {
  readonly workspaceId: string
  readonly hash: string
  readonly variant: string
}

/** Where the files of pictures are kept. What is kept under a name never changes. */
export interface PictureStore {
  readonly get: (name: FileName) => Promise<Buffer | undefined>
  readonly put: (name: FileName, content: Buffer, type: string) => Promise<void>
  /** Takes all files of a picture away. */
  readonly remove: (name: Omit<FileName, 'variant'>) => Promise<void>
}

/** Keeps files beside all other data, so that one back-up has everything. */
export function postgresStore(db: Database): PictureStore {
  return {
    get: ({ workspaceId, hash, variant }) =>
      inWorkspace(db, workspaceId, (tx) => findFile(tx, workspaceId, hash, variant)),
    put: ({ workspaceId, hash, variant }, content) =>
      inWorkspace(db, workspaceId, (tx) => insertFile(tx, workspaceId, { hash, variant, content })),
    // They go with the picture's row.
    remove: async () => undefined,
  }
}
