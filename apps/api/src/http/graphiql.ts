import { createRequire } from 'node:module'
import path from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance } from 'fastify'
import { type RuruClientConfig, ruruHTML } from 'ruru/server'
import { exampleOperations } from './example-operations.ts'

const assets = '/graphiql/'
/** Its type asks for every option; those not given have usual values. */
const clientConfig = { initialQuery: exampleOperations, defaultQuery: exampleOperations } as RuruClientConfig

/** GraphiQL for browsers at `/graphiql`, and at `/graphql` for a browser that goes there; all from this server. */
export async function registerGraphiql(app: FastifyInstance): Promise<void> {
  const root = path.join(path.dirname(createRequire(import.meta.url).resolve('ruru/static')), '../static')
  await app.register(fastifyStatic, { root, prefix: `${assets}assets/`, immutable: true, maxAge: '1d' })
  const page = ruruHTML({
    endpoint: '/graphql',
    staticPath: `${assets}assets/`,
    clientConfig,
    htmlParts: {
      titleTag: '<title>GraphiQL – Profilkort</title>',
      metaTags: '<meta charset="utf-8"><link rel="icon" href="data:,">',
    },
  })
  app.get('/graphiql', (_request, reply) => reply.type('text/html; charset=utf-8').send(page))
  app.addHook('onRequest', async (request, reply) => {
    const isPage =
      request.method === 'GET' && request.url === '/graphql' && request.headers.accept?.includes('text/html')
    if (isPage) return reply.redirect('/graphiql')
  })
}
