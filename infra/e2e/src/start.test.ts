import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { freePort, profilkort, startApi } from './processes.ts'

const home = mkdtempSync(path.join(os.tmpdir(), 'profilkort-start-'))
writeFileSync(path.join(home, 'x.csv'), 'Name\nFjordregnskap AS\n')
afterAll(() => rmSync(home, { recursive: true, force: true }))

const port = await freePort()
const start = () => startApi({ args: ['--empty'], home, env: { PORT: String(port) } })

test('a second start keeps the keys, also after kill -9; another run on the same data is told who has it', async () => {
  const first = await start()
  await expect(start()).rejects.toThrow(
    new RegExp(`already running on .* \\(process ${first.process.pid}\\)`),
  )
  first.process.kill('SIGKILL')
  await once(first.process, 'exit')
  expect((await profilkort(first, home, ['import', 'x.csv', '--as', 'companies'])).output).toMatch(
    /Nothing answers at .* Start Profilkort/,
  )
  const second = await start()
  expect(second.keys).toEqual(first.keys)
  await second.stop()
  writeFileSync(path.join(home, 'keys-workspace.json'), '{"secretKey"')
  const third = await start()
  expect(third.keys.secretKey).not.toBe(first.keys.secretKey)
  await third.stop()
})

test('without a running server the command line says how to start one', async () => {
  const { code, output } = await profilkort({ home }, home, ['import', 'x.csv', '--as', 'companies'])
  expect(code).toBe(1)
  expect(output).toContain('Start it with `npm start`')
})

test('a sign-in link opens GraphiQL for who follows it first, and nobody after', async () => {
  const api = await start()
  const first = await fetch(api.url + api.signIn)
  const cookie = first.headers.get('set-cookie')?.split(';')[0] ?? ''
  expect(first.headers.get('set-cookie')).toMatch(/HttpOnly; SameSite=Strict/)
  const ask = (headers: { readonly [name: string]: string }) =>
    fetch(`${api.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: '{"query":"{ workspace { slug } }"}',
    }).then((answer) => answer.json())
  expect(await ask({ cookie })).toMatchObject({ data: { workspace: { slug: 'workspace' } } })
  expect(await ask({})).toMatchObject({ errors: [{ extensions: { code: 'UNAUTHENTICATED' } }] })
  const again = await fetch(api.url + api.signIn)
  expect(again.status).toBe(401)
  expect(await again.text()).toMatch(/used already/)
  await api.stop()
})
