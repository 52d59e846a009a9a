import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { escapeHtml } from '@profilkort/widgets/server/render-to-string'
import type { FastifyInstance } from 'fastify'

const dist = fileURLToPath(new URL('../../../../packages/widgets/dist/', import.meta.url))

interface SnippetRequest {
  Querystring: { readonly key?: string; readonly profile?: string }
}

/** `/snippets`: what to paste where to show a card, for the key and profile that are filled in. No script at all. */
export function registerSnippets(app: FastifyInstance): void {
  app.get<SnippetRequest>('/snippets', (request, reply) => {
    const { key = '', profile = '' } = request.query
    const origin = `${request.protocol}://${request.host}`
    const snippets = key && profile ? write(origin, key, profile) : {}
    const blocks = Object.entries(snippets).map(
      ([title, text]) => `<h2>${escapeHtml(title)}</h2><pre tabindex="0">${escapeHtml(text)}</pre>`,
    )
    return reply
      .type('text/html; charset=utf-8')
      .header(
        'content-security-policy',
        "default-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
      )
      .send(`<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Snippets – Profilkort</title></head>
<body><h1>Show a card elsewhere</h1>
<form action="/snippets"><p><label>Publishable key <input name="key" size="60" required value="${escapeHtml(key)}"></label></p>
<p><label>Profile <input name="profile" required value="${escapeHtml(profile)}"></label></p><p><button>Write the snippets</button></p></form>
${blocks.join('\n')}<p><a href="/widgets/docs">The elements, live</a> · <a href="/graphiql">GraphiQL</a></p></body></html>
`)
  })
}

function write(origin: string, key: string, profile: string): { readonly [title: string]: string } {
  const address = `${origin}/v1/cards/${encodeURIComponent(key)}/${encodeURIComponent(profile)}`
  const element = `<pk-profile-card profile="${escapeHtml(profile)}"><a href="${address}">${escapeHtml(profile)}</a></pk-profile-card>`
  const sizes = `<link rel="stylesheet" href="${origin}/widgets/v1/sizes.css">`
  const script = (path: string, more = '') =>
    `<script src="${origin}/widgets/v1/${path}" data-key="${escapeHtml(key)}"${more} async></script>`
  const [pinned, hash] = Object.entries(integrity())[0] ?? []
  return {
    'Plain HTML': `${script('loader.js')}\n${sizes}\n${element}`,
    ...(pinned && hash
      ? {
          'Plain HTML, one version for good': `${script(pinned, ` integrity="${hash}" crossorigin`)}\n${sizes}\n${element}`,
        }
      : {}),
    'WordPress, with the plugin': `[profilkort profile="${profile}"]`,
    'Confluence, Drupal, Notion, WordPress: paste the address': address,
    'SharePoint and others: a frame': `<iframe src="${address}" width="100%" height="560" title="${escapeHtml(profile)}" loading="lazy" sandbox="allow-scripts allow-popups" frameborder="0"></iframe>`,
    'React, with @profilkort/react': `<ProfileCard profile="${escapeHtml(profile)}" publishableKey="${escapeHtml(key)}" api="${origin}" />`,
  }
}

/** The pinned files with their hashes; none where the widgets are not built. */
function integrity(): { readonly [path: string]: string } {
  try {
    return JSON.parse(readFileSync(`${dist}integrity.json`, 'utf8')) as { readonly [path: string]: string }
  } catch {
    return {}
  }
}
