import { inWorkspace } from '@profilkort/database/connect'
import { expect, test } from 'vitest'
import { addCompany, addDeal } from '../testing/companies.ts'
import { importFile } from '../testing/import-file.ts'
import { basicProfile, profileEditor } from '../testing/profiles.ts'
import { startTestServer } from '../testing/server.ts'

const { ask, db, url, workspace, makeWorkspace } = await startTestServer()
const editor = profileEditor(ask)

async function change(query: string) {
  const { body } = await ask(`mutation { result: ${query} }`)
  expect(body.errors).toBeUndefined()
  return body.data.result
}

const told = 'key name series listPrice currency'
const problem = '__typename ... on Problem { message path }'

const create = (name: string, more = '') =>
  change(`productCreate(input: { name: "${name}" ${more} }) {
    ... on ProductCreateSuccess { product { ${told} } } ${problem} ... on InvalidInput { problems { path } } }`)
const update = (key: string, expectedRevision: number, input: string) =>
  change(`productUpdate(key: "${key}", expectedRevision: ${expectedRevision}, input: { ${input} }) {
    ... on ProductUpdateSuccess { product { ${told} } } ${problem} }`)
const remove = (key: string) =>
  change(`productDelete(key: "${key}") {
    ... on ProductDeleteSuccess { deleted { key } } ... on InUse { users { kind name } } ${problem} }`)

test('a product says whether it has two to five profiles, counting those that sell and not the archive', async () => {
  const { key } = (await create('Kvist Lønn')).product
  const advice = async () => {
    const { body } = await ask(
      `{ product(key: "${key}") { profileCount profileAdvice adviceText(locale: en) } }`,
    )
    return body.data.product
  }
  const seen = [(await advice()).profileAdvice]
  const ids: string[] = []
  for (let count = 1; count <= 6; count++) {
    const kind = count % 2 === 0 ? 'TARGET_MARKET' : 'IDEAL_CUSTOMER_PROFILE'
    const { profile } = await editor.create(basicProfile(`p${count}`, { kind, links: { products: [key] } }))
    ids.push(profile.id)
    seen.push((await advice()).profileAdvice)
  }
  expect(seen).toEqual(['TOO_FEW', 'TOO_FEW', 'FITTING', 'FITTING', 'FITTING', 'FITTING', 'TOO_MANY'])
  await editor.create(basicProfile('person', { kind: 'PERSONA', links: { products: [key] } }))
  await editor.archive(ids[0] ?? '', 1)
  await editor.update(ids[1] ?? '', 1, { links: { products: [key, key] } })
  expect(await advice()).toEqual({
    profileCount: 5,
    profileAdvice: 'FITTING',
    adviceText: 'A fitting number of profiles for one product.',
  })
  await editor.update(ids[1] ?? '', 2, { links: { products: [] } })
  expect((await advice()).profileCount).toBe(4)
})

test('a product that profiles are for is not deleted, whether by a draft or by what readers see', async () => {
  const { key } = (await create('Kvist Tid')).product
  const { profile } = await editor.create(basicProfile('tid', { links: { products: [key] } }))
  await editor.publish(profile.id, 1)
  expect(await remove(key)).toMatchObject({
    __typename: 'InUse',
    message: expect.stringMatching(/"tid"/),
    users: [{ kind: 'Profile', name: 'tid' }],
  })
  await editor.update(profile.id, 1, { links: { products: [] } })
  expect(await remove(key)).toMatchObject({ __typename: 'InUse', users: [{ name: 'tid' }] })
  await editor.publish(profile.id, 2)
  expect(await remove(key)).toMatchObject({ deleted: { key } })
  expect(await remove(key)).toMatchObject({ __typename: 'NotFound' })
})

test('a product that deals are about is not deleted; their number is told', async () => {
  const { key } = (await create('Kvist Reise')).product
  const customerId = await addCompany(db, workspace.id, 'Kjøper', {})
  for (let deal = 0; deal < 3; deal++) {
    await addDeal(db, workspace.id, { customerId, status: 'won', closedOn: '2026-01-01' })
  }
  await inWorkspace(db, workspace.id, (tx) =>
    tx.updateTable('deal').set({ product_key: key }).where('workspace_id', '=', workspace.id).execute(),
  )
  expect(await remove(key)).toMatchObject({
    __typename: 'InUse',
    users: [{ kind: 'Deal', name: '3 deals' }],
  })
})

