import { type SpawnSyncOptions, spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'

const places = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
]

/**
 * The path of a Chromium to test with: CHROMIUM_PATH, one that is installed, else Debian's package (as root),
 * else the one Playwright downloads.
 */
export async function ensureBrowser(): Promise<string> {
  const found = process.env.CHROMIUM_PATH ?? places.find((place) => existsSync(place))
  if (found) return found
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    process.stdout.write('Installing Chromium for the browser tests (once) …\n')
    const quiet: SpawnSyncOptions = {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    }
    spawnSync('apt-get', ['update', '-qq'], quiet)
    spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], quiet)
    const installed = places.find((place) => existsSync(place))
    if (installed) return installed
  }
  const { chromium } = await import('playwright')
  if (!existsSync(chromium.executablePath())) {
    process.stdout.write('Downloading Chromium for the browser tests (once) …\n')
    const { status } = spawnSync('npx', ['playwright', 'install', 'chromium'], { stdio: 'inherit' })
    if (status !== 0) {
      throw new Error('No Chromium for the browser tests. Install one and set CHROMIUM_PATH to its program.')
    }
  }
  return chromium.executablePath()
}
