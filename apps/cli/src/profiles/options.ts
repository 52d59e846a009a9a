import path from 'node:path'
import { parseArgs } from 'node:util'
import { Mistake } from '../mistake.ts'

/** What `profiles export` or `profiles import` was asked to do. */
export interface ProfilesOptions {
  readonly action: 'export' | 'import'
  readonly folder: string
  readonly slugs: string | undefined
  readonly isPruned: boolean
  readonly isDryRun: boolean
  readonly isPublished: boolean
  readonly url: string | undefined
  readonly secretKey: string | undefined
}

/** The options that only one of the two has. */
const onlyOf = { export: ['slugs', 'prune'], import: ['dry-run', 'publish'] } as const

/** Undefined where only the help is asked for. */
export function parseOptions(args: readonly string[], cwd: string): ProfilesOptions | undefined {
  const { values, positionals } = parse(args)
  if (values.help) return undefined
  const [action, folder, ...more] = positionals
  if (action !== 'export' && action !== 'import') throw new Mistake('Say what to do: export or import.')
  if (folder === undefined) throw new Mistake(`Name the folder to ${action}.`)
  if (more.length > 0) throw new Mistake(`One folder at a time; "${more.join(' ')}" is too much.`)
  const misplaced = onlyOf[action === 'export' ? 'import' : 'export'].find(
    (name) => values[name] !== undefined,
  )
  if (misplaced !== undefined) throw new Mistake(`--${misplaced} does not go with ${action}.`)
  if (values.prune && values.slugs !== undefined)
    throw new Mistake('--prune would remove all other profiles; leave it out, or export all of them.')
  if (values.url !== undefined && !URL.canParse(values.url))
    throw new Mistake(`"${values.url}" is no address such as http://127.0.0.1:4000.`)
  return {
    action,
    folder: path.resolve(cwd, folder),
    slugs: values.slugs,
    isPruned: values.prune ?? false,
    isDryRun: values['dry-run'] ?? false,
    isPublished: values.publish ?? false,
    url: values.url,
    secretKey: values['secret-key'],
  }
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        slugs: { type: 'string' },
        prune: { type: 'boolean' },
        'dry-run': { type: 'boolean' },
        publish: { type: 'boolean' },
        url: { type: 'string' },
        'secret-key': { type: 'string' },
        help: { type: 'boolean', short: 'h' },
      },
    })
  } catch (error) {
    throw new Mistake((error as Error).message)
  }
}
