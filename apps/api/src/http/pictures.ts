import { hash } from 'node:crypto'
import type { Database } from '@profilkort/database/connect'
import { avatarSvg } from '@profilkort/domain/pictures/avatar'
import { pictureLimits, picturePath } from '@profilkort/domain/pictures/picture'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { insider } from '../graphql/context.ts'
import { isUuid } from '../graphql/global-id.ts'
import { ProblemError } from '../graphql/problems.ts'
import { may } from '../keys/actions.ts'
import { Refused } from '../keys/refused.ts'
import type { Viewer } from '../keys/viewer.ts'
import { receivePicture } from '../pictures/receive-picture.ts'
import type { PictureStore } from '../pictures/store.ts'
import { openVariants, type ServedFile } from '../pictures/variants.ts'

export interface PicturesOptions {
  readonly db: Database
  readonly store: PictureStore
  readonly clock: () => Date
  readonly authenticate: (request: FastifyRequest) => Promise<Viewer>
}

/**
 * `POST /v1/pictures`, multipart/form-data with a `file`, takes a picture in. `GET /pictures/<workspace>/<hash>/<variant>`
 * serves it in a size, and `GET /avatars/<seed>.svg?name=…` initials for who has none. These two need no key: the
 * address names the content, so who knows it has seen it, and what is there never changes.
 */
export function registerPictures(
  app: FastifyInstance,
  { db, store, clock, authenticate }: PicturesOptions,
): void {
  const findVariant = openVariants(db, store)
  app.post('/v1/pictures', { bodyLimit: pictureLimits.bytes + 64 * 1024 }, async (request, reply) => {
    const viewer = await authenticate(request)
    if (viewer.kind === 'anonymous')
      throw new Refused(
        'UNAUTHENTICATED',
        'A picture needs a key: send `Authorization: Bearer <secret key>`.',
      )
    if (!may(viewer, 'picture:write'))
      throw new Refused(
        'FORBIDDEN',
        'This may not send pictures. It needs `picture:write`: a key with `content:write`.',
      )
    try {
      const picture = await receivePicture(
        { db, store, now: clock() },
        insider(viewer),
        await receive(request),
      )
      const { hash, type, width, height, bytes, colour } = picture
      const path = picturePath(insider(viewer).workspaceId, hash, { kind: 'original' })
      return reply.code(201).send({ hash, type, width, height, bytes, colour, path })
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error
      return reply.code(400).send({ error: { code: 'NOT_A_PICTURE', message: error.message } })
    }
  })
  app.get<{ Params: { workspaceId: string; hash: string; variant: string } }>(
    '/pictures/:workspaceId/:hash/:variant',
    async (request, reply) => {
      const { workspaceId, hash, variant } = request.params
      const isAddress = isUuid(workspaceId) && /^[0-9a-f]{64}$/.test(hash)
      const file = isAddress ? await findVariant(workspaceId, hash, variant) : undefined
      if (file === undefined) return reply.callNotFound()
      return sendForGood(request, reply, `"${hash.slice(0, 32)}-${variant}"`, file)
    },
  )
  app.get<{ Params: { seed: string }; Querystring: { name?: string | string[] } }>(
    '/avatars/:seed.svg',
    (request, reply) => {
      const [name = ''] = [request.query.name ?? []].flat()
      const content = Buffer.from(avatarSvg(name.slice(0, 200), request.params.seed))
      const etag = `"${hash('sha256', content, 'hex').slice(0, 32)}"`
      return sendForGood(request, reply, etag, { content, type: 'image/svg+xml; charset=utf-8' })
    },
  )
}

/** Sends what never changes and runs nothing; who has it already is told so. */
function sendForGood(
  request: FastifyRequest,
  reply: FastifyReply,
  etag: string,
  { content, type }: ServedFile,
): FastifyReply {
  reply
    .header('cache-control', 'public, max-age=31536000, immutable')
    .header('etag', etag)
    .header('cross-origin-resource-policy', 'cross-origin')
    .header('content-security-policy', "default-src 'none'; style-src 'unsafe-inline'; sandbox")
    .header('content-disposition', 'inline')
  if (request.headers['if-none-match'] === etag) return reply.code(304).send()
  return reply.type(type).send(content)
}

async function receive(request: FastifyRequest): Promise<Buffer> {
  const wanted = 'Send multipart/form-data with a `file`.'
  if (!request.isMultipart()) throw new PictureMissing(wanted)
  const limits = { fileSize: pictureLimits.bytes, files: 1, fields: 5 }
  const part = await readForm(() => request.file({ limits, throwFileSizeLimit: false }))
  if (part === undefined) throw new PictureMissing(wanted)
  const content = await readForm(() => part.toBuffer())
  if (!part.file.truncated) return content
  throw new PictureMissing(
    `The file is larger than ${pictureLimits.bytes / 1024 / 1024} MB. Make it smaller first.`,
  )
}

/** A form that is cut off or has no boundary is the sender's, not a bug. */
async function readForm<Answer>(read: () => Promise<Answer>): Promise<Answer> {
  try {
    return await read()
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    throw new PictureMissing(`The form could not be read: ${why}. Send it again, as multipart/form-data.`)
  }
}

class PictureMissing extends ProblemError {}
