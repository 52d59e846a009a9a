import { personalTables } from '@profilkort/database/personal-data/personal-tables'
import { tableTitles } from '@profilkort/domain/personal-data/about-texts'
import { expect, test } from 'vitest'
import { importFile } from '../testing/import-file.ts'
import { peopleOf } from '../testing/people.ts'
import { startTestServer } from '../testing/server.ts'
import type { About } from './about.ts'

const server = await startTestServer()
const { ask, url, workspace, makeWorkspace } = server
const people = await peopleOf(server)
const evil = '<script>alert("x")</script>'

await importFile(
  url,
  workspace.secretKey,
  { kind: 'contacts', source: 'crm' },
  `Id;Navn;E-post;Hobby\nP1;Åse Ørn;ase@example.no;${evil.replaceAll('"', '')}\n`,
)
const { body } = await ask('{ customers(search: "åse") { nodes { id } } }')
const id = body.data.customers.nodes[0].id as string
await ask(
  'mutation { purposeSave(key: "marketing", expectedRevision: 0, input: { text: { nb: "Send meg nyheter" } }) { __typename } }',
)
await people.say(id, 'marketing', 'GIVEN', { textVersion: 1, locale: 'nb', channel: 'form' })

const get = (form: string, key: string | undefined = workspace.secretKey, of = id) =>
  fetch(`${url}/v1/customers/${of}/about.${form}`, {
    headers: key === '' ? {} : { authorization: `Bearer ${key}` },
  })

test('as JSON it has everything: each source as it came, identifiers, consents with the text that was shown', async () => {
  const response = await get('json')
  expect(response.status).toBe(200)
  expect(response.headers.get('cache-control')).toBe('no-store')
  const about = (await response.json()) as About
  expect(about).toMatchObject({
    format: 'profilkort-about/1',
    person: { name: 'Åse Ørn' },
    consents: [{ purpose: 'marketing', state: 'given', text: 'Send meg nyheter', channel: 'form' }],
  })
  expect(about.tables.source_record?.[0]).toMatchObject({
    source: 'crm',
    external_id: 'P1',
    data: { Navn: 'Åse Ørn', 'E-post': 'ase@example.no', Hobby: '<script>alert(x)</script>' },
  })
  expect(about.tables.identifier).toEqual([expect.objectContaining({ token: 'email:ase@example.no' })])
  expect(about.tables.consent).toHaveLength(1)
  expect(JSON.stringify(about)).not.toContain(workspace.id)
})

test.each([
  ['nb', 'Opplysninger om Åse Ørn', 'Samtykker'],
  ['sv', 'Uppgifter om Åse Ørn', 'Samtycken'],
  ['da', 'Oplysninger om Åse Ørn', 'Samtykker'],
  ['en', 'Data about Åse Ørn', 'Consents'],
])('as a page in %s it can be read and printed, and runs nothing', async (locale, title, consents) => {
  const response = await get(`html?locale=${locale}`)
  const page = await response.text()
  expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8')
  expect(response.headers.get('content-security-policy')).toMatch(
    /default-src 'none'; style-src 'sha256-[^']+'/,
  )
  expect(page).toContain(`<html lang="${locale}">`)
  expect(page).toContain(`<h1>${title}</h1>`)
  expect(page).toContain(`<h2>${consents}</h2>`)
  expect(page).toContain('Send meg nyheter')
  expect(page).not.toContain('<script')
  expect(page).toContain('&lt;script&gt;alert(x)')
})

test('every table has a title in the page', () => {
  expect(
    personalTables.map(({ table }) => table).filter((table) => tableTitles[table] === undefined),
  ).toEqual([])
})

test('it is for those who answer for personal data, of people of their own workspace', async () => {
  expect((await get('json', '')).status).toBe(401)
  expect((await get('json', (await makeWorkspace()).secretKey)).status).toBe(404)
  expect((await get('json', undefined, 'nothing')).status).toBe(404)
  const company = await people.add('Firma AS', {}, { kind: 'COMPANY' })
  expect((await get('html', undefined, company)).status).toBe(400)
  const made = await ask(
    `mutation { apiKeyCreate(input: { kind: SECRET, name: "Leser", scopes: [CUSTOMERS_READ, CUSTOMERS_WRITE] }) {
      ... on ApiKeyCreateSuccess { newApiKey { text } } } }`,
  )
  expect((await get('json', made.body.data.apiKeyCreate.newApiKey.text)).status).toBe(403)
  expect((await get('json', workspace.publishableKey)).status).toBe(403)
})
