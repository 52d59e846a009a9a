import { expect, test } from 'vitest'
import { createKey } from '../keys/create-key.ts'
import { addCompany } from '../testing/companies.ts'
import { openEvents, soon } from '../testing/events.ts'
import { peopleOf } from '../testing/people.ts'
import { startTestServer } from '../testing/server.ts'

const server = await startTestServer()
const { ask, clock, db, url, workspace } = server
const people = await peopleOf(server)
const { send, identify, at } = await openEvents(server)
const reader = await createKey({ db, now: clock.now }, workspace.id, {
  kind: 'secret',
  name: 'Reads',
  origins: [],
  expiresAt: null,
  scopes: ['customers:read'],
})
const hours = (count: number) => new Date(clock.now.getTime() + count * 3_600_000).toISOString()

async function data(query: string, variables = {}, key = workspace.secretKey) {
  const { body } = await ask(query, { variables, key })
  expect(body.errors, JSON.stringify(body.errors)).toBeUndefined()
  return body.data
}

async function idOf(name: string): Promise<string> {
  const { customers } = await data('query ($name: String!) { customers(search: $name) { nodes { id } } }', {
    name,
  })
  return customers.nodes[0].id
}

const aboutCustomer = `query ($id: ID!) { customer(id: $id) {
  interactions(first: 10) { nodes { properties } } timeline(first: 10, kinds: [INTERACTION]) { nodes { data } }
  records { raw } } }`

/** The properties of the newest interaction, the same everywhere, and whether the rows of sources are told. */
async function told(id: string, key = workspace.secretKey) {
  const { customer } = await data(aboutCustomer, { id }, key)
  const [newest] = customer.interactions.nodes
  const [entry] = customer.timeline.nodes
  expect(entry.data.properties).toEqual(newest.properties)
  expect(entry.data).not.toHaveProperty('recordId')
  return { properties: newest.properties, raw: customer.records.map(({ raw }: { raw: unknown }) => raw) }
}

const prayed = {
  religion: 'protestant',
  Tro: 'Åsatru',
  place: 'Voss',
  order: { lines: [{ FAITH: 'Åsatru', price: 3 }] },
}
const withheld = { place: 'Voss', order: { lines: [{ price: 3 }] } }

test('what events tell of special categories is known only while the consent stands', async () => {
  await data(`mutation { attributeCreate(input: { key: "religion", subject: PERSON, type: TEXT, category: PSYCHOGRAPHIC,
    label: { en: "Religion" }, sensitive: true }) { __typename } }`)
  await identify('u1', 'Pia Person', { faith: { not: 'a text' } })
  await send('/v1/track', { userId: 'u1', event: 'Prayed', properties: prayed, timestamp: at(-5) })
  const id = await idOf('Pia Person')
  await expect.poll(() => told(id), soon).toMatchObject({ properties: withheld })
  expect(await told(id, reader.text)).toEqual({ properties: withheld, raw: [null] })
  await people.say(id, 'specialCategories', 'GIVEN', { at: hours(-2) })
  expect(await told(id, reader.text)).toMatchObject({
    properties: prayed,
    raw: [{ traits: { faith: { not: 'a text' } } }],
  })
  await people.say(id, 'specialCategories', 'WITHDRAWN', { at: hours(-1) })
  expect(await told(id)).toEqual({ properties: withheld, raw: [null] })
  await people.say(id, 'specialCategories', 'GIVEN', { expiresAt: hours(1) })
  expect(await told(id)).toMatchObject({ properties: prayed })
  clock.now = new Date(hours(1))
  expect(await told(id)).toMatchObject({ properties: withheld })
  const about = await fetch(`${url}/v1/customers/${id}/about.json`, {
    headers: { authorization: `Bearer ${workspace.secretKey}` },
  })
  expect(await about.json()).toMatchObject({ tables: { interaction: [{ properties: prayed }] } })
})

test('of a company it is each person whose consent counts, and nobody consents for what it did itself', async () => {
  await send('/v1/group', { userId: 'u2', groupId: 'g1', traits: { name: 'Hov AS' } })
  await identify('u2', 'Odd Åsen')
  await identify('u3', 'Eva Åsen')
  await send('/v1/group', { userId: 'u3', groupId: 'g1', traits: { name: 'Hov AS' } })
  const done = (minutes: number, who: object) =>
    send('/v1/track', {
      ...who,
      event: 'Prayed',
      properties: prayed,
      context: { groupId: 'g1' },
      timestamp: at(minutes),
    })
  await done(-1, { userId: 'u2' })
  await done(-2, { userId: 'u3' })
  await done(-3, { anonymousId: 'nobody' })
  await expect.poll(() => idOf('Hov AS').catch(() => undefined), soon).toBeDefined()
  const company = await idOf('Hov AS')
  await people.say(await idOf('Odd Åsen'), 'specialCategories', 'GIVEN')
  const all = async () => {
    const { customer } = await data(aboutCustomer, { id: company })
    const own = customer.interactions.nodes.map(({ properties }: { properties: unknown }) => properties)
    const entries = customer.timeline.nodes.map(
      (each: { data: { properties: unknown } }) => each.data.properties,
    )
    return { own, entries }
  }
  const expected = [prayed, withheld, withheld]
  await expect.poll(all, soon).toEqual({ own: expected, entries: expected })
})

test('rules do not look for special categories in what customers did', async () => {
  await addCompany(db, workspace.id, 'Fjell', {})
  const rule = (property: string) =>
    `{ atLeast: { field: { interactions: { figure: SUM, name: "Prayed", property: "${property}" } }, value: { number: 1 } } }`
  const ofList = async (property: string) =>
    (await ask(`{ customers(where: ${rule(property)}) { totalCount } }`)).body.errors?.[0]?.message
  expect(await ofList('place')).toBeUndefined()
  expect(await ofList('Religion')).toMatch(/'Religion' tells of 'religion', a special category/)
  expect(await ofList('tro')).toMatch(/'tro' tells of 'religion'/)
  const where = encodeURIComponent(
    JSON.stringify({
      kind: 'atLeast',
      field: { kind: 'interactions', figure: 'sum', name: 'Prayed', property: 'religion' },
      value: 1,
    }),
  )
  const file = await fetch(`${url}/v1/exports/customers.csv?where=${where}`, {
    headers: { authorization: `Bearer ${workspace.secretKey}` },
  })
  expect([file.status, await file.text()]).toEqual([400, expect.stringContaining('a special category')])
})
