import { Readable } from 'node:stream'
import multipart from '@fastify/multipart'
import { inWorkspace } from '@profilkort/database/connect'
import { findWorkspace } from '@profilkort/database/workspaces/workspaces.queries'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { ImportEnvironment } from '../imports/jobs/environment.ts'
import { followImport, heardNothing } from '../imports/jobs/follow.ts'
import type { ImportFiles } from '../imports/jobs/import-files.ts'
import { keepImport, type ReceivedFile, receiveFile } from '../imports/jobs/receive-import.ts'
import type { ImportRunner } from '../imports/jobs/runner.ts'
import { parseRequest } from '../imports/parse-request.ts'
import { ImportRefused } from '../imports/problem.ts'
import type { Insider, Viewer } from '../keys/viewer.ts'
import { admit } from './admit.ts'

export interface ImportsOptions extends ImportEnvironment {
  readonly runner: ImportRunner
  readonly authenticate: (request: FastifyRequest) => Promise<Viewer>
}

const largestFile = 1024 ** 3
/** How long a file may take to come in and be imported, in milliseconds. */
const patience = 30 * 60_000

/**
 * `POST /v1/imports`, multipart/form-data: a field `request` (JSON, see `parseRequest`), then `file`. Answers with
 * NDJSON: the import's id, what was recognised, the mapping, progress, each row that cannot be taken, and the report or
 * `failed`. Whoever hangs up once it has an id does not stop it. Needs a secret key or a session.
 */
export async function registerImports(app: FastifyInstance, options: ImportsOptions): Promise<void> {
  await app.register(multipart, {
    limits: { fileSize: largestFile, files: 1, fields: 1, fieldSize: 256 * 1024 },
  })
  app.post('/v1/imports', { bodyLimit: largestFile, handlerTimeout: patience }, async (request, reply) => {
    request.raw.socket.setTimeout(patience)
    const viewer = admit(await options.authenticate(request), 'customer:import', 'An import')
    try {
      const key = await take(request, viewer, options)
      options.runner.wake(key.workspaceId)
      const hungUp = new AbortController()
      reply.raw.once('close', () => hungUp.abort())
      const lines = followImport(options.db, key, heardNothing, hungUp.signal)
      return reply
        .type('application/x-ndjson; charset=utf-8')
        .send(Readable.from(ndjson(lines), { objectMode: false }))
    } catch (error) {
      if (error instanceof ImportRefused) {
        return reply.code(400).send({ error: { code: error.code, message: error.message } })
      }
      throw error
    }
  })
}

async function* ndjson(events: ReturnType<typeof followImport>): AsyncGenerator<string> {
  for await (const { event } of events) yield `${JSON.stringify(event)}\n`
}

/** Makes an import of a request, once its file has come in whole. */
async function take(request: FastifyRequest, viewer: Insider, options: ImportsOptions) {
  const { workspaceId, actor } = viewer
  const received = await receive(request, options.files)
  try {
    const workspace = await inWorkspace(options.db, workspaceId, (tx) => findWorkspace(tx, workspaceId))
    const asked = parseRequest(received.asked, workspace?.currency ?? 'NOK')
    return await keepImport(options, workspaceId, actor, received.file, asked)
  } catch (error) {
    await options.files.remove(received.file.id)
    throw error
  }
}

async function receive(request: FastifyRequest, files: ImportFiles) {
  if (!request.isMultipart()) {
    throw new ImportRefused(
      'NOT_MULTIPART',
      'Send multipart/form-data with a field `request` (JSON) and then a `file`.',
    )
  }
  let asked: unknown
  let file: ReceivedFile | undefined
  for await (const part of request.parts()) {
    if (part.type === 'file') {
      file = await receiveFile(files, part.file)
      if (!part.file.truncated) continue
      await files.remove(file.id)
      throw new ImportRefused('TOO_LARGE', 'The file is larger than 1 GB. Split it and import the parts.')
    }
    if (part.fieldname === 'request') asked = part.value
  }
  if (file === undefined) throw new ImportRefused('NO_FILE', 'The request has no `file`.')
  return { asked, file }
}
