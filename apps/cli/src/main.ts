// The command line: `npm run profilkort -- <command>`. The only file of it that reads the environment.
import path from 'node:path'
import { importCommand, importHelp } from './import/import-command.ts'
import { importsCommand, importsHelp } from './import/imports-command.ts'
import { Mistake } from './mistake.ts'
import { profilesCommand, profilesHelp } from './profiles/profiles-command.ts'

const help = `Usage: npm run profilkort -- <command>

Commands:
  import FILE --as KIND     take in CSV, JSON or Excel: companies, contacts, deals, products ...
  imports                   list imports
  profiles export FOLDER    write profiles as files for git
  profiles import FOLDER    take them in

Add --help to a command for its options.
`

const { env } = process
const [command, ...args] = process.argv.slice(2)
const surroundings = {
  // npm runs scripts from the project's root; paths are meant from where the user stands.
  cwd: env.INIT_CWD ?? process.cwd(),
  home: path.resolve(env.PROFILKORT_HOME ?? path.join(import.meta.dirname, '../../../.profilkort')),
  url: env.PROFILKORT_URL,
  secretKey: env.PROFILKORT_SECRET_KEY,
}

try {
  if (command === 'import') {
    process.exitCode = await importCommand(args, surroundings)
  } else if (command === 'imports') {
    process.exitCode = await importsCommand(args, surroundings)
  } else if (command === 'profiles') {
    process.exitCode = await profilesCommand(args, surroundings)
  } else if (command === undefined || command === '--help' || command === 'help') {
    process.stdout.write(help)
  } else {
    throw new Mistake(`There is no command "${command}".\n\n${help}`)
  }
} catch (error) {
  const isMistake = error instanceof Mistake
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  if (isMistake && command === 'import') process.stderr.write(`\n${importHelp}`)
  if (isMistake && command === 'imports') process.stderr.write(`\n${importsHelp}`)
  if (isMistake && command === 'profiles') process.stderr.write(`\n${profilesHelp}`)
  process.exitCode = isMistake ? 2 : 1
}
