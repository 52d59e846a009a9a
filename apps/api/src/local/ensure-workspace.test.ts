import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { followLink } from '../keys/testing/sign-in.ts'
import { startTestServer } from '../testing/server.ts'
import { ensureWorkspace } from './ensure-workspace.ts'

const server = await startTestServer()
const { ask, url, clock } = server
const { imports } = server.app
const home = mkdtempSync(path.join(os.tmpdir(), 'profilkort-home-'))
afterAll(() => rmSync(home, { recursive: true }))

test('starts that come together make one owner, who each of their links signs in as', async () => {
  const start = () =>
    ensureWorkspace({
      imports,
      home,
      url,
      now: clock.now,
      isDemo: false,
      intranetOrigin: 'http://127.0.0.1:4100',
    })
  const started = await Promise.all([start(), start(), start()])
  for (const { signIn } of [...started, await start()]) {
    const { body } = await ask('{ viewer { name role } members { role } workspace { slug } }', {
      key: '',
      headers: await followLink(server, signIn),
    })
    expect(body.data).toEqual({
      viewer: { name: 'Owner', role: 'OWNER' },
      members: [{ role: 'OWNER' }],
      workspace: { slug: 'workspace' },
    })
  }
  expect((await start()).keys).toEqual((await start()).keys)
})
