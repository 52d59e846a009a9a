import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'

/** Where the command line finds the running server. */
export interface ServerFile {
  readonly url: string
  readonly secretKey: string
}

export function rememberServer(home: string, { url, secretKey }: ServerFile): void {
  mkdirSync(home, { recursive: true })
  writeFileSync(path.join(home, 'server.json'), `${JSON.stringify({ url, secretKey }, null, 2)}\n`, {
    mode: 0o600,
  })
}

export function forgetServer(home: string): void {
  rmSync(path.join(home, 'server.json'), { force: true })
}
