import { createServer } from 'node:http'
import { totalmem } from 'node:os'
import { getHeapStatistics } from 'node:v8'
import type { Database } from '@profilkort/database/connect'
import fastify, { type FastifyInstance, type FastifyRequest, LogController } from 'fastify'
import { openBases } from './customers/customer-bases.ts'
import type { Changes } from './delivery/changes.ts'
import { openDelivery } from './delivery/delivery.ts'
import { openMemory } from './delivery/memory.ts'
import { openTrustedDocuments } from './documents/find-trusted-document.ts'
import { startApollo } from './graphql/apollo.ts'
import { limits, usualCostPerMinute } from './graphql/limits/limits.ts'
import { registerAbout } from './http/about.ts'
import { registerCardPages } from './http/card-pages.ts'
import { registerContent } from './http/content.ts'
import { registerContentFiles } from './http/content-files.ts'
import { registerCors } from './http/cors.ts'
import { registerElementPages } from './http/element-pages.ts'
import { registerErrors } from './http/errors.ts'
import { registerEvents } from './http/events.ts'
import { registerExports } from './http/exports.ts'
import { registerGraphiql } from './http/graphiql.ts'
import { registerGraphql } from './http/graphql.ts'
import { registerHealth } from './http/health.ts'
import { registerImportEvents } from './http/import-events.ts'
import { registerImports } from './http/imports.ts'
import { registerPictures } from './http/pictures.ts'
import { registerSegmentExports } from './http/segment-exports.ts'
import { readSessionCookie, registerSignIn } from './http/sign-in.ts'
import { registerSnippets } from './http/snippets.ts'
import { registerTexts } from './http/texts.ts'
import { registerWidgetAnswers } from './http/widget-answers.ts'
import { registerWidgets } from './http/widgets.ts'
import { openImportFiles } from './imports/jobs/import-files.ts'
import { type Imports, openImports } from './imports/jobs/open-imports.ts'
import { openIntake } from './interactions/intake.ts'
import { openSettler } from './interactions/settler.ts'
import { authenticate, authenticatePage } from './keys/authenticate.ts'
import { openCredentials } from './keys/credential-cache.ts'
import { type S3Options, s3Store } from './pictures/s3-store.ts'
import { postgresStore } from './pictures/store.ts'

declare module 'fastify' {
  interface FastifyInstance {
    /** What is imported, and who does it. */
    imports: Imports
  }
}

export interface ServerOptions {
  readonly db: Database
  /** The folder that files to import are kept in until they are; servers may share it. */
  readonly importDirectory: string
  /** An import writes so many rows in one step; 10,000 when not given. */
  readonly importChunkRows?: number | undefined
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
  /** Whether an operation is compiled already the first time it is asked for, as in tests, which ask once. */
  readonly compilesAtOnce?: boolean
  /** The only clock. */
  readonly clock: () => Date
  /** `silent` in tests; `warn` on a developer's machine. */
  readonly logLevel: 'silent' | 'warn' | 'info'
}

/** A quarter of the memory there is, and at most half of what the engine lets its texts grow to. */
const usualColumnsMiB =
  Math.min(process.constrainedMemory() / 4, totalmem() / 4, getHeapStatistics().heap_size_limit / 2) / 2 ** 20
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
  const whoAsks = (request: FastifyRequest, publishableKey?: string) =>
    authenticate(
      credentials,
      {
        // A key that is public anyway may stand in an address, for which a browser asks no permission first.
        authorization: publishableKey?.startsWith('profilkort_publishable_')
          ? `Bearer ${publishableKey}`
          : request.headers.authorization,
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
  registerTexts(app)
  await registerCors(app)
  const { costPerMinute = usualCostPerMinute, compilesAtOnce } = options
  const apollo = await startApollo(app.log, costPerMinute, compilesAtOnce)
  const imports = openImports({
    db,
    files: openImportFiles(options.importDirectory),
    chunkRows: options.importChunkRows ?? 10_000,
    clock,
    logger: app.log,
  })
  app.decorate('imports', imports)
  registerGraphql(app, {
    db,
    apollo,
    changes,
    memory,
    pictures,
    bases,
    findTrustedDocument: openTrustedDocuments(db, changes),
    clock,
    wakeImports: (workspaceId) => imports.runner.wake(workspaceId),
    authenticate: whoAsks,
  })
  registerWidgetAnswers(app, { db, apollo, changes, memory, bases, clock, authenticate: whoAsks })
  registerCardPages(app, {
    db,
    apollo,
    clock,
    readKey: (text) => authenticatePage(credentials, text, clock()),
  })
  registerContent(app, { db, changes, memory, clock, authenticate: whoAsks })
  await registerContentFiles(app, { db, changes, clock, authenticate: whoAsks })
  await registerGraphiql(app)
  await registerWidgets(app)
  registerElementPages(app)
  registerSnippets(app)
  await registerAbout(app, { db, clock, authenticate: whoAsks })
  const settler = openSettler(db, clock, app.log)
  const intake = openIntake(db, changes, settler)
  await registerEvents(app, {
    db,
    changes,
    intake,
    clock,
    authenticate: (presented) => authenticate(credentials, presented, clock()),
  })
  app.addHook('onClose', async () => {
    await intake.drain()
    await settler.stop()
  })
  await registerImports(app, { ...imports, authenticate: whoAsks })
  registerImportEvents(app, { ...imports, authenticate: whoAsks })
  registerExports(app, { db, clock, authenticate: whoAsks })
  registerSegmentExports(app, { db, clock, authenticate: whoAsks })
  registerSignIn(app, db, clock)
  registerPictures(app, { db, store: pictures, clock, authenticate: whoAsks })
  registerHealth(app, db, clock)
  app.addHook('onClose', () => apollo.stop())
  // Before connections are waited for, as some of them listen to imports.
  app.addHook('preClose', () => imports.runner.stop())
  app.addHook('onClose', () => bases.stop())
  return app
}
