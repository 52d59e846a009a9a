import { readdirSync } from 'node:fs'
import { inWorkspace } from '@profilkort/database/connect'
import { describe, expect, test } from 'vitest'
import { importFile } from '../testing/import-file.ts'
import { startTestServer } from '../testing/server.ts'

const { url, db, workspace, makeWorkspace, importDirectory: uploads } = await startTestServer()

const bytes = (...values: number[]) => Uint8Array.from(values)
const companies = { kind: 'companies' }

async function expectNothingWritten() {
  const counts = await inWorkspace(db, workspace.id, async (tx) => {
    const count = async (table: 'customer' | 'source_record' | 'identifier') =>
      (await tx.selectFrom(table).select('workspace_id').execute()).length
    const imports = await tx.selectFrom('import').select(['state', 'dry_run']).execute()
    const taken = imports.filter(({ state, dry_run }) => state !== 'failed' && !dry_run)
    return [await count('customer'), await count('source_record'), taken.length]
  })
  expect(counts).toEqual([0, 0, 0])
  await expect.poll(() => readdirSync(uploads)).toEqual([])
}

describe('a file that cannot be imported is refused with what to do next, and nothing of it is written', () => {
  test.each<[what: string, content: string | Uint8Array<ArrayBuffer>, code: string, message: RegExp]>([
    ['nothing', '', 'EMPTY', /empty\. Export it again/],
    ['blank lines only', '\n\n  \n', 'EMPTY', /no text/],
    ['a header only', 'name;employees\n', 'NO_ROWS', /header \(name, employees\) and no rows/],
    ['a picture', bytes(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13), 'NOT_TEXT', /as CSV/],
    ['a cut-off Excel workbook', bytes(0x50, 0x4b, 3, 4, 20, 0, 6, 0), 'BROKEN_WORKBOOK', /save it again/],
    ['an old Excel workbook', bytes(0xd0, 0xcf, 0x11, 0xe0, 0xa1), 'NOT_CSV', /old Excel.*\.xlsx/],
    ['a gzip file', bytes(0x1f, 0x8b, 8, 0), 'NOT_CSV', /Unpack/],
    [
      'no header',
      'Nord;923609016;post@nord.no\nSør;923609017;post@sor.no\n',
      'HEADER_MISSING',
      /Put a line above it/,
    ],
    [
      'no name and no id',
      'colour,size\nred,1\n',
      'MAPPING',
      /names the companies by an id or a name.*colour, size/,
    ],
    ['JSON of something else', '{"companies":[{"name":"Nord"}]}\n{}', 'MAPPING', /names the companies/],
    ['a web page', '<!DOCTYPE html>\n<html><body>Sign in</body></html>', 'MAPPING', /names the companies/],
    ['a quote never closed', 'name\n"Nord\nSør\n', 'QUOTE_NOT_CLOSED', /never closed/],
    ['bytes that are no text', 'name\nN\0rd\n', 'NOT_TEXT', /not a text file/],
  ])('%s', async (_, content, code, message) => {
    const answer = await importFile(url, workspace.secretKey, companies, content)
    expect(answer.status).toBe(200)
    expect(answer.events.at(-1)).toMatchObject({
      type: 'failed',
      code,
      message: expect.stringMatching(message),
    })
    expect(answer.all('report')).toEqual([])
    await expectNothingWritten()
  })

  test.each(['', '"'])(
    'one line of 100 MB that begins with [%s] fails at once, in little memory',
    async (start) => {
      const line = `name\n${start}${'x'.repeat(100 * 1024 * 1024)}`
      const started = performance.now()
      const memory = process.memoryUsage().heapUsed
      const answer = await importFile(url, workspace.secretKey, companies, line)
      expect(answer.one('failed')).toMatchObject({
        code: 'RECORD_TOO_LONG',
        message: expect.stringMatching(/^Line 2 begins a row without an end/),
      })
      expect(performance.now() - started).toBeLessThan(20_000)
      expect(process.memoryUsage().heapUsed - memory).toBeLessThan(300 * 1024 * 1024)
      await expectNothingWritten()
    },
  )
})

test('a hundred lines that are too long cost their rows, and what is between them comes in', async () => {
  const other = await makeWorkspace()
  const long = `${'x'.repeat(2 * 1024 * 1024)};1`
  const lines = Array.from({ length: 100 }, (_, at) => `${long}\nC${at};${at}`)
  const answer = await importFile(url, other.secretKey, companies, `name;employees\n${lines.join('\n')}\n`)
  expect(answer.one('report')).toMatchObject({ rows: 200, inserted: 100, rejected: 100 })
  expect(answer.all('rejected')[0]).toMatchObject({
    line: 2,
    reason: expect.stringMatching(/^the row is longer than 1 MiB/),
  })
})

