import { hash } from 'node:crypto'
import type { IncomingMessage, OutgoingHttpHeader, ServerResponse } from 'node:http'
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

/** An answer, and the headers of the question that it depends on. */
interface Kept {
  readonly asked: readonly (string | undefined)[]
  readonly body: Buffer
  readonly etag: string
  /** Names and values in turn, as Node takes them fastest. */
  readonly headers: OutgoingHttpHeader[]
  readonly headersWithoutBody: OutgoingHttpHeader[]
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
/** Answers kept of one address, to different keys, origins and languages. */
const mostOfAddress = 50

/** Fresh for a second, as a publish is seen everywhere within one; a stale one may be shown while it is asked for anew. */
const cacheControl = 'public, max-age=1, stale-while-revalidate=30'

export interface Delivery {
  /** Answers from what is kept, before any framework runs. @returns whether it did */
  readonly serve: (request: IncomingMessage, response: ServerResponse) => boolean
  /** Teaches the server to keep deliverable answers. */
  readonly register: (app: FastifyInstance) => void
}

/**
 * The answers of published content as bytes, by all that they depend on: address, key, origin, languages. One is good
 * while word of changes reaches us and nothing in its workspace has changed since it was read, the key included.
 */
export function openDelivery(changes: Changes, clock: () => Date, isOn = true): Delivery {
  const kept = new LRUCache<string, readonly Kept[]>({
    maxSize: mostBytes,
    sizeCalculation: (answers) => answers.reduce((bytes, { body }) => bytes + body.length + 2048, 0),
  })
  const isGood = ({ workspaceId, readAt, endsAt }: Kept) =>
    changes.isListening &&
    changes.generation(workspaceId) <= readAt &&
    (endsAt === Number.POSITIVE_INFINITY || endsAt > clock().getTime())
  return {
    serve: (request, response) => {
      if (!isOn || request.method !== 'GET') return false
      const found = kept.get(request.url ?? '')?.find(({ asked }) => isAsked(request, asked))
      if (found === undefined || !isGood(found)) return false
      if (isSame(request.headers['if-none-match'], found.etag)) {
        response.writeHead(304, found.headersWithoutBody).end()
      } else response.writeHead(200, found.headers).end(found.body)
      return true
    },
    register: (app) => {
      app.decorateReply('deliverable', undefined)
      app.addHook('onSend', async (request, reply, payload) => {
        const { deliverable } = reply
        const isWhole = typeof payload === 'string' || Buffer.isBuffer(payload)
        if (deliverable === undefined || reply.statusCode !== 200 || !isWhole) return payload
        const body = typeof payload === 'string' ? Buffer.from(payload) : payload
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
    const headers = { ...reply.getHeaders(), 'content-length': body.length }
    const answer: Kept = {
      asked: askedBy(request.raw),
      body,
      etag,
      headers: flat(headers),
      headersWithoutBody: flat({ ...headers, 'content-length': undefined, 'content-type': undefined }),
      workspaceId,
      readAt,
      endsAt: keyExpiresAt?.getTime() ?? Number.POSITIVE_INFINITY,
    }
    const address = request.raw.url ?? ''
    const others = (kept.get(address) ?? []).filter(
      (other) => isGood(other) && !isAsked(request.raw, other.asked),
    )
    kept.set(address, [answer, ...others.slice(0, mostOfAddress - 1)])
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

/** What an answer depends on besides its address; the last two decide whether Apollo takes it for a forged request. */
const dependsOn = [
  'authorization',
  'origin',
  'accept',
  'accept-language',
  'content-type',
  'apollo-require-preflight',
] as const

function askedBy({ headers }: IncomingMessage): Kept['asked'] {
  return dependsOn.map((name) => headers[name] as string | undefined)
}

function isAsked({ headers }: IncomingMessage, asked: Kept['asked']): boolean {
  for (let index = 0; index < dependsOn.length; index++) {
    if (headers[dependsOn[index] ?? ''] !== asked[index]) return false
  }
  return true
}

function etagOf(body: Buffer): string {
  return `"${hash('sha256', body, 'base64url').slice(0, 22)}"`
}

function isSame(asked: string | undefined, etag: string): boolean {
  return asked !== undefined && (asked === etag || asked === '*' || asked.includes(etag))
}

function flat(headers: { readonly [name: string]: OutgoingHttpHeader | undefined }): OutgoingHttpHeader[] {
  return Object.entries(headers).flatMap(([name, value]) => (value === undefined ? [] : [name, value]))
}
