import { spawnSync } from 'node:child_process'
import { root } from './processes.ts'

/** Vitest's global set-up: the widgets as `npm start` builds them, so that nobody has to build before testing. */
export default function setup(): void {
  const { status } = spawnSync('turbo', ['run', 'build', '--output-logs=errors-only'], {
    cwd: root,
    stdio: 'inherit',
  })
  if (status !== 0) throw new Error('The widgets could not be built; what turbo said stands above.')
}
