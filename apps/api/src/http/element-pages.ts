import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { noncePlaceholder } from '@profilkort/widgets/pages/html'
import type { FastifyInstance, FastifyReply } from 'fastify'

const pages = fileURLToPath(new URL('../../../../packages/widgets/dist/docs/', import.meta.url))

/**
 * `/widgets/docs/pk-profile-card`: an element's examples, live, with sample data. The page's policy is as strict as that
 * of any page the elements may stand in, and lets nothing be asked of anybody.
 */
export function registerElementPages(app: FastifyInstance): void {
  app.get('/widgets/docs', (_request, reply) => reply.redirect('/widgets/docs/pk-profile-card'))
  app.get<{ Params: { readonly tag: string } }>('/widgets/docs/:tag', async (request, reply) => {
    const { tag } = request.params
    const file = path.join(pages, `${tag}.html`)
    if (!/^pk-[a-z-]+$/.test(tag) || !existsSync(file)) return notFound(reply)
    const nonce = randomBytes(16).toString('base64')
    const page = await readFile(file, 'utf8')
    return reply
      .type('text/html; charset=utf-8')
      .header('cache-control', 'no-store')
      .header('content-security-policy', policy(nonce))
      .send(page.replaceAll(noncePlaceholder, nonce))
  })
}

function policy(nonce: string): string {
  return `default-src 'none'; script-src 'self' 'nonce-${nonce}'; style-src 'self' 'nonce-${nonce}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types lit-html`
}

function notFound(reply: FastifyReply) {
  const message = 'There is no such element, or the widgets are not built: `npx turbo run build`.'
  return reply.code(404).type('text/plain; charset=utf-8').send(message)
}
