import type { Database } from '@profilkort/database/connect'
import fastify, { type FastifyInstance, type FastifyRequest, LogController } from 'fastify'
import { startApollo } from './graphql/apollo.ts'
import { limits } from './graphql/limits/limits.ts'
import { registerCors } from './http/cors.ts'
import { registerErrors } from './http/errors.ts'
import { registerGraphiql } from './http/graphiql.ts'
import { registerGraphql } from './http/graphql.ts'
import { registerHealth } from './http/health.ts'
import { registerImports } from './http/imports.ts'
import { readSessionCookie, registerSignIn } from './http/sign-in.ts'
import { registerWidgets } from './http/widgets.ts'
import { authenticate } from './keys/authenticate.ts'

export interface ServerOptions {
  readonly db: Database
  /** The only clock. */
  readonly clock: () => Date
  /** `silent` in tests; `warn` on a developer's machine. */
  readonly logLevel: 'silent' | 'warn' | 'info'
}

/** The HTTP server with all its routes, not listening yet. */
export async function buildServer({ db, clock, logLevel }: ServerOptions): Promise<FastifyInstance> {
  const app = fastify({
    logger: { level: logLevel, redact: ['req.headers.authorization', 'req.headers.cookie'] },
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: limits.bodyBytes,
    requestTimeout: 120_000,
    routerOptions: { maxParamLength: 200 },
    // What is under way when the server is told to stop is answered; idle connections are not waited for.
    forceCloseConnections: 'idle',
  })
  const whoAsks = (request: FastifyRequest) =>
    authenticate(
      db,
      {
        authorization: request.headers.authorization,
        origin: request.headers.origin,
        sessionCookie: readSessionCookie(request.headers.cookie),
      },
      clock(),
    )
  app.addHook('onSend', async (_request, reply) => {
    reply.header('x-content-type-options', 'nosniff').header('referrer-policy', 'no-referrer')
  })
  registerErrors(app)
  await registerCors(app)
  const apollo = await startApollo(app.log)
  registerGraphql(app, { db, apollo, clock, authenticate: whoAsks })
  await registerGraphiql(app)
  await registerWidgets(app)
  await registerImports(app, { db, clock, authenticate: whoAsks })
  registerSignIn(app, db, clock)
  registerHealth(app, db)
  app.addHook('onClose', () => apollo.stop())
  return app
}
