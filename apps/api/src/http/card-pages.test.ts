import { escapeHtml } from '@profilkort/widgets/server/render-to-string'
import { expect, test } from 'vitest'
import { pageOrigin, startTestServer } from '../testing/server.ts'

const { ask, url, workspace } = await startTestServer()
const name = { nb: 'Kontorer & <b>vekst</b>', en: 'Firms' }
const made = await ask(
  'mutation ($input: ProfileCreateInput!) { profileCreate(input: $input) { ... on ProfileCreateSuccess { profile { id } } } }',
  {
    variables: {
      input: { kind: 'IDEAL_CUSTOMER_PROFILE', template: 'icpScorecard', slug: 'kontorer', name },
    },
  },
)
await ask('mutation ($id: ID!) { profilePublish(id: $id, expectedRevision: 1) { __typename } }', {
  variables: { id: made.body.data.profileCreate.profile.id },
})
const address = `${url}/v1/cards/${workspace.publishableKey}/kontorer`

async function open(path: string) {
  const response = await fetch(path)
  return { status: response.status, headers: response.headers, text: await response.text() }
}

test('a card is a page for frames of the key’s origins, in the asked language, with its way to oEmbed', async () => {
  const { text, headers } = await open(`${address}?locale=nb`)
  expect(text).toContain('<template shadowrootmode="open">')
  expect(text).toContain('Kontorer &#38; &#60;b&#62;vekst&#60;/b&#62;')
  expect(text).not.toContain('<b>')
  expect(text).toContain(
    `<link rel="alternate" type="application/json+oembed" href="${url}/v1/oembed?url=${encodeURIComponent(address)}"`,
  )
  expect(headers.get('content-security-policy')).toContain(`frame-ancestors ${pageOrigin}`)
  expect((await open(`${address}?locale=en`)).text).toContain('<title>Firms</title>')
})

test('a fragment is the element alone, with a link for those without any of it', async () => {
  const { text } = await open(`${address}.html`)
  expect(text).toMatch(/^<pk-profile-card profile="kontorer" lang="nb"><template/)
  expect(text).toMatch(new RegExp(`</template><a href="${address}">.*</a></pk-profile-card>$`))
})

test('oEmbed answers a frame within the asked size', async () => {
  const { text } = await open(
    `${url}/v1/oembed?url=${encodeURIComponent(address)}&maxwidth=300&maxheight=750`,
  )
  expect(JSON.parse(text)).toMatchObject({
    version: '1.0',
    type: 'rich',
    width: 300,
    height: 560,
    title: name.nb,
  })
  expect(JSON.parse(text).html).toContain(`<iframe src="${address}" width="300"`)
})

test.each([
  ['/v1/oembed?url=https://elsewhere.example/v1/cards/a/b', 404],
  ['/v1/oembed?url=nothing', 404],
  [`/v1/oembed?url=${encodeURIComponent(address)}&format=xml`, 501],
  [`/v1/cards/${workspace.publishableKey}/missing`, 404],
  [`/v1/cards/${workspace.publishableKey}x/kontorer`, 401],
  [`/v1/cards/${workspace.secretKey}/kontorer`, 401],
])('%s is answered with %i', async (path, status) => {
  expect((await open(url + path)).status).toBe(status)
})

test('the snippets name this server, the key and the profile, as text', async () => {
  const { text } = await open(`${url}/snippets?key=${workspace.publishableKey}&profile=%22%3E%3Cb%3E`)
  expect(text).toContain(escapeHtml(`data-key="${workspace.publishableKey}"`))
  expect(text).toContain(escapeHtml(`src="${url}/widgets/v1/loader.js"`))
  expect(text).not.toContain('<b>')
})
