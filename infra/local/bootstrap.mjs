// The way in on a machine that has nothing but Node 20 and npm: installs what is missing, then runs a script of
// this folder with the Node the project brings. Plain JavaScript, for the Node that happens to be there.
import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'

const root = path.resolve(import.meta.dirname ?? path.dirname(new URL(import.meta.url).pathname), '../..')
const bin = path.join(root, 'node_modules', '.bin')
const ownNode = path.join(
  root,
  'node_modules',
  'node',
  'bin',
  process.platform === 'win32' ? 'node.exe' : 'node',
)

install()
const [script, ...args] = process.argv.slice(2)
const child = spawn(ownNode, [path.join(import.meta.dirname, script), ...args], {
  cwd: root,
  stdio: 'inherit',
  env: { ...process.env, PATH: `${bin}${path.delimiter}${process.env.PATH}` },
})
// A terminal sends Ctrl-C to both: the child decides when it has ended. A signal to us alone is handed on.
process.on('SIGINT', () => {})
process.on('SIGTERM', () => child.kill('SIGTERM'))
child.on('exit', (code, signal) => process.exit(signal ? 1 : (code ?? 1)))

function install() {
  const lock = readFileSync(path.join(root, 'package-lock.json'))
  const wanted = createHash('sha256').update(lock).digest('hex')
  const stamp = path.join(root, 'node_modules', '.installed')
  if (existsSync(stamp) && existsSync(ownNode) && readFileSync(stamp, 'utf8') === wanted) return
  console.log('Installing what Profilkort needs (once, a minute or so) …')
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm'
  const { status } = spawnSync(npm, ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  })
  if (status !== 0) {
    console.error(
      'The installation failed; what npm said stands above. Check the network and run the command again.',
    )
    process.exit(1)
  }
  writeFileSync(stamp, wanted)
}
