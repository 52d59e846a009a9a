import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Api, profilkort, root, startApi } from './processes.ts'

const scratch = mkdtempSync(path.join(os.tmpdir(), 'profilkort-content-'))
const file = (...parts: readonly string[]) => path.join(scratch, 'content', ...parts)
const read = (...parts: readonly string[]) => readFileSync(file(...parts), 'utf8')
/** The document that the page shows. */
const example =
  /```yaml\n(.*?)```/s.exec(readFileSync(path.join(root, 'docs/content-files.md'), 'utf8'))?.[1] ?? ''

let api: Api
beforeAll(async () => {
  api = await startApi()
}, 120_000)
afterAll(async () => {
  await api.stop()
  rmSync(scratch, { recursive: true, force: true })
})

const run = (...args: readonly string[]) => profilkort(api, scratch, ['profiles', ...args])

describe('profiles as files', () => {
  test('are written one a file, and a second time nothing is', async () => {
    const first = await run('export', 'content')
    expect(first).toMatchObject({ code: 0, output: expect.stringMatching(/^Exported \d+ documents/) })
    const slugs = readdirSync(file('profiles'))
    expect(slugs).toContain('regnskapsforere-i-vekst.yaml')
    expect(read('profiles', 'regnskapsforere-i-vekst.yaml')).toMatch(
      /^profilkort: 1\nslug: regnskapsforere-i-vekst\n/,
    )
    const before = slugs.map((name) => read('profiles', name))
    expect((await run('export', 'content')).output).toMatch(/: 0 files written, 0 removed/)
    expect(slugs.map((name) => read('profiles', name))).toEqual(before)
    expect((await run('import', 'content')).output).toMatch(
      /^Imported: 0 created, 0 updated, \d+ unchanged\.\n$/,
    )
  })

  test('are tried, taken in and published after somebody edited them', async () => {
    writeFileSync(file('profiles', 'verksteder.yaml'), example)
    const dry = await run('import', 'content', '--dry-run', '--publish')
    expect(dry.output).toMatch(/^Dry run: 1 created, 0 updated.*verksteder: created, published in nb/s)
    expect((await run('import', 'content', '--publish')).output).toMatch(/^Imported: 1 created/)
    expect((await run('import', 'content', '--publish')).output).toMatch(/^Imported: 0 created, 0 updated/)
    rmSync(file('profiles', 'verksteder.yaml'))
    await run('export', 'content', '--slugs', 'verksteder')
    expect(read('profiles', 'verksteder.yaml')).toBe(example)
  })

  test('with a typo are refused with the file and line, and none is taken', async () => {
    const name = 'regnskapsforere-i-vekst.yaml'
    const good = read('profiles', name)
    const line = good.split('\n').indexOf('summary:') + 1
    writeFileSync(file('profiles', name), good.replace('\nsummary:', '\nsumary:'))
    writeFileSync(file('profiles', 'ny.yaml'), example.replace('slug: verksteder', 'slug: ny'))
    const { code, output } = await run('import', 'content')
    expect(code).toBe(1)
    expect(output).toMatch(
      new RegExp(`^Nothing was imported\\.\n.*profiles/${name}:${line} sumary: .*Did you mean 'summary'`),
    )
    writeFileSync(file('profiles', name), `${good}"`)
    expect(await run('import', 'content')).toMatchObject({
      code: 1,
      output: expect.stringContaining(`profiles/${name}:`),
    })
    writeFileSync(file('profiles', name), good)
  })

  test('that are gone are removed only when asked, and other files never', async () => {
    writeFileSync(file('profiles', 'README.md'), 'Ours')
    expect((await run('export', 'content')).output).toMatch(/0 removed/)
    expect(existsSync(file('profiles', 'ny.yaml'))).toBe(true)
    expect((await run('export', 'content', '--prune')).output).toMatch(/1 removed/)
    expect(existsSync(file('profiles', 'ny.yaml'))).toBe(false)
    expect(read('profiles', 'README.md')).toBe('Ours')
  })

  test('ask for what is missing in the command', async () => {
    expect(await run()).toMatchObject({ code: 2, output: expect.stringMatching(/export or import.*Usage/s) })
    expect(await run('import', 'content', '--prune')).toMatchObject({
      code: 2,
      output: expect.stringMatching(/does not go with import/),
    })
    expect(await run('import', 'nowhere')).toMatchObject({
      code: 1,
      output: expect.stringMatching(/no documents in/),
    })
    expect(await run('--help')).toMatchObject({ code: 0, output: expect.stringMatching(/^Usage/) })
  })
})
