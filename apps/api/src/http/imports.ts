import { createHash, randomUUID } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import multipart from '@fastify/multipart'
import { type Database, inWorkspace } from '@profilkort/database/connect'
import { findWorkspace } from '@profilkort/database/workspaces/workspaces.queries'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { eventStream, HungUp } from '../imports/event-stream.ts'
import type { ImportEvent } from '../imports/events.ts'
import { parseRequest } from '../imports/parse-request.ts'
import { ImportRefused } from '../imports/problem.ts'
import { type ImportRequest, runImport } from '../imports/run-import.ts'
import { may } from '../keys/actions.ts'
import { Refused } from '../keys/refused.ts'
import type { Viewer } from '../keys/viewer.ts'

export interface ImportsOptions {
  readonly db: Database
  readonly clock: () => Date
  readonly authenticate: (request: FastifyRequest) => Promise<Viewer>
}

const largestFile = 1024 ** 3
/** How long a file may take to come in and be imported, in milliseconds. */
const patience = 30 * 60_000

/**
 * `POST /v1/imports`, multipart/form-data: a field `request` (JSON, see `parseRequest`), then `file`. Answers with
 * NDJSON: what was recognised, the mapping, progress, each row that cannot be taken, and the report or `failed`.
 * Whoever hangs up before the report has imported nothing. Needs a secret key or a session.
 */
export async function registerImports(app: FastifyInstance, options: ImportsOptions): Promise<void> {
  await app.register(multipart, {
    limits: { fileSize: largestFile, files: 1, fields: 1, fieldSize: 256 * 1024 },
  })
  app.post('/v1/imports', { bodyLimit: largestFile, handlerTimeout: patience }, async (request, reply) => {
    request.raw.socket.setTimeout(patience)
    const viewer = await options.authenticate(request)
    if (viewer.kind === 'anonymous') {
      throw new Refused(
        'UNAUTHENTICATED',
        'An import needs a key: send `Authorization: Bearer <secret key>`.',
      )
    }
    if (!may(viewer, 'customer:import'))
      throw new Refused('FORBIDDEN', 'This key may not import. Use a secret key from a server.')
    const file = path.join(os.tmpdir(), `profilkort-import-${randomUUID()}`)
    try {
      const received = await receive(request, file)
      const workspace = await inWorkspace(options.db, viewer.workspaceId, (tx) =>
        findWorkspace(tx, viewer.workspaceId),
      )
      const asked: ImportRequest = {
        ...parseRequest(received.request, workspace?.currency ?? 'NOK'),
        workspaceId: viewer.workspaceId,
        fileHash: received.fileHash,
        actor: viewer.actor,
      }
      const { stream, tell } = eventStream()
      void runImport(options.db, file, asked, options.clock(), tell)
        .catch((error: unknown) => (error instanceof HungUp ? undefined : tell(toFailure(error, request))))
        .catch((error: unknown) => request.log.info({ err: error }, 'nobody hears how an import ended'))
        .finally(async () => {
          stream.end()
          await rm(file, { force: true })
        })
      return reply.type('application/x-ndjson; charset=utf-8').send(stream)
    } catch (error) {
      await rm(file, { force: true })
      if (error instanceof ImportRefused) {
        return reply.code(400).send({ error: { code: error.code, message: error.message } })
      }
      throw error
    }
  })
}

/** Takes the file in to disk, whatever its size, with its hash. */
async function receive(request: FastifyRequest, file: string) {
  if (!request.isMultipart()) {
    throw new ImportRefused(
      'NOT_MULTIPART',
      'Send multipart/form-data with a field `request` (JSON) and then a `file`.',
    )
  }
  let asked: unknown
  let fileHash: string | undefined
  for await (const part of request.parts()) {
    if (part.type === 'file') {
      const hash = createHash('sha256')
      const hashing = new Transform({
        transform(chunk, _encoding, done) {
          hash.update(chunk)
          done(null, chunk)
        },
      })
      await pipeline(part.file, hashing, createWriteStream(file))
      if (part.file.truncated)
        throw new ImportRefused('TOO_LARGE', 'The file is larger than 1 GB. Split it and import the parts.')
      fileHash = hash.digest('hex')
    } else if (part.fieldname === 'request') asked = part.value
  }
  if (fileHash === undefined) throw new ImportRefused('NO_FILE', 'The request has no `file`.')
  return { request: asked, fileHash }
}

function toFailure(error: unknown, request: FastifyRequest): ImportEvent {
  if (error instanceof ImportRefused) return { type: 'failed', code: error.code, message: error.message }
  const id = randomUUID()
  request.log.error({ id, err: error }, 'an import failed')
  return {
    type: 'failed',
    code: 'INTERNAL_SERVER_ERROR',
    message: `Something went wrong on our side; nothing was imported. Tell whoever runs this server the id ${id}.`,
  }
}
