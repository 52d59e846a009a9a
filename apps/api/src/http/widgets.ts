import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance } from 'fastify'

const dist = fileURLToPath(new URL('../../../../packages/widgets/dist/', import.meta.url))

/** `/widgets/v1/profilkort.js`, for a script tag in any page. */
export async function registerWidgets(app: FastifyInstance): Promise<void> {
  app.addHook('onSend', async (request, reply) => {
    if (!request.url.startsWith('/widgets/')) return
    reply.header('access-control-allow-origin', '*').header('cross-origin-resource-policy', 'cross-origin')
  })
  if (!existsSync(dist)) {
    app.log.warn('The widgets are not built; run `npx turbo run build`.')
    return
  }
  await app.register(fastifyStatic, {
    root: dist,
    prefix: '/widgets/v1/',
    decorateReply: false,
    maxAge: '5m',
  })
}
