import { createHash, randomUUIDv7 } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { type Readable, Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { inWorkspace } from '@profilkort/database/connect'
import { type ImportKey, insertImport } from '@profilkort/database/imports/imports.queries'
import type { ImportRequest } from '../import-request.ts'
import type { ImportEnvironment } from './environment.ts'
import type { ImportFiles } from './import-files.ts'

/** A file that has come in whole. */
export interface ReceivedFile {
  readonly id: string
  /** SHA-256, lower-case hex. */
  readonly hash: string
}

/** Takes a file in to disk, whatever its size. It is not kept until `keepImport`. */
export async function receiveFile(files: ImportFiles, content: Readable): Promise<ReceivedFile> {
  const id = randomUUIDv7()
  const hash = createHash('sha256')
  const hashing = new Transform({
    transform(chunk, _encoding, done) {
      hash.update(chunk)
      done(null, chunk)
    },
  })
  try {
    // Flushed to disk: what is accepted is there after a crash.
    await pipeline(content, hashing, createWriteStream(files.incoming(id), { flush: true, mode: 0o600 }))
  } catch (error) {
    await files.remove(id)
    throw error
  }
  return { id, hash: hash.digest('hex') }
}

/** Makes an import of a file that has come in: from here on it is run, come what may. */
export async function keepImport(
  { db, files, clock }: ImportEnvironment,
  workspaceId: string,
  by: string,
  file: ReceivedFile,
  { kind, source, fileName, dryRun, ...wishes }: ImportRequest,
): Promise<ImportKey> {
  const { id, hash: fileHash } = file
  await files.keep(id)
  const row = { id, kind, source, fileName, fileHash, dryRun, createdBy: by, createdAt: clock() }
  await inWorkspace(db, workspaceId, (tx) => insertImport(tx, workspaceId, { ...row, request: wishes }))
  return { workspaceId, id }
}
