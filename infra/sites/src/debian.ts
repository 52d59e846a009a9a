import { type SpawnSyncOptions, spawnSync } from 'node:child_process'
import { chmodSync, existsSync, rmSync, writeFileSync } from 'node:fs'

/** A program or file, and the Debian packages that bring it. */
type Wanted = readonly [what: string, ...packages: string[]]

const policy = '/usr/sbin/policy-rc.d'

/** Installs what is missing, as root, without letting Debian start any server of its own. Throws where it cannot. */
export function ensurePackages(wanted: readonly Wanted[]): void {
  const missing = wanted.filter(([what]) => !isThere(what)).flatMap(([, ...packages]) => packages)
  if (missing.length === 0) return
  if (process.getuid?.() !== 0) throw new Error(`Install these first: apt-get install ${missing.join(' ')}`)
  process.stdout.write(`Installing ${missing.join(', ')} (once) …\n`)
  const isOurs = !existsSync(policy)
  if (isOurs) {
    writeFileSync(policy, '#!/bin/sh\nexit 101\n')
    chmodSync(policy, 0o755)
  }
  try {
    const quiet: SpawnSyncOptions = {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    }
    spawnSync('apt-get', ['update', '-qq'], quiet)
    const { status } = spawnSync(
      'apt-get',
      ['install', '-y', '-qq', '--no-install-recommends', ...missing],
      quiet,
    )
    if (status !== 0) throw new Error('apt-get could not install them; what it said stands above.')
  } finally {
    if (isOurs) rmSync(policy)
  }
}

function isThere(what: string): boolean {
  const places = what.startsWith('/') ? [what] : [`/usr/bin/${what}`, `/usr/sbin/${what}`]
  return places.some((place) => existsSync(place))
}
