import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { startEmbedded } from '@profilkort/database/embedded/embedded'
import { provision } from '@profilkort/database/embedded/provision'
import { nodeSettings } from '@profilkort/local/node-settings'

const root = path.resolve(import.meta.dirname, '../../..')

/** A durable PostgreSQL of the run's own, and the processes that are measured on it. */
export interface Machine {
  /** The product, on a database that the limit can reach too. */
  readonly startApi: (env?: { readonly [name: string]: string }) => Promise<Api>
  /** A script of this folder that serves the limit. @returns its address */
  readonly startBare: (script: string, ...args: readonly string[]) => Promise<string>
  readonly databaseUrl: string
  /** A folder of the run's own. */
  readonly directory: string
  readonly stop: () => Promise<void>
}

export interface Api {
  readonly url: string
  readonly keys: { readonly secretKey: string; readonly publishableKey: string }
  /** Resident memory of the process, in MiB. */
  readonly memory: () => number
}

/** The origin that the publishable key answers. */
export const pageOrigin = 'http://127.0.0.1:4999'

export async function startMachine(): Promise<Machine> {
  const home = mkdtempSync(path.join(os.tmpdir(), 'profilkort-bench-'))
  const directory = path.join(home, 'postgres')
  const postgres = await startEmbedded({ directory })
  const databaseUrl = await provision(postgres, directory, 'profilkort')
  const children: ChildProcess[] = []
  const start = async <Ready>(script: string, args: readonly string[], env: object) => {
    const child = fork(script, [...args], {
      cwd: root,
      env: { ...nodeSettings, ...process.env, ...env },
    })
    children.push(child)
    const ended = once(child, 'exit').then(([code]) => {
      throw new Error(`${script} ended with ${String(code)} before it was ready`)
    })
    const [ready] = (await Promise.race([once(child, 'message'), ended])) as [Ready]
    ended.catch(() => undefined)
    return { ready, pid: child.pid }
  }
  return {
    databaseUrl,
    directory: home,
    startApi: async (env = {}) => {
      const { ready, pid } = await start<Omit<Api, 'memory'>>('apps/api/src/main.ts', ['--empty'], {
        DATABASE_URL: databaseUrl,
        PROFILKORT_HOME: home,
        INTRANET_ORIGIN: pageOrigin,
        PORT: '0',
        NODE_ENV: 'production',
        COST_PER_MINUTE: String(1e12),
        ...env,
      })
      return { ...ready, memory: () => residentMemory(pid) }
    },
    startBare: async (script, ...args) => {
      const { ready } = await start<{ readonly url: string }>(path.join(import.meta.dirname, script), args, {
        DATABASE_URL: databaseUrl,
        NODE_ENV: 'production',
      })
      return ready.url
    },
    stop: async () => {
      for (const child of children) {
        child.kill('SIGTERM')
        if (child.exitCode === null) await once(child, 'exit')
      }
      await postgres.stop()
      rmSync(home, { recursive: true, force: true })
    },
  }
}

function residentMemory(pid: number | undefined): number {
  const [, kilobytes] = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? []
  return Math.round(Number(kilobytes) / 1024)
}
