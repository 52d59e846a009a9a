import { createHash } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import { fileURLToPath } from 'node:url'
import { build, type Plugin } from 'vite'
import { frameStyles } from '../src/element/frame.styles.ts'
import { sizeContract } from '../src/element/size-contract.ts'
import { profileCardStyles } from '../src/profile-card/profile-card.styles.ts'
import { frameCss, frameScript, resizeScript } from '../src/server/frame-assets.ts'
import { answerTo } from './answers.ts'
import { framePage } from './frame-page.ts'
import { payloadPage, watch } from './payload-page.ts'
import { payloadOf, payloads, poisoned } from './payloads.ts'
import { plainPage } from './plain-page.ts'
import { strictPage } from './strict-page.ts'

const root = fileURLToPath(new URL('..', import.meta.url))

/** Serves, by HTTP, a few answers of the real API, the built script and a strict page. */
export function apiForTests(): Plugin {
  const asked = new Map<string, number>()
  const kept: object[] = []
  const answered: object[] = []
  const built: { [name: string]: Promise<string> } = {}
  return {
    name: 'api-for-tests',
    configureServer({ middlewares }) {
      middlewares.use('/v1/widgets', async (request, response) => {
        if (isNobody(request)) {
          response.writeHead(401, { 'content-type': 'application/json' })
          response.end(JSON.stringify({ error: { code: 'UNAUTHENTICATED', message: 'Sign in.' } }))
          return
        }
        if (request.method === 'POST') {
          const text = await readText(request)
          kept.push({ ...JSON.parse(text), by: request.headers.authorization ?? 'the session' })
          const isKept = !text.includes('not kept')
          response.setHeader('content-type', 'application/json')
          response.end(JSON.stringify({ data: { criterionAnswer: isKept ? {} : { message: 'No.' } } }))
          return
        }
        const search = new URL(request.url ?? '', 'http://localhost').searchParams
        const { status, body } = await answerTo(search, request.headers.authorization, asked, {
          payloadOf,
          poisoned,
        })
        // As the real one does for what is public: kept for a second, and asked for anew behind a reader's back.
        const isKept = status === 200 && search.get('key')?.includes('cached')
        const etag = `"${createHash('sha256').update(body).digest('base64url')}"`
        const isSame = isKept && request.headers['if-none-match'] === etag
        answered.push({ key: search.get('key') ?? '', status: isSame ? 304 : status })
        response.writeHead(isSame ? 304 : status, {
          'content-type': 'application/json',
          'cache-control': isKept ? 'public, max-age=1, stale-while-revalidate=30' : 'no-store',
          ...(isKept ? { etag } : {}),
        })
        response.end(isSame ? undefined : body)
      })
      for (const [name, entry] of Object.entries(scripts)) {
        middlewares.use(`/widgets/v1/${name}.js`, async (request, response) => {
          built[name] ??= buildScript(entry)
          const etag = `"${createHash('sha256')
            .update(await built[name])
            .digest('base64url')}"`
          const isSame = request.headers['if-none-match'] === etag
          response.writeHead(isSame ? 304 : 200, {
            'content-type': 'text/javascript',
            'cache-control': 'public, max-age=300',
            etag,
          })
          response.end(isSame ? undefined : await built[name])
        })
      }
      middlewares.use('/widgets/v1/profile-card.css', (_request, response) =>
        response
          .writeHead(200, { 'content-type': 'text/css', 'cache-control': 'max-age=60' })
          .end(frameStyles.css + profileCardStyles.css),
      )
      middlewares.use('/payload-page', (request, response) =>
        payloadPage(response, new URL(request.url ?? '', 'http://localhost').searchParams),
      )
      middlewares.use('/watch.js', (_request, response) =>
        response.setHeader('content-type', 'text/javascript').end(watch),
      )
      middlewares.use('/answered.json', (_request, response) => response.end(JSON.stringify(answered)))
      middlewares.use('/kept.json', (_request, response) => response.end(JSON.stringify(kept)))
      middlewares.use('/payloads.json', (_request, response) => response.end(JSON.stringify(payloads)))
      middlewares.use('/widgets/v1/sizes.css', (_request, response) =>
        response.setHeader('content-type', 'text/css').end(sizeContract()),
      )
      for (const [name, type, text] of [
        ['frame.css', 'text/css', frameCss],
        ['frame.js', 'text/javascript', frameScript],
        ['resize.js', 'text/javascript', resizeScript],
      ] as const) {
        middlewares.use(`/widgets/v1/${name}`, (_request, response) =>
          response.setHeader('content-type', type).end(text),
        )
      }
      middlewares.use('/frame-page', (request, response) =>
        framePage(response, new URL(request.url ?? '', 'http://localhost').searchParams),
      )
      middlewares.use('/plain-page', (request, response) =>
        plainPage(response, new URL(request.url ?? '', 'http://localhost').searchParams),
      )
      middlewares.use('/strict-page', (request, response) =>
        strictPage(response, new URL(request.url ?? '', 'http://localhost').searchParams),
      )
    },
  }
}

/** A request with neither key nor token nor the cookie of a session. */
function isNobody({ url = '', headers: { authorization, cookie = '' } }: IncomingMessage): boolean {
  return authorization === undefined && !url.includes('key=') && !cookie.includes('profilkort_session=')
}

async function readText(stream: AsyncIterable<Buffer>): Promise<string> {
  let text = ''
  for await (const part of stream) text += part
  return text
}

/** What is measured, and what pages load. */
const scripts = {
  profilkort: 'src/main.ts',
  loader: 'src/loader.ts',
  'data-layer': 'testing/data-layer.ts',
  'profile-card': 'src/profile-card/profile-card.ts',
}

async function buildScript(entry: string): Promise<string> {
  const lib = { entry, formats: ['iife' as const], name: 'profilkort', fileName: () => 'profilkort.js' }
  const built = await build({ root, logLevel: 'silent', build: { write: false, sourcemap: false, lib } })
  const [first] = Array.isArray(built) ? built : []
  if (first === undefined) throw new Error('The build made no script')
  return first.output[0].code
}
