// `npm run check`: all that is held besides the tests. Everything is run, then what failed is named.
import { spawnSync } from 'node:child_process'

const steps: readonly (readonly [name: string, command: string, ...args: string[]])[] = [
  ['format and lint', 'biome', 'ci', '--error-on-warnings', '.'],
  ['type-aware lint', 'oxlint', '--type-aware', '--deny-warnings'],
  ['build and types', 'turbo', 'run', 'build', 'types', '--output-logs=errors-only', '--log-prefix=none'],
  ['boundaries', 'turbo', 'boundaries'],
  ['unused code', 'knip'],
  ['generated code', 'npm', 'run', 'generate:check', '--silent'],
]

const failed = steps.filter(([name, command, ...args]) => {
  process.stdout.write(`\n── ${name}\n`)
  return spawnSync(command, args, { stdio: 'inherit' }).status !== 0
})
if (failed.length > 0) {
  process.stderr.write(`\nFailed: ${failed.map(([name]) => name).join(', ')}.\n`)
  process.exit(1)
}
