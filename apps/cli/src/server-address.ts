import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { Failure } from './mistake.ts'

/** Where the command runs and what the environment says. */
export interface Surroundings {
  readonly cwd: string
  /** The folder in which a running server leaves its address and key. */
  readonly home: string
  readonly url: string | undefined
  readonly secretKey: string | undefined
}

export interface ServerAddress {
  readonly url: string
  readonly secretKey: string
}

/** The server to talk to: by the options, else the environment, else the one that runs on this machine. */
export function findServer(
  { home, url, secretKey }: Surroundings,
  options: { readonly url?: string | undefined; readonly secretKey?: string | undefined },
): ServerAddress {
  const file = path.join(home, 'server.json')
  const local: Partial<ServerAddress> = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {}
  const found = {
    url: options.url ?? url ?? local.url,
    secretKey: options.secretKey ?? secretKey ?? local.secretKey,
  }
  if (found.url === undefined) {
    throw new Failure(
      'No Profilkort runs here. Start it with `npm start`, or name a server with --url and --secret-key.',
    )
  }
  if (found.secretKey === undefined) {
    throw new Failure(
      `A secret key for ${found.url} is missing. Give it with --secret-key or PROFILKORT_SECRET_KEY.`,
    )
  }
  return { url: found.url, secretKey: found.secretKey }
}
