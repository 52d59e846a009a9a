import { expect, test } from 'vitest'
import { peopleOf } from '../testing/people.ts'
import { startTestServer } from '../testing/server.ts'

const server = await startTestServer()
const { ask, clock, makeWorkspace } = server
const people = await peopleOf(server)

const hours = (count: number) => new Date(clock.now.getTime() + count * 3_600_000).toISOString()

async function consentsOf(id: string) {
  const { body } = await ask(
    `query ($id: ID!) { customer(id: $id) { consents {
      purpose { key } state mayBeUsed since expiresAt source textVersion history { state at channel locale proof recordedBy } } } }`,
    { variables: { id } },
  )
  expect(body.errors).toBeUndefined()
  // biome-ignore lint/suspicious/noExplicitAny: a test reads whatever it asked for
  const all: readonly any[] = body.data.customer.consents
  return Object.fromEntries(all.map((each) => [each.purpose.key, each]))
}

async function save(key: string, expectedRevision: number, input: object) {
  const { body } = await ask(
    `mutation ($key: String!, $expectedRevision: Int!, $input: PurposeInput!) {
      purposeSave(key: $key, expectedRevision: $expectedRevision, input: $input) { __typename
        ... on PurposeSaveSuccess { purpose { key name(locale: sv) ground revision isPredefined texts { version texts } } }
        ... on Problem { message path } } }`,
    { variables: { key, expectedRevision, input } },
  )
  expect(body.errors).toBeUndefined()
  return body.data.purposeSave
}

async function archive(mutation: string, key: string, expectedRevision: number) {
  const { body } = await ask(
    `mutation { result: ${mutation}(key: "${key}", expectedRevision: ${expectedRevision}) { __typename ... on Problem { message path } } }`,
  )
  return body.data.result
}

test('every workspace has the purposes that the product asks for, in four languages and with the strictest ground', async () => {
  const { body } = await ask('{ purposes { key ground revision nb: name(locale: nb) da: name(locale: da) } }')
  expect(body.data.purposes.map(({ key }: { key: string }) => key)).toEqual([
    'analytics',
    'marketing',
    'profiling',
    'sharing',
    'specialCategories',
  ])
  for (const purpose of body.data.purposes) expect(purpose).toMatchObject({ ground: 'CONSENT', revision: 0 })
  expect(body.data.purposes[1]).toMatchObject({ nb: 'Markedsføring', da: 'Markedsføring' })
})

test('a purpose of the workspace keeps each version of its text, is changed as it was seen, and can be put away', async () => {
  const name = { nb: 'Nyhetsbrev', sv: 'Nyhetsbrev' }
  const { purpose } = await save('newsletter', 0, { name, text: { nb: 'Ja takk' } })
  expect(purpose).toMatchObject({ name: 'Nyhetsbrev', ground: 'CONSENT', revision: 1, isPredefined: false })
  expect(await save('newsletter', 0, { name })).toMatchObject({ __typename: 'RevisionConflict' })
  const same = await save('newsletter', 1, { text: { nb: 'Ja takk' }, ground: 'LEGITIMATE_INTEREST' })
  expect(same.purpose).toMatchObject({ ground: 'LEGITIMATE_INTEREST', texts: [{ version: 1 }] })
  const next = await save('newsletter', 2, { text: { nb: 'Ja, gjerne' } })
  expect(next.purpose.texts).toEqual([
    { version: 2, texts: { nb: 'Ja, gjerne' } },
    { version: 1, texts: { nb: 'Ja takk' } },
  ])
  expect(await archive('purposeArchive', 'newsletter', 3)).toMatchObject({
    __typename: 'PurposeArchiveSuccess',
  })
  const kari = await people.add('Kari Arkiv')
  expect(await people.say(kari, 'newsletter', 'GIVEN')).toMatchObject({ path: ['purpose'] })
  await archive('purposeUnarchive', 'newsletter', 4)
  expect(await people.say(kari, 'newsletter', 'GIVEN', { textVersion: 2, locale: 'nb' })).toMatchObject({
    __typename: 'ConsentRecordSuccess',
  })
})

test('purposes of the product stay, and special categories need consent', async () => {
  expect(await archive('purposeArchive', 'marketing', 0)).toMatchObject({ path: ['key'] })
  expect(await save('specialCategories', 0, { ground: 'LEGITIMATE_INTEREST' })).toMatchObject({
    path: ['ground'],
  })
  expect(await save('Not A Key', 0, { name: { nb: 'X' } })).toMatchObject({ path: ['key'] })
})

