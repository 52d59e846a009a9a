import { readFileSync } from 'node:fs'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { readLanguage } from './language.ts'
import { layout } from './pages/layout.ts'
import { connectProfilkort } from './profilkort.ts'
import { route } from './routes.ts'
import { securityHeaders } from './security-headers.ts'
import type { Site } from './site.ts'

export interface IntranetOptions {
  /** 0 for any free port. */
  readonly port: number
  /** The origin of the Profilkort API. */
  readonly apiUrl: string
  readonly publishableKey: string
  readonly secretKey: string
  /** The slug of the scorecard that customers are shown by. */
  readonly scorecard?: string
  /** Told what the API answered when it failed. */
  readonly onError?: (error: unknown) => void
}

export interface Intranet {
  readonly url: string
  close(): Promise<void>
}

const assets: { readonly [path: string]: readonly [type: string, content: Buffer] } = {
  '/intranet.css': ['text/css; charset=utf-8', readFileSync(new URL('assets/intranet.css', import.meta.url))],
  '/kvistvik.svg': ['image/svg+xml', readFileSync(new URL('assets/kvistvik.svg', import.meta.url))],
}

/** Starts the demo company's intranet on 127.0.0.1. Rejects where the port is taken. */
export async function startIntranet(options: IntranetOptions): Promise<Intranet> {
  const {
    port,
    apiUrl,
    publishableKey,
    secretKey,
    scorecard = 'ideal-customer',
    onError = () => {},
  } = options
  const server = createServer()
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(port, '127.0.0.1', resolve)
  })
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const api = new URL(apiUrl).origin
  const profilkort = connectProfilkort(api, secretKey)
  const site: Site = { origin, api, publishableKey, secretKey, scorecard, profilkort }
  server.on('request', (request, response) => void respond(site, request, response, onError))
  return {
    url: origin,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

async function respond(
  site: Site,
  { method, url: path = '/' }: IncomingMessage,
  response: ServerResponse,
  onError: (error: unknown) => void,
): Promise<void> {
  if (method !== 'GET' && method !== 'HEAD') {
    response.writeHead(405, { allow: 'GET, HEAD' }).end()
    return
  }
  const asset = Object.hasOwn(assets, path) ? assets[path] : undefined
  if (asset !== undefined) {
    response.writeHead(200, { 'content-type': asset[0], 'x-content-type-options': 'nosniff' }).end(asset[1])
    return
  }
  const url = URL.parse(path.replace(/^\/+/, '/'), site.origin) ?? new URL('/404', site.origin)
  const request = { site, url, language: readLanguage(url) }
  const page = await route(request, onError)
  response
    .writeHead(page.status, { 'content-type': 'text/html; charset=utf-8', ...securityHeaders(site) })
    .end(layout(page, request).markup)
}
