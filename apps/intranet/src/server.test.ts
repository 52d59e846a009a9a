import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Intranet, startIntranet } from './server.ts'
import { secretKey, startApi } from './testing.ts'

const publishableKey = 'profilkort_publishable_name_text'
let api: Awaited<ReturnType<typeof startApi>>
let intranet: Intranet

beforeAll(async () => {
  api = await startApi()
  intranet = await startIntranet({ port: 0, apiUrl: api.url, publishableKey, secretKey })
})
afterAll(async () => {
  await intranet.close()
  await api.close()
})

async function open(path: string): Promise<{ status: number; text: string; headers: Headers }> {
  const response = await fetch(intranet.url + path)
  return { status: response.status, text: await response.text(), headers: response.headers }
}

test('every page has the one script tag and a policy that lets in nothing but it', async () => {
  for (const path of [
    '/',
    '/salg',
    '/partnere',
    '/kunder',
    '/undersokelse',
    '/kunder/Q3VzdG9tZXI6MQ%3D%3D',
    '/finnes-ikke',
  ]) {
    const { text, headers } = await open(path)
    expect(text.match(/<script[^>]*>/g)).toEqual([
      `<script src="${api.url}/widgets/v1/profilkort.js" data-key="${publishableKey}" async>`,
    ])
    expect(text).not.toMatch(/<style|style="| on\w+="/)
    expect(headers.get('content-security-policy')).toContain(
      `script-src ${api.url}; style-src 'self'; connect-src ${api.url};`,
    )
    expect(text).not.toContain(secretKey)
  }
})

test('is in bokmål, and in English on request, with links that stay so', async () => {
  expect((await open('/salg')).text).toContain('<html lang="nb">')
  const { text } = await open('/salg?lang=en')
  expect(text).toContain('<html lang="en">')
  expect(text).toContain('<h1>Whom we sell to</h1>')
  expect(text).toContain('href="/kunder?lang=en"')
  expect(text).toContain('href="/salg" lang="nb"')
})

test('the front page announces the survey and leads to its page', async () => {
  const [, to = ''] = /<a href="([^"]+)">About the survey</.exec((await open('/?lang=en')).text) ?? []
  const { status, text } = await open(to)
  expect(status).toBe(200)
  expect(text).toContain('<time datetime="2026-12-07">Monday 7 December</time>')
  expect(text).toContain('<pk-survey')
})

test('the search finds customers, and what is typed and found is text, not markup', async () => {
  const { text } = await open(`/kunder?navn=${encodeURIComponent('<b>anlegg')}`)
  expect(text).toContain('value="&lt;b&gt;anlegg"')
  expect(text).toContain('>Bygg &amp; &lt;b&gt;Anlegg&lt;/b&gt; &quot;Nord&quot; AS</a>')
  expect(text).not.toContain('Vestlandske')
  expect((await open('/kunder?navn=ukjent')).text).toContain('Ingen kunder heter noe slikt')
})

test('a customer’s page carries a token for that customer and this origin alone', async () => {
  const { text, headers } = await open('/kunder/Q3VzdG9tZXI6MQ%3D%3D')
  const [, token = ''] =
    /<pk-context token="([^"]+)">\s*<pk-fit-score customer="Q3VzdG9tZXI6MQ==" scorecard="ideal-customer">/.exec(
      text,
    ) ?? []
  const payload = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString())
  expect(payload).toMatchObject({ aud: 'profilkort', customers: ['Q3VzdG9tZXI6MQ=='], origin: intranet.url })
  expect(headers.get('cache-control')).toBe('no-store')
})

test.for([
  '/kunder/Q3VzdG9tZXI6OTk',
  '/kunder/tull',
  '/kunder/%E0',
  '/kunder/a/b',
  '/ukjent',
  '//example.com',
])('%s is told as not found', async (path) => {
  const { status, text } = await open(path)
  expect(status).toBe(404)
  expect(text).toContain('Siden finnes ikke')
})

test('nothing can be sent to it', async () => {
  expect((await fetch(intranet.url, { method: 'POST' })).status).toBe(405)
})

test('says so when Profilkort does not answer or refuses, and the rest stays up', async () => {
  const told: unknown[] = []
  const common = { port: 0, publishableKey, onError: (error: unknown) => void told.push(error) }
  for (const [apiUrl, key] of [
    ['http://127.0.0.1:9', secretKey],
    [api.url, `${secretKey}x`],
  ] as const) {
    const other = await startIntranet({ ...common, apiUrl, secretKey: key })
    const response = await fetch(`${other.url}/kunder`)
    expect(response.status).toBe(503)
    expect(await response.text()).toContain('Kundeoversikten svarer ikke')
    expect((await fetch(`${other.url}/salg`)).status).toBe(200)
    await other.close()
  }
  expect(told).toHaveLength(2)
})
