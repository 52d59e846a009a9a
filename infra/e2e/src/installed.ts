import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { build } from 'vite'
import { root } from './processes.ts'

/** A folder of a web team that has installed our packages from what `npm publish` would send. */
export interface Project {
  readonly folder: string
  /** Writes a file into it. */
  readonly write: (file: string, text: string) => void
  /** Bundles a module of it for browsers, as one text. */
  readonly bundle: (entry: string) => Promise<string>
  /** What the compiler says of it; empty where it is content. */
  readonly compile: () => string
  readonly remove: () => void
}

/**
 * Makes the folder without a network: packages of ours are packed and unpacked, theirs are linked.
 * @param ours folders of `packages`
 * @param theirs names, or paths in the project of what stands in for a name
 */
export function install(ours: readonly string[], theirs: { readonly [name: string]: string }): Project {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'profilkort-web-team-'))
  const write = (file: string, text: string) => writeFileSync(path.join(folder, file), text)
  for (const name of ours) {
    const target = path.join(folder, 'node_modules/@profilkort', name)
    mkdirSync(target, { recursive: true })
    execFileSync('tar', ['-xzf', pack(name), '-C', target, '--strip-components=1'])
  }
  for (const [name, place] of Object.entries(theirs)) {
    const link = path.join(folder, 'node_modules', name)
    mkdirSync(path.dirname(link), { recursive: true })
    symlinkSync(path.join(root, place), link)
  }
  write('package.json', JSON.stringify({ name: 'web-team', private: true, type: 'module' }))
  write(
    'tsconfig.json',
    JSON.stringify({
      compilerOptions: {
        strict: true,
        exactOptionalPropertyTypes: true,
        noEmit: true,
        skipLibCheck: false,
        target: 'es2024',
        lib: ['es2024', 'dom', 'dom.iterable'],
        module: 'nodenext',
        jsx: 'react-jsx',
        types: [],
      },
      include: ['*.ts', '*.tsx'],
    }),
  )
  return {
    folder,
    write,
    bundle: (entry) => bundle(folder, entry),
    compile: () => compile(folder),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  }
}

const packed = new Map<string, string>()

/** The path of what `npm publish` would send of a package. */
function pack(name: string): string {
  const known = packed.get(name)
  if (known !== undefined) return known
  const folder = mkdtempSync(path.join(os.tmpdir(), 'profilkort-packed-'))
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }))
  const told = execFileSync('npm', ['pack', '--json', '--pack-destination', folder], {
    cwd: path.join(root, 'packages', name, 'dist/npm'),
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  const [{ filename }] = JSON.parse(told) as readonly [{ readonly filename: string }]
  const file = path.join(folder, filename)
  packed.set(name, file)
  return file
}

async function bundle(folder: string, entry: string): Promise<string> {
  const built = await build({
    root: folder,
    configFile: false,
    logLevel: 'silent',
    // Never the development builds of dependencies: a test's NODE_ENV would ask for them.
    resolve: { conditions: ['module', 'browser', 'production'] },
    define: { 'process.env.NODE_ENV': '"development"' },
    build: {
      write: false,
      minify: false,
      lib: { entry: path.join(folder, entry), formats: ['es'], fileName: 'bundle' },
      rolldownOptions: { output: { codeSplitting: false } },
    },
  })
  const [first] = Array.isArray(built) ? built : []
  if (first === undefined) throw new Error(`${entry} could not be bundled`)
  return first.output.map((file) => ('code' in file ? file.code : '')).join('')
}

function compile(folder: string): string {
  try {
    execFileSync('tsc', ['-p', folder], { encoding: 'utf8', stdio: 'pipe' })
    return ''
  } catch (error) {
    return String((error as { readonly stdout?: string }).stdout ?? error)
  }
}
