import { spawnSync } from 'node:child_process'
import { chownSync, existsSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'

/** How to run PostgreSQL's programs: as they are, or through a command that gives up root first. */
export interface Runner {
  readonly command: (program: string, args: readonly string[]) => readonly [string, string[]]
  /** Hands a file or folder to the user that PostgreSQL runs as. */
  readonly own: (file: string) => void
}

/**
 * PostgreSQL refuses to run as root, so root runs it as `nobody`, or as whoever owns the data already.
 * Where that user cannot walk the path to the project (a checkout under /root, say), it keeps the one
 * capability of passing closed folders.
 */
export function runnerFor(dataDirectory: string, paths: readonly string[]): Runner {
  if (process.getuid?.() !== 0) return { command: (program, args) => [program, [...args]], own: () => {} }
  if (spawnSync('setpriv', ['--version']).status !== 0) {
    throw new Error(
      'PostgreSQL refuses to run as root, and `setpriv` (util-linux) to run it as another user is missing. ' +
        'Start Profilkort as an ordinary user, install util-linux, or set DATABASE_URL.',
    )
  }
  const { uid, gid } = ownerOf(dataDirectory)
  const giveUpRoot = [`--reuid=${uid}`, `--regid=${gid}`, '--clear-groups']
  const passClosedFolders = [
    '--securebits=+no_setuid_fixup',
    '--inh-caps=+dac_override',
    '--ambient-caps=+dac_override',
  ]
  const options = paths.every(isOpenToAll) ? giveUpRoot : [...passClosedFolders, ...giveUpRoot]
  return {
    command: (program, args) => ['setpriv', [...options, program, ...args]],
    own: (file) => chownSync(file, uid, gid),
  }
}

function ownerOf(dataDirectory: string): { uid: number; gid: number } {
  if (existsSync(dataDirectory)) {
    const { uid, gid } = statSync(dataDirectory)
    if (uid !== 0) return { uid, gid }
  }
  const nobody = /^nobody:[^:]*:(\d+):(\d+):/m.exec(readFileSync('/etc/passwd', 'utf8'))
  return { uid: Number(nobody?.[1] ?? 65534), gid: Number(nobody?.[2] ?? 65534) }
}

function isOpenToAll(file: string): boolean {
  const executableByOthers = 0o001
  for (let folder = path.resolve(file); ; folder = path.dirname(folder)) {
    if (
      existsSync(folder) &&
      statSync(folder).isDirectory() &&
      !(statSync(folder).mode & executableByOthers)
    ) {
      return false
    }
    if (folder === path.dirname(folder)) return true
  }
}
