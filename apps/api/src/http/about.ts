import type { Database } from '@profilkort/database/connect'
import { isLocale } from '@profilkort/domain/locales/locale'
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { makeContext } from '../graphql/context.ts'
import { readGlobalId } from '../graphql/global-id.ts'
import { localeChain } from '../graphql/locales.schema.ts'
import { Forbidden, InvalidInput, NotFound } from '../graphql/problems.ts'
import { Refused } from '../keys/refused.ts'
import type { Viewer } from '../keys/viewer.ts'
import { readAbout } from '../personal-data/about.ts'
import { aboutPage, aboutPolicy } from '../personal-data/about-page.ts'
import { acceptedLocale } from './accepted-locale.ts'

export interface AboutOptions {
  readonly db: Database
  readonly clock: () => Date
  readonly authenticate: (request: FastifyRequest) => Promise<Viewer>
}

interface AboutRequest {
  Params: { readonly id: string }
  Querystring: { readonly locale?: string }
}

/**
 * Everything that is kept of a person, for the person to have: `GET /v1/customers/<global id>/about.json`, and
 * `about.html?locale=sv` to read and print. Needs a secret key or a session with `person:export`.
 */
export async function registerAbout(app: FastifyInstance, options: AboutOptions): Promise<void> {
  await app.register(async (scope) => {
    scope.setErrorHandler(answerError)
    scope.addHook('onSend', async (_request, reply) => {
      reply.header('cache-control', 'no-store')
    })
    scope.get<AboutRequest>('/v1/customers/:id/about.json', async (request, reply) => {
      const { about } = await read(options, request)
      return reply.type('application/json; charset=utf-8').send(`${JSON.stringify(about, null, 2)}\n`)
    })
    scope.get<AboutRequest>('/v1/customers/:id/about.html', async (request, reply) => {
      const { about, locale } = await read(options, request)
      return reply
        .type('text/html; charset=utf-8')
        .header('content-security-policy', aboutPolicy)
        .send(aboutPage(about, locale))
    })
  })
}

async function read({ db, clock, authenticate }: AboutOptions, request: FastifyRequest<AboutRequest>) {
  const viewer = await authenticate(request)
  if (viewer.kind === 'anonymous') {
    const message = 'What is kept of a person needs a key: send `Authorization: Bearer <secret key>`.'
    throw new Refused('UNAUTHENTICATED', message)
  }
  const asked = request.query.locale
  const accepted = isLocale(asked) ? asked : acceptedLocale(request.headers['accept-language'])
  const context = makeContext({ db, viewer, now: clock(), acceptedLocale: accepted })
  const id = readGlobalId(request.params.id)
  if (id?.typename !== 'Customer') throw new NotFound('customer', request.params.id)
  const about = await readAbout(context, id.id)
  return { about, locale: (await localeChain(context, undefined))[0] }
}

function answerError(error: FastifyError | Error, _request: FastifyRequest, reply: FastifyReply) {
  const answer = (status: number, code: string) =>
    reply.code(status).send({ error: { code, message: error.message } })
  if (error instanceof Forbidden) return answer(403, 'FORBIDDEN')
  if (error instanceof NotFound) return answer(404, 'NOT_FOUND')
  if (error instanceof InvalidInput) return answer(400, 'BAD_REQUEST')
  throw error
}
