// `npm test`: every suite, with the browser it needs. Arguments go to vitest: `npm test -- --project unit`.
import { spawnSync } from 'node:child_process'
import { ensureBrowser } from './browser.ts'

const CHROMIUM_PATH = await ensureBrowser()
const { status } = spawnSync('vitest', ['run', ...process.argv.slice(2)], {
  stdio: 'inherit',
  env: { ...process.env, CHROMIUM_PATH },
})
process.exit(status ?? 1)
