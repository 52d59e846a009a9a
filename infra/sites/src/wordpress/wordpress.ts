import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { freePort, root } from '@profilkort/e2e/processes'
import { type Ground, makeGround, run, startMariadb, untilAnswers } from '../servers.ts'

const source = path.join(root, 'infra/integrations/wordpress/profilkort')

/** A WordPress of its own, with the plugin's files in place and turned on. */
export interface WordPress {
  readonly origin: string
  /** Runs PHP inside it as the administrator. @returns what the code returned */
  readonly php: <Answer>(code: string, env?: { readonly [name: string]: string }) => Answer
  /** Writes a post. @returns its address */
  readonly write: (content: string, author?: number) => string
  /** What PHP complained of since the start. */
  readonly log: () => string
  readonly folder: string
  readonly stop: () => Promise<void>
}

export const password = 'a-password-for-an-hour'

/** Debian's WordPress on PHP's own server, on a host name that is not the Profilkort server's. */
export async function startWordPress(serverUrl: string): Promise<WordPress> {
  const ground = makeGround('wordpress')
  try {
    return await set(ground, serverUrl)
  } catch (error) {
    await ground.stop()
    throw error
  }
}

async function set(ground: Ground, serverUrl: string): Promise<WordPress> {
  const socket = await startMariadb(ground)
  const host = `wordpress.localhost:${await freePort()}`
  const folder = path.join(ground.folder, 'site')
  cpSync('/usr/share/wordpress', folder, { recursive: true, dereference: true })
  cpSync(source, path.join(folder, 'wp-content/plugins/profilkort'), { recursive: true })
  mkdirSync(path.join(folder, 'wp-content/mu-plugins'))
  cpSync(path.join(import.meta.dirname, 'strict.php'), path.join(folder, 'wp-content/mu-plugins/strict.php'))
  writeFileSync(path.join(folder, 'wp-config.php'), configuration(host, socket))
  const log = path.join(ground.folder, 'php.log')
  writeFileSync(log, '')
  const php = <Answer>(code: string, env: { readonly [name: string]: string } = {}): Answer => {
    const said = runPhp(folder, host, code, env)
    return JSON.parse(said.split('\n').at(-1) ?? 'null') as Answer
  }
  php(
    `wp_install('Profilkort på prøve', 'admin', 'admin@site.example', true, '', '${password}'); return true;`,
    { SITE_INSTALLS: '1' },
  )
  php(`update_option('WPLANG', 'nb_NO'); switch_theme('twentytwentythree');
    wp_insert_user(array('user_login' => 'bidragsyter', 'user_pass' => '${password}', 'user_email' => 'b@site.example', 'role' => 'contributor'));
    $error = activate_plugin('profilkort/profilkort.php'); return is_wp_error($error) ? $error->get_error_message() : true;`)
  ground.start(
    'php',
    [
      '-S',
      `127.0.0.1:${host.split(':')[1]}`,
      '-t',
      folder,
      '-d',
      `error_log=${log}`,
      '-d',
      'display_errors=0',
    ],
    {
      PHP_CLI_SERVER_WORKERS: '4',
      PROFILKORT_SERVER: serverUrl,
    },
  )
  const origin = `http://${host}`
  await untilAnswers(`http://127.0.0.1:${host.split(':')[1]}/wp-login.php`)
  return {
    origin,
    folder,
    php,
    write: (content, author = 1) =>
      php<string>(
        `kses_remove_filters(); wp_set_current_user(${author}); kses_init();
        return get_permalink(wp_insert_post(array('post_title' => 'Hvem vi selger til', 'post_status' => 'publish', 'post_author' => ${author}, 'post_content' => wp_slash(base64_decode('${Buffer.from(content).toString('base64')}')))));`,
      ),
    log: () => readFileSync(log, 'utf8'),
    stop: ground.stop,
  }
}

function runPhp(
  folder: string,
  host: string,
  code: string,
  env: { readonly [name: string]: string },
): string {
  const settings = Object.entries({ SITE_HOST: host, ...env }).map(([name, value]) => `${name}=${value}`)
  const script = path.join(import.meta.dirname, 'run.php')
  return run('env', ['-C', folder, ...settings, 'php', '-d', 'display_errors=stderr', script], code)
}

function configuration(host: string, socket: string): string {
  return `<?php
define('DB_NAME', 'wordpress');
define('DB_USER', 'root');
define('DB_PASSWORD', '');
define('DB_HOST', 'localhost:${socket}');
define('DB_CHARSET', 'utf8mb4');
define('DB_COLLATE', '');
foreach (array('AUTH', 'SECURE_AUTH', 'LOGGED_IN', 'NONCE') as $name) {
	define($name . '_KEY', 'for an hour ' . $name);
	define($name . '_SALT', 'for an hour ' . $name);
}
define('WP_HOME', 'http://${host}');
define('WP_SITEURL', 'http://${host}');
define('WP_DEBUG', true);
define('WP_DEBUG_DISPLAY', false);
define('DISABLE_WP_CRON', true);
// Asks nobody but the server on this machine: no updates, no news.
define('WP_HTTP_BLOCK_EXTERNAL', true);
define('WP_ACCESSIBLE_HOSTS', '127.0.0.1');
$table_prefix = 'wp_';
if (!defined('ABSPATH')) define('ABSPATH', __DIR__ . '/');
require_once ABSPATH . 'wp-settings.php';
`
}
