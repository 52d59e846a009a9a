import { writeFileSync } from 'node:fs'
import { createInterface } from 'node:readline/promises'
import { importKinds } from '@profilkort/domain/imports/kinds'
import type { Reject } from '@profilkort/domain/imports/rejects'
import { Failure } from '../mistake.ts'
import { findServer, type ServerAddress, type Surroundings } from '../server-address.ts'
import type { Told } from './events.ts'
import { followImport } from './follow.ts'
import { type ImportOptions, parseOptions, type ResumeOptions } from './options.ts'
import { writeRejects } from './rejects-file.ts'
import { resumeImport } from './resume-import.ts'
import { sendFile } from './send-file.ts'
import {
  type Proposed,
  type RecognisedFile,
  type Report,
  showMapping,
  showRecognised,
  showReport,
} from './show.ts'

export const importHelp = `Usage: npm run profilkort -- import FILE --as KIND [options]
       npm run profilkort -- import --resume ID [options]
       npm run profilkort -- imports

KIND is one of ${importKinds.join(', ')}.
Looks through the file, proposes how to read it, tries it without writing, then imports it. In a terminal it asks
before it writes. The import goes on when this command, or the server, is stopped: --resume shows the rest of it, and
goes on with one that failed half-way. imports lists them.

  --source NAME               where the rows come from (crm)
  --currency NOK              of amounts whose column names none (the workspace's)
  --key COLUMN[,COLUMN]       the columns that tell rows apart
  --set COLUMN.FIELD=VALUE    scale, currency, numberFormat, dateFormat of a column; to=kept leaves it aside
  --correct 'COLUMN:A=B'      read the cell A as B
  --mapping FILE|NAME         read by a mapping saved before: a file, a name in the workspace, or a ready one
  --save-mapping FILE         save the mapping to a file
  --save-as NAME              keep the mapping in the workspace; files with the same columns are read by it
  --sheet NAME|NUMBER         of an Excel workbook: which sheet
  --rejects FILE              where rows that cannot be taken go (<name>.rejected.csv)
  --dry-run                   only try
  --yes, -y                   do not ask
  --url, --secret-key         another server than the one that runs here

Exit codes: 0 all taken, 1 failed, 2 written wrongly, 3 taken but for some rows.
`

/** Runs the command. @returns the exit code */
export async function importCommand(args: readonly string[], surroundings: Surroundings): Promise<0 | 3> {
  const options = parseOptions(args, surroundings.cwd)
  if (options === undefined) {
    process.stdout.write(importHelp)
    return 0
  }
  const server = findServer(surroundings, options)
  if ('resume' in options) return resume(server, options)
  const trial = listen()
  const isTried = await sendFile(server, options.file, { ...options.request, dryRun: true }, trial.hear)
  if (!isTried) throw new Failure('The server stopped in the middle; nothing was written. Try again.')
  const tried = trial.result()
  process.stdout.write(showRecognised(tried.recognised))
  process.stdout.write(showMapping(tried.proposal))
  process.stdout.write(showReport('Dry run', tried.report))
  if (options.saveMapping)
    writeFileSync(options.saveMapping, `${JSON.stringify(tried.proposal.mapping, null, 2)}\n`)
  keepRejects(options, tried)
  if (options.isDryRun || !(await isAgreed(options))) return tried.rejects.length > 0 ? 3 : 0
  const run = listen(showProgress)
  const request = { ...options.request, mapping: tried.proposal.mapping, dryRun: false }
  const isHeard = await sendFile(server, options.file, request, run.hear)
  if (!isHeard) return goOn(server, options, run)
  process.stdout.write(showReport(titleOf(run), { ...run.result().report, notes: [] }))
  return run.result().rejects.length > 0 ? 3 : 0
}

/** The server stopped in the middle: the import goes on without anybody, and is heard of again. */
async function goOn(
  server: ServerAddress,
  { rejects }: Pick<ImportOptions, 'rejects'>,
  { received }: Listening,
): Promise<0 | 3> {
  const id = received()
  if (id === undefined) throw new Failure('The server stopped before it had the file. Try again.')
  process.stdout.write(`\nThe server stopped; the import ${id} goes on when it is back.\n`)
  return follow(server, id, rejects)
}

async function resume(server: ServerAddress, { resume: id, rejects }: ResumeOptions): Promise<0 | 3> {
  await resumeImport(server, id)
  return follow(server, id, rejects)
}

async function follow(server: ServerAddress, id: string, rejects: string): Promise<0 | 3> {
  const run = listen(showProgress)
  await followImport(server, id, run.hear)
  process.stdout.write(showReport(titleOf(run), run.result().report))
  keepRejects({ rejects }, run.result())
  return run.result().rejects.length > 0 ? 3 : 0
}

function titleOf({ result }: Listening): string {
  return result().report.state === 'cancelled' ? 'Cancelled' : 'Imported'
}

type Listening = ReturnType<typeof listen>

/** Gathers what the server tells of one run. */
function listen(progress?: (rows: number) => void) {
  const rejects: Reject[] = []
  const told = new Map<Told['type'], Told>()
  return {
    hear: (event: Told): void => {
      told.set(event.type, event)
      if (event.type === 'rejected') rejects.push(event as unknown as Reject)
      if (event.type === 'progress') progress?.(event.rows as number)
    },
    received: () => told.get('received')?.id as string | undefined,
    result: () => ({
      recognised: told.get('recognised') as unknown as RecognisedFile,
      proposal: told.get('proposal') as unknown as Proposed,
      report: told.get('report') as unknown as Report,
      rejects,
    }),
  }
}

function keepRejects(
  { rejects: file }: Pick<ImportOptions, 'rejects'>,
  { rejects, recognised }: { readonly rejects: readonly Reject[]; readonly recognised: RecognisedFile },
): void {
  if (rejects.length === 0) return
  const { headers, delimiter = ',', encoding = 'utf-8' } = recognised
  writeRejects(file, { headers, delimiter, encoding }, rejects)
  const [first] = rejects
  process.stdout.write(
    `\nRows that cannot be taken are in ${file}, with the reason in the last column.\n  • ${first?.reason}\n`,
  )
}

/** Without a terminal nobody can be asked; the command itself is the answer. */
async function isAgreed({ isSure }: ImportOptions): Promise<boolean> {
  if (isSure || !process.stdin.isTTY) return true
  const terminal = createInterface({ input: process.stdin, output: process.stdout })
  const answer = await terminal.question('\nImport? [Y/n] ')
  terminal.close()
  return /^(?:y|yes|j|ja|)$/i.test(answer.trim())
}

function showProgress(rows: number): void {
  const text = `Importing … ${rows} rows`
  process.stdout.write(process.stdout.isTTY ? `\r${text}` : `${text}\n`)
}
