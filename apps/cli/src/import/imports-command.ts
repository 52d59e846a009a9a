import { parseArgs } from 'node:util'
import { Mistake } from '../mistake.ts'
import { findServer, type Surroundings } from '../server-address.ts'
import { ask } from './ask.ts'
import { table } from './show.ts'

export const importsHelp = `Usage: npm run profilkort -- imports [--url URL] [--secret-key KEY]

Lists the last 20 imports, with the id that \`import --resume\` takes.
`

const query = `{ imports(first: 20) { edges { node {
  id state kind source fileName dryRun rows inserted changed unchanged rejected createdAt } } } }`

interface Listed {
  readonly id: string
  readonly state: string
  readonly kind: string
  readonly source: string
  readonly fileName: string
  readonly dryRun: boolean
  readonly rows: number
  readonly inserted: number
  readonly changed: number
  readonly unchanged: number
  readonly rejected: number
  readonly createdAt: string
}

/** Runs the command. @returns the exit code */
export async function importsCommand(args: readonly string[], surroundings: Surroundings): Promise<0> {
  const options = parse(args)
  if (options.help) {
    process.stdout.write(importsHelp)
    return 0
  }
  const server = findServer(surroundings, { url: options.url, secretKey: options['secret-key'] })
  const { imports } = (await ask(server, query)) as {
    readonly imports: { readonly edges: readonly { readonly node: Listed }[] }
  }
  const rows = imports.edges.map(({ node }) => [
    node.id,
    node.createdAt.slice(0, 16).replace('T', ' '),
    `${node.state.toLowerCase()}${node.dryRun ? ' (dry run)' : ''}`,
    `${node.kind} of ${node.source}`,
    node.fileName,
    `${node.rows} rows: ${node.inserted} new, ${node.changed} changed, ${node.unchanged} unchanged, ${node.rejected} not taken`,
  ])
  process.stdout.write(rows.length === 0 ? 'Nothing was imported yet.\n' : table(rows, 80))
  return 0
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        url: { type: 'string' },
        'secret-key': { type: 'string' },
        help: { type: 'boolean', short: 'h' },
      },
    }).values
  } catch (error) {
    throw new Mistake((error as Error).message)
  }
}