describe('a request that is not one is refused with a status of its own', () => {
  test.each<[what: string, request: object, code: string, message: RegExp]>([
    ['no kind', {}, 'KIND', /companies, contacts, deals, products/],
    ['another kind', { kind: 'invoices' }, 'KIND', /not "invoices"/],
    ['a currency that is none', { kind: 'companies', currency: 'kroner' }, 'CURRENCY', /written like NOK/],
    ['a source with a slash', { kind: 'companies', source: '../crm' }, 'SOURCE', /short name/],
    [
      'a mapping that is none',
      { kind: 'companies', mapping: { kind: 'companies' } },
      'MAPPING',
      /not a mapping/,
    ],
    ['changes that are none', { kind: 'companies', changes: { key: 'name' } }, 'CHANGES', /a list/],
  ])('%s', async (_, request, code, message) => {
    const answer = await importFile(url, workspace.secretKey, request, 'name\nNord\n')
    expect(answer).toMatchObject({ status: 400, error: { code, message: expect.stringMatching(message) } })
    await expectNothingWritten()
  })

  test('a publishable key, an unknown key and no key', async () => {
    const file = 'name\nNord\n'
    expect((await importFile(url, workspace.publishableKey, companies, file)).status).toBe(403)
    expect((await importFile(url, 'profilkort_secret_unknown', companies, file)).status).toBe(401)
    const form = new FormData()
    form.set('file', new Blob([file]))
    expect((await fetch(`${url}/v1/imports`, { method: 'POST', body: form })).status).toBe(401)
    await expectNothingWritten()
  })

  test('something else than a form, and a form without a file', async () => {
    const headers = { authorization: `Bearer ${workspace.secretKey}` }
    const send = async (body: FormData | string, more: object = {}) => {
      const response = await fetch(`${url}/v1/imports`, {
        method: 'POST',
        headers: { ...headers, ...more },
        body,
      })
      return [response.status, await response.json()]
    }
    const form = new FormData()
    form.set('request', JSON.stringify(companies))
    expect(await send(form)).toMatchObject([400, { error: { code: 'NO_FILE' } }])
    expect(await send('{}', { 'content-type': 'application/json' })).toMatchObject([
      400,
      { error: { code: 'NOT_MULTIPART' } },
    ])
    await expectNothingWritten()
  })
})

test('changes that name what is not there are refused with what is', async () => {
  const ask = async (changes: object) =>
    (
      await importFile(url, workspace.secretKey, { kind: 'companies', changes }, 'name;revenue\nNord;1\n')
    ).one('failed').message
  expect(await ask({ key: ['navn'] })).toBe('There is no column "navn". There is: name, revenue.')
  expect(await ask({ set: { revenue: { scale: 'million' } } })).toMatch(/above 0, such as 1000000/)
  expect(await ask({ set: { revenue: { dateFormat: 'ymd' } } })).toMatch(/yearMonthDay, dayMonthYear/)
  expect(await ask({ set: { revenue: { colour: 'red' } } })).toMatch(
    /"colour" cannot be set\. These can: scale/,
  )
  await expectNothingWritten()
})

test('an upload that breaks off leaves nothing behind, and the server goes on', async () => {
  const broken = new AbortController()
  const body = new ReadableStream({
    pull(controller) {
      controller.enqueue(
        new TextEncoder().encode(
          '--b\r\ncontent-disposition: form-data; name="file"; filename="a.csv"\r\n\r\nname\nNord\n',
        ),
      )
      setTimeout(() => broken.abort(), 100)
      return new Promise(() => {})
    },
  })
  const headers = {
    authorization: `Bearer ${workspace.secretKey}`,
    'content-type': 'multipart/form-data; boundary=b',
  }
  const options = { method: 'POST', headers, body, duplex: 'half', signal: broken.signal } as RequestInit
  await expect(fetch(`${url}/v1/imports`, options)).rejects.toThrow(/abort/)
  await expectNothingWritten()
  expect((await fetch(`${url}/livez`)).status).toBe(200)
})

test('a dry run tells what would be, and writes nothing', async () => {
  const answer = await importFile(
    url,
    workspace.secretKey,
    { ...companies, dryRun: true },
    'name,Own column\nNord,x\n',
  )
  expect(answer.one('report')).toMatchObject({ dryRun: true, rows: 1, inserted: 1 })
  await expectNothingWritten()
  const { rows } = await inWorkspace(db, workspace.id, async (tx) => ({
    rows: await tx.selectFrom('attribute').select('key').where('key', '=', 'ownColumn').execute(),
  }))
  expect(rows).toEqual([])
})
