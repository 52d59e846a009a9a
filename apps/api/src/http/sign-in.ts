import type { Database } from '@profilkort/database/connect'
import type { FastifyInstance } from 'fastify'
import { openSession } from '../keys/sign-in.ts'

/** The cookie a session is kept in; never readable by scripts, never sent along by other sites. */
export const sessionCookie = 'profilkort_session'

/** `/sign-in?link=…`: opens a session by a one-time link. */
export function registerSignIn(app: FastifyInstance, db: Database, clock: () => Date): void {
  app.get<{ Querystring: { link?: string } }>('/sign-in', async (request, reply) => {
    const session = await openSession(db, request.query.link ?? '', clock())
    if (session === undefined) {
      return reply
        .code(401)
        .type('text/plain; charset=utf-8')
        .send('This sign-in link was used already, or has expired. Start Profilkort again for a new one.\n')
    }
    const secure = request.protocol === 'https' ? '; Secure' : ''
    reply.header(
      'set-cookie',
      `${sessionCookie}=${session.text}; Path=/; HttpOnly; SameSite=Strict; Max-Age=${session.seconds}${secure}`,
    )
    // A page rather than a redirect: a cookie with SameSite=Strict is not sent along a chain that another site began.
    return reply
      .type('text/html; charset=utf-8')
      .send(
        '<!doctype html><meta http-equiv="refresh" content="0;url=/graphiql"><a href="/graphiql">GraphiQL</a>',
      )
  })
}

/** The session text among a request's cookies. */
export function readSessionCookie(header: string | undefined): string | undefined {
  return header
    ?.split(';')
    .map((part) => part.trim().split('='))
    .find(([name]) => name === sessionCookie)?.[1]
}
