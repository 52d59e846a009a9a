import { Readable } from 'node:stream'
import { inWorkspace } from '@profilkort/database/connect'
import { findImport, type ImportKey } from '@profilkort/database/imports/imports.queries'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { readGlobalId } from '../graphql/global-id.ts'
import { followImport, type Heard, heardNothing } from '../imports/jobs/follow.ts'
import { writeRejects } from '../imports/write-rejects.ts'
import { admit } from './admit.ts'
import type { ImportsOptions } from './imports.ts'

/** How long somebody may listen, in milliseconds; a client that wants more connects again from where it was. */
const longest = 30 * 60_000

/**
 * `GET /v1/imports/{id}/events`: how an import goes, as server-sent events, from the beginning or from `Last-Event-ID`.
 * `GET /v1/imports/{id}/rejects.csv`: the rows that could not be taken, with why in a last column.
 */
export function registerImportEvents(app: FastifyInstance, options: ImportsOptions): void {
  app.get('/v1/imports/:id/events', { handlerTimeout: longest }, async (request, reply) => {
    const key = await find(request, options)
    if (key === undefined) return unknown(reply)
    request.raw.socket.setTimeout(longest)
    const hungUp = new AbortController()
    reply.raw.once('close', () => hungUp.abort())
    const heard = readHeard(request.headers['last-event-id'])
    return reply
      .headers({ 'cache-control': 'no-store', 'x-accel-buffering': 'no' })
      .type('text/event-stream; charset=utf-8')
      .send(
        Readable.from(sentEvents(followImport(options.db, key, heard, hungUp.signal)), { objectMode: false }),
      )
  })
  app.get('/v1/imports/:id/rejects.csv', { handlerTimeout: longest }, async (request, reply) => {
    const key = await find(request, options)
    const row =
      key && (await inWorkspace(options.db, key.workspaceId, (tx) => findImport(tx, key.workspaceId, key.id)))
    if (key === undefined || row === undefined) return unknown(reply)
    return reply
      .headers({
        'cache-control': 'no-store',
        'content-disposition': 'attachment; filename="rejects.csv"',
      })
      .type('text/csv')
      .send(Readable.from(writeRejects(options.db, key, row), { objectMode: false }))
  })
}

async function find(request: FastifyRequest, options: ImportsOptions): Promise<ImportKey | undefined> {
  const viewer = admit(await options.authenticate(request), 'customer:import', 'An import')
  const { workspaceId } = viewer
  const named = readGlobalId((request.params as { readonly id: string }).id)
  if (named?.typename !== 'Import') return undefined
  const row = await inWorkspace(options.db, workspaceId, (tx) => findImport(tx, workspaceId, named.id))
  return row && { workspaceId, id: row.id }
}

function unknown(reply: FastifyReply): FastifyReply {
  const message = 'There is no such import here, or it may not be seen with this key.'
  return reply.code(404).send({ error: { code: 'NOT_FOUND', message } })
}

async function* sentEvents(events: ReturnType<typeof followImport>): AsyncGenerator<string> {
  for await (const { event, heard } of events) {
    const id = `${heard.once}.${heard.line}.${heard.rows}`
    yield `id: ${id}\nevent: ${event.type}\ndata: ${JSON.stringify(event)}\n\n`
  }
}

/** From the beginning where a client names what is no event of ours. */
function readHeard(id: string | string[] | undefined): Heard {
  const [, once, line, rows] = /^(\d)\.(\d{1,10})\.(-?\d{1,10})$/.exec(String(id ?? '')) ?? []
  return once === undefined ? heardNothing : { once: Number(once), line: Number(line), rows: Number(rows) }
}
