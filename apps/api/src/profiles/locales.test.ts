import { expect, test } from 'vitest'
import { basicProfile, profileEditor } from '../testing/profiles.ts'
import { startTestServer } from '../testing/server.ts'

const { ask } = await startTestServer()
const editor = profileEditor(ask)

async function statusOf(slug: string) {
  const { body } = await ask(
    `{ profile(slug: "${slug}", draft: true) { localeStatus {
      locale status completeness differsFromPublished outdated { path label source } missing { path } } } }`,
  )
  return new Map<string, { readonly [key: string]: unknown }>(
    body.data.profile.localeStatus.map((each: { locale: string }) => [each.locale, each]),
  )
}

const settings = (input: object) =>
  ask('mutation ($input: WorkspaceUpdateInput!) { workspaceUpdate(input: $input) { __typename } }', {
    variables: { input },
  })

test('a language is missing, a draft, published, and outdated once its source has changed', async () => {
  const { profile } = await editor.create(basicProfile('status', { name: { nb: 'Vekst', sv: 'Tillväxt' } }))
  const stand = async () =>
    [...(await statusOf('status'))].map(([locale, { status }]) => `${locale} ${String(status)}`)
  expect(await stand()).toEqual(['nb DRAFT', 'sv DRAFT', 'da MISSING', 'en MISSING'])
  await editor.publish(profile.id, 1, { locales: ['nb', 'sv'] })
  expect(await stand()).toEqual(['nb PUBLISHED', 'sv PUBLISHED', 'da MISSING', 'en MISSING'])
  await editor.update(profile.id, 1, { name: { nb: 'Sterk vekst' } })
  expect(await stand()).toEqual(['nb DRAFT', 'sv OUTDATED', 'da MISSING', 'en MISSING'])
  const sv = (await statusOf('status')).get('sv')
  expect(sv?.outdated).toEqual([{ path: 'name.sv', label: expect.any(String), source: 'Sterk vekst' }])
  await editor.confirm(profile.id, 2, 'sv')
  expect((await stand())[1]).toBe('sv PUBLISHED')
})

test('readers fall back along the chain, and never to what is not published', async () => {
  const { profile } = await editor.create(
    basicProfile('reserve', { name: { nb: 'Norsk', sv: 'Svensk', en: 'English' } }),
  )
  await editor.publish(profile.id, 1, { locales: ['sv'] })
  const read = async (locale: string) =>
    (await ask(`{ profile(slug: "reserve", locale: ${locale}) { name resolvedLocale publishedLocales } }`))
      .body.data.profile
  expect(await read('en')).toEqual({ name: 'Svensk', resolvedLocale: 'sv', publishedLocales: ['sv'] })
  await editor.publish(profile.id, 1, { locales: ['en'] })
  expect(await read('en')).toMatchObject({ name: 'English', resolvedLocale: 'en' })
  expect(await read('nb')).toMatchObject({ name: 'Svensk', resolvedLocale: 'sv' })
})

test('an older revision can be published while the newer is a draft', async () => {
  const { profile } = await editor.create(basicProfile('eldre'))
  await editor.update(profile.id, 1, { name: { nb: 'Nyere' } })
  await editor.publish(profile.id, 2, { revision: 1 })
  const { body } = await ask('{ profile(slug: "eldre") { name revision latestRevision } }')
  expect(body.data.profile).toEqual({ name: 'Navn eldre', revision: 1, latestRevision: 2 })
  const wrong = await editor.publish(profile.id, 2, { revision: 9 })
  expect(wrong.problems?.[0]?.message).toBe('There is no revision 9; the newest is 2.')
})

test('a workspace may ask for a share to be written before a language is published', async () => {
  const { profile } = await editor.create(basicProfile('port', { summary: { nb: 'Kort' } }))
  await settings({ completenessGate: 1 })
  const refused = await editor.publish(profile.id, 1)
  expect(refused.problems?.[0]?.path).toEqual(['locales', '0'])
  expect(refused.problems?.[0]?.message).toMatch(/asks for 100 %\. Still to write: /)
  await settings({ completenessGate: null })
  expect((await editor.publish(profile.id, 1)).__typename).toBe('ProfilePublishSuccess')
  const { body } = await ask(
    'mutation { workspaceUpdate(input: { completenessGate: 2 }) { ... on InvalidInput { message } } }',
  )
  expect(body.data.workspaceUpdate.message).toMatch(/share from 0 to 1/)
})
