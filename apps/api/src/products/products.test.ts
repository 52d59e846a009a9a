import { expect, test } from 'vitest'
import { basicProfile, profileEditor } from '../testing/profiles.ts'
import { startTestServer } from '../testing/server.ts'

const { ask, makeWorkspace } = await startTestServer()
const editor = profileEditor(ask)

async function change(query: string) {
  const { body } = await ask(`mutation { result: ${query} }`)
  expect(body.errors).toBeUndefined()
  return body.data.result
}

const create = (name: string) =>
  change(`productCreate(input: { name: "${name}", listPrice: 900, currency: "NOK" }) {
    ... on ProductCreateSuccess { product { key name profileCount } } ... on Problem { message path } }`)

test('a product says whether it has two to five profiles, counting those that sell and not the archive', async () => {
  const { key } = (await create('Kvist Lønn')).product
  const advice = async () =>
    (await ask(`{ product(key: "${key}") { profileCount profileAdvice adviceText(locale: en) } }`)).body.data
      .product
  const ids: string[] = []
  const seen: string[] = []
  for (let count = 1; count <= 6; count++) {
    const kind = count % 2 === 0 ? 'TARGET_MARKET' : 'IDEAL_CUSTOMER_PROFILE'
    const { profile } = await editor.create(basicProfile(`p${count}`, { kind, links: { products: [key] } }))
    ids.push(profile.id)
    seen.push((await advice()).profileAdvice)
  }
  expect(seen).toEqual(['TOO_FEW', 'FITTING', 'FITTING', 'FITTING', 'FITTING', 'TOO_MANY'])
  await editor.create(basicProfile('person', { kind: 'PERSONA', links: { products: [key] } }))
  await editor.archive(ids[0] ?? '', 1)
  expect(await advice()).toEqual({
    profileCount: 5,
    profileAdvice: 'FITTING',
    adviceText: 'A fitting number of profiles for one product.',
  })
})

test('a product that profiles are for is not deleted; one that nobody needs is', async () => {
  const { key } = (await create('Kvist Tid')).product
  const { profile } = await editor.create(basicProfile('tid', { links: { products: [key] } }))
  const remove = () =>
    change(`productDelete(key: "${key}") { __typename ... on InUse { message users { kind name } } }`)
  expect(await remove()).toMatchObject({ __typename: 'InUse', users: [{ kind: 'Profile', name: 'tid' }] })
  await editor.update(profile.id, 1, { links: { products: [] } })
  expect((await remove()).__typename).toBe('ProductDeleteSuccess')
})

test('is named once, has a price that makes sense, and stays in its workspace', async () => {
  await create('Kvist Bank')
  expect((await create('kvist  bank')).message).toMatch(/already/)
  expect((await create(' ')).path).toEqual(['name'])
  const other = await makeWorkspace()
  expect((await ask('{ products { key } }', { key: other.secretKey })).body.data.products).toEqual([])
  const renamed = await change(`productUpdate(key: "kvistbank", input: { name: "Kvist Bank 2" }) {
    ... on ProductUpdateSuccess { product { key name listPrice } } ... on Problem { message } }`)
  expect(renamed.product).toEqual({ key: 'kvistbank', name: 'Kvist Bank 2', listPrice: null })
})