test('a product that is deleted while a profile is made for it stays, or the profile is not made', async () => {
  for (let round = 0; round < 10; round++) {
    const { key } = (await create(`Flyktig ${round}`)).product
    const [made, removed] = await Promise.all([
      editor.create(basicProfile(`flyktig-${round}`, { links: { products: [key] } })),
      remove(key),
    ])
    expect(made.profile !== undefined, JSON.stringify([made, removed])).toBe(removed.__typename === 'InUse')
  }
})

test('is known by its name without case, blanks and signs, in a workspace of its own', async () => {
  expect((await create('Kvist Bank')).product.key).toBe('kvistbank')
  expect(await create('kvist-BANK')).toMatchObject({ __typename: 'InvalidInput', path: ['name'] })
  expect((await create('?')).path).toEqual(['name'])
  const { secretKey: key } = await makeWorkspace()
  const { body } = await ask('{ products { key } product(key: "kvistbank") { key } }', { key })
  expect(body.data).toEqual({ products: [], product: null })
})

test('has a price in a currency, that of the workspace where none is said', async () => {
  expect((await create('Kvist Pris', 'listPrice: 900')).product).toMatchObject({
    listPrice: 900,
    currency: 'NOK',
  })
  const wrong = await create('Kvist Feil', 'listPrice: -1, currency: "kr"')
  expect(wrong.problems.map(({ path }: { path: string[] }) => path[0])).toEqual(['listPrice', 'currency'])
})

test('a change keeps what is not given and takes away what is null', async () => {
  const { key } = (await create('Kvist Sky', 'series: "Sky", listPrice: 12.5, currency: "SEK"')).product
  const renamed = { key, name: 'Kvist Himmel', series: 'Sky', listPrice: 12.5, currency: 'SEK' }
  expect((await update(key, 1, 'name: "Kvist Himmel"')).product).toEqual(renamed)
  expect((await update(key, 2, 'series: null, listPrice: null')).product).toEqual({
    ...renamed,
    series: null,
    listPrice: null,
    currency: null,
  })
  expect(await update('nothing', 1, 'name: "X"')).toMatchObject({ __typename: 'NotFound' })
})

test('a change that was decided on what is no longer there is refused, and so is one over a product list', async () => {
  const { key } = (await create('Kvist Samtidig')).product
  const both = await Promise.all(['Ola', 'Kari'].map((who) => update(key, 1, `series: "${who}"`)))
  const outcomes = both.map(({ __typename }) => __typename as string)
  expect(new Set(outcomes)).toEqual(new Set(['ProductUpdateSuccess', 'RevisionConflict']))
  await importFile(url, workspace.secretKey, { kind: 'products' }, 'product,price\nKvist Samtidig,100')
  expect(await update(key, 2, 'series: "Ola"')).toMatchObject({
    __typename: 'RevisionConflict',
    message: expect.stringMatching(/3/),
  })
  expect((await update(key, 3, 'series: "Ola"')).product).toMatchObject({ series: 'Ola', listPrice: 100 })
})

test('a new name is what readers and editors of its profiles see', async () => {
  const { key } = (await create('Kvist Gammel')).product
  const { profile } = await editor.create(basicProfile('omdopt', { links: { products: [key] } }))
  await editor.publish(profile.id, 1)
  const names = async (version: string) => {
    const { body } = await ask(`{ profile(slug: "omdopt" ${version}) { products { name } } }`)
    expect(body.errors).toBeUndefined()
    return body.data.profile.products
  }
  const draft = ', draft: true'
  const gammel = [{ name: 'Kvist Gammel' }]
  expect([await names(''), await names(draft)]).toEqual([gammel, gammel])
  await update(key, 1, 'name: "Kvist Ny"')
  const ny = [{ name: 'Kvist Ny' }]
  expect([await names(''), await names(draft)]).toEqual([ny, ny])
  await importFile(url, workspace.secretKey, { kind: 'products' }, 'product,price\nKvist-Gammel,100')
  const listed = [{ name: 'Kvist-Gammel' }]
  expect([await names(''), await names(draft)], 'a product list renames it, too').toEqual([listed, listed])
})
