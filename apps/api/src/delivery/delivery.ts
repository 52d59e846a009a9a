import { createHash } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { LRUCache } from 'lru-cache'
import type { Changes } from './changes.ts'

/** What makes an answer one that any cache may keep. */
export interface Deliverable {
  readonly workspaceId: string
  /** `changes.now()` before anything of the answer was read, the key included. */
  readonly readAt: number
  /** When the key it was asked with ends by itself. */
  readonly keyExpiresAt: Date | null
  /** What is in it, for caches that are told to forget by name. */
  readonly surrogateKeys: Iterable<string>
  /** What names exactly this answer, where it is known already. */
  readonly etag?: string
}

interface Kept {
  readonly body: Buffer
  readonly etag: string
  readonly headers: { readonly [name: string]: string | number | readonly string[] }
  readonly workspaceId: string
  readonly readAt: number
  readonly endsAt: number
}

declare module 'fastify' {
  interface FastifyReply {
    /** Set by a route whose answer is the same for everybody with the same key and languages. */
    deliverable: Deliverable | undefined
  }
}

/** Bytes of answers that are kept at most. */
const mostBytes = 32 * 2 ** 20

/** Fresh for a second, as a publish is seen everywhere within one; a stale one may be shown while it is asked for anew. */
const cacheControl = 'public, max-age=1, stale-while-revalidate=30'

export interface Delivery {
  /** Answers from what is kept, before any framework runs. @returns whether it did */
  readonly serve: (request: IncomingMessage, response: ServerResponse) => boolean
  /** Teaches the server to keep deliverable answers. */
  readonly register: (app: FastifyInstance) => void
}

/**
 * The answers of published content as bytes, by all that they depend on: key, origin, languages, address. One is good
 * while word of changes reaches us and nothing in its workspace has changed since it was read, the key included.
 */
export function openDelivery(changes: Changes, clock: () => Date, isOn = true): Delivery {
  const kept = new LRUCache<string, Kept>({
    maxSize: mostBytes,
    sizeCalculation: ({ body }) => body.length + 1024,
  })
  return {
    serve: (request, response) => {
      if (request.method !== 'GET' || !isOn) return false
      const key = keyOf(request)
      const found = kept.get(key)
      if (found === undefined) return false
      const isGood =
        changes.isListening &&
        changes.generation(found.workspaceId) <= found.readAt &&
        found.endsAt > clock().getTime()
      if (!isGood) {
        kept.delete(key)
        return false
      }
      if (isSame(request.headers['if-none-match'], found.etag)) {
        response.writeHead(304, withoutBody(found.headers)).end()
      } else response.writeHead(200, found.headers as { [name: string]: string }).end(found.body)
      return true
    },
    register: (app) => {
      app.decorateReply('deliverable', undefined)
      app.addHook('onSend', async (request, reply, payload) => {
        const { deliverable } = reply
        if (deliverable === undefined || reply.statusCode !== 200 || typeof payload !== 'string')
          return payload
        const body = Buffer.from(payload)
        const etag = deliverable.etag ?? etagOf(body)
        reply.headers(deliveryHeaders(deliverable, etag))
        if (isOn && changes.isListening) keep(request, reply, deliverable, body, etag)
        if (!isSame(request.headers['if-none-match'], etag)) return body
        reply.code(304)
        return ''
      })
    },
  }

  function keep(
    request: FastifyRequest,
    reply: FastifyReply,
    { workspaceId, readAt, keyExpiresAt }: Deliverable,
    body: Buffer,
    etag: string,
  ): void {
    const headers = { ...reply.getHeaders(), 'content-length': body.length } as Kept['headers']
    const endsAt = keyExpiresAt?.getTime() ?? Number.POSITIVE_INFINITY
    kept.set(keyOf(request.raw), { body, etag, headers, workspaceId, readAt, endsAt })
  }
}

function deliveryHeaders({ surrogateKeys }: Deliverable, etag: string) {
  return {
    'cache-control': cacheControl,
    vary: 'Authorization, Origin, Accept, Accept-Language',
    etag,
    'surrogate-key': [...surrogateKeys].join(' '),
  }
}

/** All that an answer depends on. */
function keyOf({ url, headers }: IncomingMessage): string {
  const { authorization, origin, accept } = headers
  return `${authorization ?? ''}\n${origin ?? ''}\n${accept ?? ''}\n${headers['accept-language'] ?? ''}\n${headers['content-type'] ?? ''}\n${hasPreflight(headers)}\n${url}`
}

/** Apollo refuses a plain GET against forgery of requests; whether it would is part of the question. */
function hasPreflight(headers: IncomingMessage['headers']): boolean {
  return headers['apollo-require-preflight'] !== undefined || headers['x-apollo-operation-name'] !== undefined
}

function etagOf(body: Buffer): string {
  return `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`
}

function isSame(asked: string | undefined, etag: string): boolean {
  return asked !== undefined && (asked === etag || asked === '*' || asked.includes(etag))
}

function withoutBody(headers: Kept['headers']) {
  const { 'content-length': _length, 'content-type': _type, ...rest } = headers
  return rest as { [name: string]: string }
}
