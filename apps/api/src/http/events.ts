import { promisify } from 'node:util'
import { gunzip } from 'node:zlib'
import type { Database } from '@profilkort/database/connect'
import { inWorkspace } from '@profilkort/database/connect'
import { listInteractionTypes } from '@profilkort/database/interactions/interaction-types.queries'
import { type MessageType, messageLimits } from '@profilkort/domain/interactions/interaction'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Changes } from '../delivery/changes.ts'
import { recallWhileUnchanged } from '../delivery/recall.ts'
import { eventSender, writeKeyOf } from '../interactions/event-sender.ts'
import type { Intake } from '../interactions/intake.ts'
import { NotReadable, parseBody, type RefusedMessage, readBatch } from '../interactions/read-batch.ts'
import type { Presented } from '../keys/authenticate.ts'
import type { Viewer } from '../keys/viewer.ts'

export interface EventsOptions {
  readonly db: Database
  readonly changes: Changes
  readonly intake: Intake
  readonly clock: () => Date
  readonly authenticate: (presented: Presented) => Promise<Viewer>
}

/** The addresses of RudderStack's clients and Segment's of servers; Segment's of browsers call them by their first letters. */
const calls: { readonly [name: string]: MessageType | 'batch' } = {
  track: 'track',
  identify: 'identify',
  group: 'group',
  page: 'page',
  screen: 'screen',
  alias: 'alias',
  batch: 'batch',
}
const unpack = promisify(gunzip)

/**
 * `POST /v1/track|identify|group|page|screen|alias|batch` (and `/v1/t` … `/v1/b`, and Jitsu's `/api/s/…`): events as
 * the clients of Segment, RudderStack and Jitsu send them. Answered when they are kept for good. Those of a batch that
 * cannot be taken are named with the reason, and the others are taken.
 */
export async function registerEvents(app: FastifyInstance, options: EventsOptions): Promise<void> {
  const { db, changes, intake, clock } = options
  const types = recallWhileUnchanged<Types>(changes, 1000)
  const typesOf = async (workspaceId: string): Promise<Types> => {
    const read = async () =>
      new Map(
        (await inWorkspace(db, workspaceId, (tx) => listInteractionTypes(tx, workspaceId))).map((each) => [
          each.name,
          each,
        ]),
      )
    return (await types(workspaceId, 'interactionTypes', read)) ?? new Map()
  }

  async function receive(request: FastifyRequest, reply: FastifyReply, type: MessageType | 'batch') {
    const receivedAt = clock()
    const content = await contentOf(request)
    const parsed = parseBody(content)
    const viewer = await options.authenticate({
      authorization: writeKeyOf(request.headers, parsed.body),
      origin: request.headers.origin,
      // Never by cookie: another page could send events as whoever is signed in.
      sessionCookie: undefined,
    })
    const sender = eventSender(viewer)
    const { messages, refused } = readBatch(
      parsed,
      type,
      await typesOf(sender.workspaceId),
      receivedAt.getTime(),
    )
    // More may have come in while this was read.
    if (intake.isFull()) return shed(reply)
    if (messages.length > 0) await intake.take(sender, messages, content.length, receivedAt)
    return refused.length === 0
      ? reply.send({ success: true })
      : reply.code(400).send(problems(messages.length, refused))
  }

  await app.register(async (events) => {
    events.removeAllContentTypeParsers()
    // Clients send JSON by any name: RudderStack's as a form, Segment's of browsers as plain text.
    events.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body))
    events.addHook('onRequest', async (_request, reply) => {
      if (intake.isFull()) return shed(reply)
    })
    events.setErrorHandler((error, request, reply) => {
      if (willPass(error)) return shed(reply)
      if (!(error instanceof NotReadable)) return app.errorHandler(error as never, request, reply)
      return reply.code(400).send({ success: false, error: { code: 'NOT_READABLE', message: error.message } })
    })
    const bodyLimit = messageLimits.requestBytes
    for (const [name, type] of Object.entries(calls)) {
      for (const url of [`/v1/${name}`, `/v1/${name[0]}`, `/api/s/${name}`, `/api/s/s2s/${name}`])
        events.post(url, { bodyLimit }, (request, reply) => receive(request, reply, type))
    }
  })
}

type Types = ReadonlyMap<string, Awaited<ReturnType<typeof listInteractionTypes>>[number]>

async function contentOf({ body, headers }: FastifyRequest): Promise<Buffer> {
  const content = Buffer.isBuffer(body) ? body : Buffer.alloc(0)
  const encoding = headers['content-encoding'] ?? 'identity'
  if (encoding === 'identity') return content
  if (encoding !== 'gzip')
    throw new NotReadable(`The body is encoded as ${encoding}. Send it as gzip, or as it is.`)
  try {
    return await unpack(content, { maxOutputLength: messageLimits.requestBytes })
  } catch (error) {
    const why =
      error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE'
        ? 'is too large'
        : 'cannot be unpacked'
    throw new NotReadable(
      `The gzip body ${why}; unpacked, at most ${messageLimits.requestBytes / 1024} kB are taken.`,
    )
  }
}

function problems(accepted: number, refused: readonly RefusedMessage[]) {
  const [first] = refused
  const others = refused.length > 1 ? ` So it is with ${refused.length - 1} more.` : ''
  return {
    success: false,
    accepted,
    error: {
      code: 'BAD_MESSAGES',
      message: `Message ${first?.index} (${first?.messageId ?? 'without an id'}) cannot be taken: ${first?.message}${others}`,
    },
    errors: refused,
  }
}

function shed(reply: FastifyReply) {
  const message = 'More events come in than can be written at the moment. Send them again in a second.'
  return reply
    .code(503)
    .header('retry-after', '1')
    .send({ success: false, error: { code: 'OVERLOADED', message } })
}

/** Whether PostgreSQL was only too busy: a lock, a deadlock, a time-out or its resources. */
function willPass(error: unknown): boolean {
  const code = typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : ''
  return /^(?:55P03|40P01|40001|57014|53)/.test(code)
}
