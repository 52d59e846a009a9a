import { mkdirSync } from 'node:fs'
import { readdir, rename, rm, stat } from 'node:fs/promises'
import path from 'node:path'

const idOf = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** The folder that files to import are kept in until they are. Servers may share it. */
export interface ImportFiles {
  /** Where the file of an import is. */
  readonly pathOf: (id: string) => string
  /** Where a file is while it comes in. */
  readonly incoming: (id: string) => string
  /** Keeps a file that has come in whole. */
  readonly keep: (id: string) => Promise<void>
  readonly has: (id: string) => Promise<boolean>
  readonly remove: (id: string) => Promise<void>
  /** The imports whose files are there. */
  readonly list: () => Promise<readonly string[]>
  /** Takes away what came in and was given up an hour or more ago: what is half, and what is of no import. */
  readonly removeAbandoned: (now: Date, known: ReadonlySet<string>) => Promise<void>
}

const abandonedAfter = 60 * 60_000

/** Opens the folder, and makes it where it is not there. */
export function openImportFiles(directory: string): ImportFiles {
  mkdirSync(directory, { recursive: true, mode: 0o700 })
  const pathOf = (id: string) => path.join(directory, id)
  const incoming = (id: string) => path.join(directory, `${id}.incoming`)
  return {
    pathOf,
    incoming,
    keep: (id) => rename(incoming(id), pathOf(id)),
    has: (id) =>
      stat(pathOf(id)).then(
        () => true,
        () => false,
      ),
    remove: async (id) => {
      await rm(pathOf(id), { force: true })
      await rm(incoming(id), { force: true })
    },
    list: async () => (await readdir(directory)).filter((name) => idOf.test(name)),
    removeAbandoned: async (now, known) => {
      for (const name of await readdir(directory)) {
        const file = path.join(directory, name)
        if (known.has(name)) continue
        const { mtimeMs } = await stat(file)
        if (mtimeMs < now.getTime() - abandonedAfter) await rm(file, { force: true })
      }
    },
  }
}
