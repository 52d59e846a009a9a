import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

const isRoot = process.getuid?.() === 0

/** A folder of a run's own that other users can read, and what was started in it. */
export interface Ground {
  readonly folder: string
  /** Runs a program until `stop`; what it says is told when it ends too early. */
  readonly start: (
    program: string,
    args: readonly string[],
    env?: { readonly [name: string]: string },
  ) => void
  /** Ends what was started, newest first, and removes the folder. */
  readonly stop: () => Promise<void>
}

export function makeGround(name: string): Ground {
  const folder = mkdtempSync(path.join(os.tmpdir(), `profilkort-${name}-`))
  chmodSync(folder, 0o755)
  const children: ChildProcess[] = []
  let stopping = false
  return {
    folder,
    start: (program, args, env = {}) => {
      // A group of its own, so that its workers end with it.
      const child = spawn(program, args, {
        cwd: folder,
        env: { ...process.env, ...env },
        stdio: ['ignore', 'pipe', 'pipe'],
        detached: true,
      })
      let said = ''
      for (const stream of [child.stdout, child.stderr]) {
        stream.on('data', (data) => {
          said = (said + String(data)).slice(-4000)
        })
      }
      child.on('exit', (code) => {
        if (!stopping) process.stderr.write(`${program} ended with ${code}:\n${said}\n`)
      })
      children.push(child)
    },
    stop: async () => {
      stopping = true
      for (const child of children.toReversed()) {
        if (child.pid === undefined || child.exitCode !== null) continue
        const ended = once(child, 'exit')
        process.kill(-child.pid, 'SIGTERM')
        await Promise.race([ended, sleep(10_000, undefined, { ref: false })])
      }
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** Waits until something is so, asked every 100 ms for a minute. */
export async function until(what: string, isSo: () => Promise<boolean> | boolean): Promise<void> {
  for (let tried = 0; tried < 600; tried++) {
    if (await isSo()) return
    await sleep(100)
  }
  throw new Error(`Waited a minute in vain for ${what}`)
}

export async function untilAnswers(url: string): Promise<void> {
  await until(url, () =>
    fetch(url, { redirect: 'manual' }).then(
      () => true,
      () => false,
    ),
  )
}

/** A MariaDB with an empty database `wordpress` for the user root without a password. @returns its socket */
export async function startMariadb({ folder, start }: Ground): Promise<string> {
  const data = path.join(folder, 'mariadb')
  mkdirSync(data)
  const user = isRoot ? ['--user=mysql'] : []
  if (isRoot) spawnSync('chown', ['mysql', data])
  run('mariadb-install-db', [
    '--no-defaults',
    `--datadir=${data}`,
    '--auth-root-authentication-method=normal',
    '--skip-test-db',
    ...user,
  ])
  const socket = path.join(data, 'socket')
  start('mariadbd', [
    '--no-defaults',
    `--datadir=${data}`,
    `--socket=${socket}`,
    '--skip-networking',
    '--innodb-buffer-pool-size=32M',
    ...user,
  ])
  await until('MariaDB', () => existsSync(socket))
  run('mariadb', ['--no-defaults', `--socket=${socket}`, '-uroot', '-e', 'create database wordpress'])
  return socket
}

/** nginx with what stands in its `http` block. @param port what it listens on, to wait for */
export async function startNginx({ folder, start }: Ground, port: number, http: string): Promise<void> {
  const file = path.join(folder, 'nginx.conf')
  const temp = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
    .map((each) => `${each}_temp_path ${folder}/temp;`)
    .join(' ')
  const user = isRoot ? 'user www-data;' : ''
  writeFileSync(
    file,
    `daemon off; pid ${folder}/nginx.pid; error_log ${folder}/error.log; ${user} events {}
http { include /etc/nginx/mime.types; charset utf-8; access_log off; ${temp}
${http} }
`,
  )
  start('nginx', ['-c', file, '-e', `${folder}/error.log`])
  await untilAnswers(`http://127.0.0.1:${port}/`)
}

/** Runs a program to its end. Throws with what it said. */
export function run(program: string, args: readonly string[], input?: string): string {
  const { status, stdout, stderr } = spawnSync(program, args, { encoding: 'utf8', input })
  if (status !== 0) throw new Error(`${program} ended with ${status}:\n${stdout}\n${stderr}`)
  return stdout
}
