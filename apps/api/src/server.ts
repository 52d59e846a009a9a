import { createServer } from 'node:http'
import type { Database } from '@profilkort/database/connect'
import fastify, { type FastifyInstance, type FastifyRequest, LogController } from 'fastify'
import { openBases } from './customers/customer-bases.ts'
import type { Changes } from './delivery/changes.ts'
import { openDelivery } from './delivery/delivery.ts'
import { openMemory } from './delivery/memory.ts'
import { openTrustedDocuments } from './documents/find-trusted-document.ts'
import { startApollo } from './graphql/apollo.ts'
import { limits, usualCostPerMinute } from './graphql/limits/limits.ts'
import { registerContent } from './http/content.ts'
import { registerContentFiles } from './http/content-files.ts'
import { registerCors } from './http/cors.ts'
import { registerErrors } from './http/errors.ts'
import { registerGraphiql } from './http/graphiql.ts'
import { registerGraphql } from './http/graphql.ts'
import { registerHealth } from './http/health.ts'
import { registerImports } from './http/imports.ts'
import { registerPictures } from './http/pictures.ts'
import { readSessionCookie, registerSignIn } from './http/sign-in.ts'
import { registerWidgets } from './http/widgets.ts'
import { authenticate } from './keys/authenticate.ts'
import { openCredentials } from './keys/credential-cache.ts'
import { type S3Options, s3Store } from './pictures/s3-store.ts'
import { postgresStore } from './pictures/store.ts'

export interface ServerOptions {
  readonly db: Database
  /** Word of changes in the database; stopped by whoever started it. */
  readonly changes: Changes
  /** Whether published answers are kept in memory; true when not given. */
  readonly keepsAnswers?: boolean
  /** Cost a caller may ask for in a minute; a million when not given. */
  readonly costPerMinute?: number | undefined
  /** S3-compatible storage for pictures; the database when not given. */
  readonly pictures?: S3Options | undefined
  /** Memory for customers in columns, in MiB, of all workspaces together; 512 when not given, none at all with 0. */
  readonly columnsMiB?: number | undefined
  /** The only clock. */
  readonly clock: () => Date
  /** `silent` in tests; `warn` on a developer's machine. */
  readonly logLevel: 'silent' | 'warn' | 'info'
}

const usualColumnsMiB = 512
/** How long a request may take to come in, in milliseconds. */
const requestTimeout = 120_000

/** The HTTP server with all its routes, not listening yet. */
export async function buildServer(options: ServerOptions): Promise<FastifyInstance> {
  const { db, changes, clock, logLevel } = options
  const delivery = openDelivery(changes, clock, options.keepsAnswers)
  const app = fastify({
    // What is kept is answered before anything else runs.
    serverFactory: (handle) =>
      createServer({ requestTimeout }, (request, response) => {
        if (!delivery.serve(request, response)) handle(request, response)
      }),
    logger: { level: logLevel, redact: ['req.headers.authorization', 'req.headers.cookie'] },
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: limits.bodyBytes,
    requestTimeout,
    routerOptions: { maxParamLength: 200 },
    // What is under way when the server is told to stop is answered; idle connections are not waited for.
    forceCloseConnections: 'idle',
  })
  const credentials = openCredentials(db, changes)
  const whoAsks = (request: FastifyRequest) =>
    authenticate(
      credentials,
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
  const memory = openMemory(changes)
  const bases = openBases({
    db,
    budgetMiB: options.columnsMiB ?? usualColumnsMiB,
    onError: (error) => app.log.error({ err: error }, 'customers could not be kept in columns'),
  })
  const pictures = options.pictures === undefined ? postgresStore(db) : s3Store(options.pictures)
  delivery.register(app)
  registerErrors(app)
  await registerCors(app)
  const apollo = await startApollo(app.log, options.costPerMinute ?? usualCostPerMinute)
  registerGraphql(app, {
    db,
    apollo,
    changes,
    memory,
    pictures,
    bases,
    findTrustedDocument: openTrustedDocuments(db, changes),
    clock,
    authenticate: whoAsks,
  })
  registerContent(app, { db, changes, memory, clock, authenticate: whoAsks })
  await registerContentFiles(app, { db, clock, authenticate: whoAsks })
  await registerGraphiql(app)
  await registerWidgets(app)
  await registerImports(app, { db, clock, authenticate: whoAsks })
  registerSignIn(app, db, clock)
  registerPictures(app, { db, store: pictures, clock, authenticate: whoAsks })
  registerHealth(app, db, clock)
  app.addHook('onClose', () => apollo.stop())
  app.addHook('onClose', () => bases.stop())
  return app
}
