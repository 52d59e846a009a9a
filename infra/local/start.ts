// `npm start`: the whole product on this machine. `--empty` without the demo workspace, `--dev` reloads on changes.
import { type ChildProcess, fork, spawn } from 'node:child_process'
import { once } from 'node:events'
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
if (isDev)
  children.push(spawn('npm', ['run', 'watch', '--silent', '-w', '@profilkort/widgets'], { stdio: 'inherit' }))
process.stdout.write('Starting PostgreSQL and the API …\n')
const intranetPort = Number(process.env.INTRANET_PORT ?? 4100)
const api = start('apps/api/src/main.ts', args, { INTRANET_ORIGIN: `http://127.0.0.1:${intranetPort}` })
const ready = await firstMessage<Ready>(api)
if (ready !== undefined) {
  const intranet = start('apps/intranet/src/main.ts', [], {
    PORT: String(intranetPort),
    PROFILKORT_URL: ready.url,
    PROFILKORT_SECRET_KEY: ready.keys.secretKey,
    PROFILKORT_PUBLISHABLE_KEY: ready.keys.publishableKey,
  })
  const intranetReady = await firstMessage<{ readonly url: string }>(intranet)
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
  const child = fork(entry, [...entryArgs], { ...options, env: { ...process.env, ...env } })
  children.push(child)
  // One without the other is of no use; whoever ends first ends both.
  child.once('exit', stop)
  return child
}

async function firstMessage<Message>(child: ChildProcess): Promise<Message | undefined> {
  const either = new AbortController()
  const message = once(child, 'message', { signal: either.signal }).then(([first]) => first as Message)
  const exit = once(child, 'exit', { signal: either.signal }).then(() => undefined)
  const first = await Promise.race([message, exit])
  either.abort()
  await Promise.allSettled([message, exit])
  return first
}

function stop(): void {
  if (stopping) return
  stopping = true
  for (const child of children) if (child.exitCode === null) child.kill('SIGTERM')
}
