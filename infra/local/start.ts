// `npm start`: the whole product on this machine. `--empty` without the demo workspace, `--dev` reloads on changes.
import { type ChildProcess, fork, spawn } from 'node:child_process'
import { once } from 'node:events'
import { intranetPort } from './intranet-port.ts'
import { nodeSettings } from './node-settings.ts'
import { readyScreen } from './ready-screen.ts'

const args = process.argv.slice(2)
const isDev = args.includes('--dev')
const startedAt = Date.now()

/** What the API tells when it answers requests. */
export interface Ready {
  readonly kind: 'ready'
  readonly url: string
  readonly workspace: { readonly slug: string; readonly name: string }
  readonly keys: { readonly secretKey: string; readonly publishableKey: string }
  readonly signIn: string
}

const children: ChildProcess[] = []
let stopping = false
process.on('SIGINT', stop)
process.on('SIGTERM', stop)

process.stdout.write('Building the widgets …\n')
await build()
if (isDev) children.push(spawn('vite', ['build', '--watch'], { cwd: 'packages/widgets', stdio: 'inherit' }))
process.stdout.write('Starting PostgreSQL and the API …\n')
const port = await intranetPort()
const api = start('apps/api/src/main.ts', args, { INTRANET_ORIGIN: `http://127.0.0.1:${port}` })
const ready = await readiness<Ready>(api)
if (ready !== undefined) {
  const intranet = start('apps/intranet/src/main.ts', [], {
    PORT: String(port),
    PROFILKORT_URL: ready.url,
    PROFILKORT_SECRET_KEY: ready.keys.secretKey,
    PROFILKORT_PUBLISHABLE_KEY: ready.keys.publishableKey,
  })
  const intranetReady = await readiness<{ readonly kind: 'ready'; readonly url: string }>(intranet)
  process.stdout.write(readyScreen(ready, intranetReady?.url, Date.now() - startedAt))
  await Promise.all(children.map((child) => once(child, 'exit')))
}
process.exitCode = stopping ? 0 : 1

/** turbo remembers what was built; nothing is done when nothing changed. */
async function build(): Promise<void> {
  const turbo = spawn('turbo', ['run', 'build', '--output-logs=errors-only', '--log-prefix=none'], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, TURBO_TELEMETRY_DISABLED: '1' },
  })
  const [code] = await once(turbo, 'exit')
  if (code !== 0) throw new Error('The widgets could not be built; what turbo said stands above.')
}

function start(
  entry: string,
  entryArgs: readonly string[],
  env: { readonly [name: string]: string },
): ChildProcess {
  const options = isDev ? { execArgv: ['--watch', '--watch-preserve-output'] } : {}
  const child = fork(entry, [...entryArgs], {
    ...options,
    env: { ...nodeSettings, ...process.env, ...env },
  })
  children.push(child)
  // One without the other is of no use; whoever ends first ends both.
  child.once('exit', stop)
  return child
}

/** What a child tells when it is ready; undefined when it ends before. `--watch` tells things of its own, too. */
function readiness<Message extends { readonly kind: 'ready' }>(
  child: ChildProcess,
): Promise<Message | undefined> {
  return new Promise((resolve) => {
    child.on('message', (message: { readonly kind?: string }) => {
      if (message.kind === 'ready') resolve(message as Message)
    })
    child.once('exit', () => resolve(undefined))
  })
}

function stop(): void {
  if (stopping) return
  stopping = true
  for (const child of children) if (child.exitCode === null) child.kill('SIGTERM')
}
