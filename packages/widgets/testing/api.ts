import { fileURLToPath } from 'node:url'
import { build, type Plugin } from 'vite'
import { answerTo } from './answers.ts'
import { strictPage } from './strict-page.ts'

const root = fileURLToPath(new URL('..', import.meta.url))

/** Serves, by HTTP, a few answers of the real API, the built script and a strict page. */
export function apiForTests(): Plugin {
  const asked = new Map<string, number>()
  let script: Promise<string> | undefined
  return {
    name: 'api-for-tests',
    configureServer({ middlewares }) {
      middlewares.use('/v1/widgets', async (request, response) => {
        if (request.method === 'POST') {
          const text = await readText(request)
          const isKept = !text.includes('not kept')
          response.setHeader('content-type', 'application/json')
          response.end(JSON.stringify({ data: { criterionAnswer: isKept ? {} : { message: 'No.' } } }))
          return
        }
        const search = new URL(request.url ?? '', 'http://localhost').searchParams
        const { status, body } = await answerTo(search, request.headers.authorization, asked)
        response.writeHead(status, {
          'content-type': 'application/json',
          'cache-control': 'no-store',
        })
        response.end(body)
      })
      middlewares.use('/widgets/v1/profilkort.js', async (_request, response) => {
        script ??= buildScript()
        response.setHeader('content-type', 'text/javascript').end(await script)
      })
      middlewares.use('/strict-page', (_request, response) => strictPage(response))
    },
  }
}

async function readText(stream: AsyncIterable<Buffer>): Promise<string> {
  let text = ''
  for await (const part of stream) text += part
  return text
}

async function buildScript(): Promise<string> {
  const built = await build({ root, logLevel: 'silent', build: { write: false, sourcemap: false } })
  const [first] = Array.isArray(built) ? built : []
  if (first === undefined) throw new Error('The build made no script')
  return first.output[0].code
}