test('what was said is told with its history, and the newest counts', async () => {
  const id = await people.add('Ola Historie')
  await people.say(id, 'marketing', 'GIVEN', {
    at: hours(-48),
    channel: 'form',
    source: 'shop',
    expiresAt: hours(48),
  })
  await people.say(id, 'marketing', 'WITHDRAWN', { at: hours(-1), proof: 'Sak 17', locale: 'nb' })
  // Told late, but said before.
  await people.say(id, 'marketing', 'GIVEN', { at: hours(-24) })
  const { marketing, profiling } = await consentsOf(id)
  expect(marketing).toMatchObject({ state: 'WITHDRAWN', mayBeUsed: false, since: hours(-1), expiresAt: null })
  expect(marketing.history.map(({ state }: { state: string }) => state)).toEqual([
    'WITHDRAWN',
    'GIVEN',
    'GIVEN',
  ])
  expect(marketing.history[0]).toMatchObject({ proof: 'Sak 17', locale: 'nb', recordedBy: 'Test secret' })
  expect(marketing.history[2]).toMatchObject({ channel: 'form' })
  expect(profiling).toMatchObject({ state: 'UNKNOWN', mayBeUsed: false, since: null, history: [] })
})

test('what was said stands in the timeline', async () => {
  const id = await people.add('Tiril Tid')
  await people.say(id, 'marketing', 'GIVEN', { at: hours(-2), channel: 'form' })
  await people.say(id, 'marketing', 'WITHDRAWN', { at: hours(-1) })
  const { body } = await ask(
    `query ($id: ID!) { customer(id: $id) { timeline(kinds: [CONSENT_GIVEN, CONSENT_WITHDRAWN]) { nodes { text data } } } }`,
    { variables: { id } },
  )
  expect(body.data.customer.timeline.nodes).toMatchObject([
    { text: 'Samtykke trukket: marketing' },
    { text: 'Samtykke gitt: marketing', data: { channel: 'form' } },
  ])
})

test.each<[string, object, string]>([
  ['nothing', { purpose: 'nothing', state: 'GIVEN' }, 'purpose'],
  ['what is yet to be said', { at: hours(2) }, 'at'],
  ['a yes that ran out before it was said', { at: hours(-2), expiresAt: hours(-3) }, 'expiresAt'],
  ['a no that runs out', { state: 'DENIED', expiresAt: hours(3) }, 'expiresAt'],
  ['a text there is none of', { textVersion: 9 }, 'textVersion'],
  ['a proof without end', { proof: 'x'.repeat(2001) }, 'proof'],
])('%s is refused', async (_, input, field) => {
  const id = await people.add('Ina Feil')
  const { purpose = 'marketing', state = 'GIVEN', ...rest } = input as { purpose?: string; state?: string }
  expect((await people.say(id, purpose, state, rest)).path).toEqual([field])
})

test('a company cannot consent, and one of another workspace is not there', async () => {
  const company = await people.add('Firma AS', {}, { kind: 'COMPANY' })
  expect(await people.say(company, 'marketing', 'GIVEN')).toMatchObject({ path: ['customer'] })
  const other = await makeWorkspace()
  const { body } = await ask(
    `mutation ($id: ID!) { consentRecord(customer: $id, input: { purpose: "marketing", state: GIVEN }) { __typename } }`,
    { key: other.secretKey, variables: { id: await people.add('Per Fremmed') } },
  )
  expect(body.data.consentRecord.__typename).toBe('NotFound')
})

test('a list for a purpose has those who may be used for it, whichever ground it has', async () => {
  const [yes, no, silent] = [
    await people.add('Liste Ja'),
    await people.add('Liste Nei'),
    await people.add('Liste Taus'),
  ]
  await people.add('Liste AS', {}, { kind: 'COMPANY' })
  await people.say(yes, 'analytics', 'GIVEN', { expiresAt: hours(24) })
  await people.say(no, 'analytics', 'DENIED')
  const names = async (purpose: string) => {
    const { body } = await ask(
      `{ customers(first: 100, search: "liste", purpose: "${purpose}") { totalCount nodes { name } } }`,
    )
    const { nodes, totalCount } = body.data.customers
    expect(totalCount).toBe(nodes.length)
    return nodes.map(({ name }: { name: string }) => name)
  }
  expect(await names('analytics')).toEqual(['Liste AS', 'Liste Ja'])
  await save('analytics', 0, { ground: 'LEGITIMATE_INTEREST' })
  expect(await names('analytics')).toEqual(['Liste AS', 'Liste Ja', 'Liste Taus'])
  await save('analytics', 1, { ground: 'CONSENT' })
  clock.now = new Date(hours(25))
  expect(await names('analytics')).toEqual(['Liste AS'])
  expect((await consentsOf(yes)).analytics.state).toBe('EXPIRED')
  expect((await consentsOf(silent)).analytics.state).toBe('UNKNOWN')
  const { body } = await ask('{ customers(purpose: "nothing") { totalCount } }')
  expect(JSON.stringify(body.errors)).toContain('There is no purpose')
})
