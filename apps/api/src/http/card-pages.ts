import type { ApolloServer } from '@apollo/server'
import type { Database } from '@profilkort/database/connect'
import { locales, parseLocale } from '@profilkort/domain/locales/locale'
import {
  type ProfileCardData,
  type ProfileCardProfile,
  profileCardDocument,
} from '@profilkort/widgets/profile-card/profile-card.graphql'
import { renderCardFragment } from '@profilkort/widgets/server/card-fragment'
import { escapeHtml } from '@profilkort/widgets/server/render-to-string'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { type Context, makeContext } from '../graphql/context.ts'
import type { Viewer } from '../keys/viewer.ts'
import { acceptedLocale } from './accepted-locale.ts'
import { runDocument } from './run-document.ts'

export interface CardPagesOptions {
  readonly db: Database
  readonly apollo: ApolloServer<Context>
  readonly clock: () => Date
  /** Who a publishable key is, and the origins of the pages it is for. Throws `Refused`. */
  readonly readKey: (
    text: string,
  ) => Promise<{ readonly viewer: Viewer; readonly origins: readonly string[] }>
}

interface CardRequest {
  Params: { readonly slug: string; readonly key: string }
  Querystring: { readonly locale?: string }
}

/**
 * A card where no script of ours runs: as a page of its own (`/v1/cards/<key>/<slug>`), which a frame shows and an
 * element's link leads to; as a fragment that a page's server puts in its markup (`….html`); and as oEmbed.
 */
export function registerCardPages(app: FastifyInstance, options: CardPagesOptions): void {
  app.get<CardRequest>('/v1/cards/:key/:slug', async (request, reply) => {
    const isFragment = request.params.slug.endsWith('.html')
    const slug = request.params.slug.replace(/\.html$/, '')
    const { card, locale, origins } = await read(options, request, request.params.key, slug)
    const base = originOf(request)
    const address = `${base}/v1/cards/${encodeURIComponent(request.params.key)}/${encodeURIComponent(slug)}`
    if (card === undefined)
      return reply.code(404).type('text/plain; charset=utf-8').send('There is no such card.')
    const markup = renderCardFragment({ profile: card, slug, locale, base, address })
    if (isFragment)
      return reply.type('text/html; charset=utf-8').header('cache-control', 'public, max-age=60').send(markup)
    return reply
      .type('text/html; charset=utf-8')
      .header('cache-control', 'public, max-age=1, stale-while-revalidate=30')
      .header('content-security-policy', policy(origins))
      .send(page(base, address, markup, card, locale))
  })
  app.get<{
    Querystring: {
      readonly url?: string
      readonly maxwidth?: string
      readonly maxheight?: string
      readonly format?: string
    }
  }>('/v1/oembed', async (request, reply) => {
    const { url = '', maxwidth, maxheight, format = 'json' } = request.query
    if (format !== 'json') return oembedError(reply, 501, 'Only JSON is answered: leave `format` out.')
    const address = URL.parse(url)
    const [, key, slug] = /^\/v1\/cards\/([^/]+)\/([^/]+)$/.exec(address?.pathname ?? '') ?? []
    if (!address || !key || !slug || address.origin !== originOf(request)) {
      return oembedError(reply, 404, 'This is not the address of a card of this server.')
    }
    const { card } = await read(options, request, decodeURIComponent(key), decodeURIComponent(slug))
    if (card === undefined) return oembedError(reply, 404, 'There is no such card.')
    const [width, height] = [Math.min(Number(maxwidth) || 640, 1200), Math.min(Number(maxheight) || 560, 560)]
    const html = `<iframe src="${escapeHtml(address.href)}" width="${width}" height="${height}" title="${escapeHtml(card.name)}" loading="lazy" sandbox="allow-scripts allow-popups" frameborder="0"></iframe>`
    return reply.header('cache-control', 'public, max-age=300').send({
      version: '1.0',
      type: 'rich',
      provider_name: 'Profilkort',
      provider_url: address.origin,
      title: card.name,
      width,
      height,
      html,
    })
  })
}

function oembedError(reply: FastifyReply, status: number, message: string) {
  return reply
    .code(status)
    .send({ error: { code: status === 501 ? 'NOT_IMPLEMENTED' : 'NOT_FOUND', message } })
}

async function read(
  { db, apollo, clock, readKey }: CardPagesOptions,
  request: FastifyRequest,
  key: string,
  slug: string,
) {
  const { viewer, origins } = await readKey(key)
  const { locale: asked } = request.query as { readonly locale?: string }
  const locale = parseLocale(asked ?? '') ?? acceptedLocale(request.headers['accept-language']) ?? locales[0]
  const context = makeContext({ db, viewer, now: clock(), acceptedLocale: locale, isDelivery: true })
  const { data } = JSON.parse(await runDocument(apollo, context, profileCardDocument, { slug, locale })) as {
    readonly data?: ProfileCardData
  }
  return { card: data?.profile ?? undefined, locale, origins }
}

function page(
  base: string,
  address: string,
  markup: string,
  { name }: ProfileCardProfile,
  locale: string,
): string {
  const oembed = `${base}/v1/oembed?url=${encodeURIComponent(address)}`
  return `<!doctype html>
<html lang="${locale}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(name)}</title><link rel="icon" href="data:,">
<link rel="alternate" type="application/json+oembed" href="${escapeHtml(oembed)}" title="${escapeHtml(name)}">
<link rel="stylesheet" href="${base}/widgets/v1/frame.css"><script src="${base}/widgets/v1/frame.js" async></script></head>
<body>${markup}</body></html>
`
}

/** Its own style and script; shown in frames of the key's origins only. */
function policy(origins: readonly string[]): string {
  return `default-src 'none'; img-src data:; style-src 'self'; script-src 'self'; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; frame-ancestors ${origins.join(' ') || "'none'"}`
}

function originOf(request: FastifyRequest): string {
  return `${request.protocol}://${request.host}`
}
