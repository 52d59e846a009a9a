import { type ChildProcess, fork, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { type AddressInfo, createServer } from 'node:net'
import os from 'node:os'
import path from 'node:path'

/** The project's root, from which the product is run. */
export const root = path.resolve(import.meta.dirname, '../../..')

/** Whatever was started, to be ended after the tests. */
export interface Running {
  readonly stop: () => Promise<void>
}

/** What the API told when it was ready. */
export interface Api extends Running {
  readonly process: ChildProcess
  readonly home: string
  readonly url: string
  readonly keys: { readonly secretKey: string; readonly publishableKey: string }
  readonly signIn: string
}

export interface StartOptions {
  readonly args?: readonly string[]
  readonly env?: { readonly [name: string]: string }
  /** Where its data lies; a folder of its own, removed afterwards, when not given. */
  readonly home?: string
}

/** Starts the API as `npm start` does and waits until it answers. Rejects with what it said when it ends first. */
export async function startApi({ args = [], env = {}, home }: StartOptions = {}): Promise<Api> {
  const directory = home ?? mkdtempSync(path.join(os.tmpdir(), 'profilkort-e2e-'))
  const child = fork('apps/api/src/main.ts', [...args], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'pipe', 'ipc'],
    env: { ...process.env, PROFILKORT_HOME: directory, ...env },
  })
  const ready = await firstMessage<Omit<Api, 'process' | 'home' | 'stop'>>(child)
  const stop = async () => {
    await end(child)
    if (home === undefined) rmSync(directory, { recursive: true, force: true })
  }
  return { ...ready, process: child, home: directory, stop }
}

/** Starts the demo intranet and waits until it answers. */
export async function startIntranet(env: {
  readonly [name: string]: string
}): Promise<Running & { readonly url: string }> {
  const child = fork('apps/intranet/src/main.ts', [], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'pipe', 'ipc'],
    env: { ...process.env, ...env },
  })
  const { url } = await firstMessage<{ readonly url: string }>(child)
  return { url, stop: () => end(child) }
}

/** A port that nobody listens on, for a server whose address has to be known before it starts. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port
}

async function firstMessage<Message>(child: ChildProcess): Promise<Message> {
  let said = ''
  child.stderr?.on('data', (data) => {
    said += String(data)
  })
  return new Promise((resolve, reject) => {
    child.once('message', (message) => resolve(message as Message))
    child.once('exit', (code) => reject(new Error(`It ended with ${code} before it was ready:\n${said}`)))
  })
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  child.kill('SIGTERM')
  await once(child, 'exit')
}

export interface CliAnswer {
  readonly code: number
  readonly output: string
}

/** Runs the command line in a folder, as a user without a terminal would. */
export async function profilkort(
  api: Pick<Api, 'home'>,
  cwd: string,
  args: readonly string[],
): Promise<CliAnswer> {
  const child = spawn(process.execPath, [path.join(root, 'apps/cli/src/main.ts'), ...args], {
    cwd,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, PROFILKORT_HOME: api.home, INIT_CWD: cwd, NO_COLOR: '1' },
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (data) => {
      output += String(data)
    })
  }
  const [code] = (await once(child, 'exit')) as [number]
  return { code, output }
}
