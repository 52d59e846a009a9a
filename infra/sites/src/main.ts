// `npm run sites`: the widgets in the sites they are for, each with its real server. `npm run sites -- nginx` runs one.
import { spawnSync } from 'node:child_process'
import path from 'node:path'
import { ensureBrowser } from '@profilkort/local/browser'
import { ensurePackages } from './debian.ts'

ensurePackages([
  ['php', 'php-cli'],
  ['mariadbd', 'mariadb-server'],
  ['nginx', 'nginx-light'],
  ['firefox-esr', 'firefox-esr'],
  ['/usr/share/wordpress/wp-load.php', 'wordpress', 'php-mysql', 'wordpress-theme-twentytwentythree'],
  // Its tests read what the site says in bokmål.
  ['/usr/share/wordpress/wp-content/languages/nb_NO.mo', 'wordpress-l10n'],
])
const config = path.resolve(import.meta.dirname, '../nightly.config.ts')
const { status } = spawnSync('vitest', ['run', '--config', config, ...process.argv.slice(2)], {
  stdio: 'inherit',
  env: { ...process.env, CHROMIUM_PATH: await ensureBrowser() },
})
process.exit(status ?? 1)
