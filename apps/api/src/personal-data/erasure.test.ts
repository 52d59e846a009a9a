import { randomUUID } from 'node:crypto'
import { inWorkspace, type Tx } from '@profilkort/database/connect'
import { impersonalTables, personalTables } from '@profilkort/database/personal-data/personal-tables'
import { dumpOf } from '@profilkort/database/testing/dump'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { readGlobalId } from '../graphql/global-id.ts'
import { openEvents, soon } from '../testing/events.ts'
import { importFile } from '../testing/import-file.ts'
import { peopleOf } from '../testing/people.ts'
import { startTestServer } from '../testing/server.ts'

const server = await startTestServer()
const { ask, clock, db, url, workspace, makeWorkspace } = server
const people = await peopleOf(server)
const canary = 'Kanarifugl7f3a'

async function data(query: string, variables = {}, key = workspace.secretKey) {
  const { body } = await ask(query, { variables, key })
  expect(body.errors, JSON.stringify(body.errors)).toBeUndefined()
  return body.data
}

const receipt = `id number reason erasedBy isIntact digest erased { table deleted anonymised } consents { purpose state textVersion } beyondReach(locale: sv)`

async function erase(id: string, dryRun = false) {
  const { customerErase } = await data(
    `mutation ($id: ID!, $dryRun: Boolean!) { customerErase(id: $id, reason: REQUEST, dryRun: $dryRun) { __typename
      ... on CustomerEraseSuccess { erasure { ${receipt} } } ... on Problem { message path } } }`,
    { id, dryRun },
  )
  return customerErase
}

async function eraseByIdentifier(identifier: string) {
  const { customerEraseByIdentifier } = await data(
    `mutation ($identifier: String!) { customerEraseByIdentifier(identifier: $identifier, reason: REQUEST) { __typename
      ... on CustomerEraseByIdentifierSuccess { erasure { number } } ... on Problem { message } } }`,
    { identifier },
  )
  return customerEraseByIdentifier
}

/** Where a word stands in the whole database. */
async function placesOf(word: string): Promise<readonly string[]> {
  const dump = await dumpOf(db.url)
  return [...dump].flatMap(([table, rows]) =>
    rows.filter((row) => row.toLowerCase().includes(word.toLowerCase())).map(() => table),
  )
}

const csv = (name: string, email: string, more = '') =>
  `Id;Navn;E-post;Telefon;Tittel;Trinn;Merknad\n${more}${name};${name} Hansen;${email};+47 912 34 567;${name}-sjef;${name}-trinn;${name} liker hunder\n`

const importContacts = (file: string, fileName = 'contacts.csv') =>
  importFile(url, workspace.secretKey, { kind: 'contacts', source: 'crm', fileName }, file)

/** A person with the canary in every field that can hold one. */
async function makeCanary(): Promise<string> {
  await data(
    'mutation { attributeCreate(input: { key: "motto", subject: PERSON, type: TEXT, category: OTHER, label: { nb: "Motto" } }) { __typename } }',
  )
  await importContacts(csv(canary, `${canary}@example.no`), `${canary}.csv`)
  await importContacts(`${csv(canary, `${canary}@example.no`)}${canary};to;celler\n`)
  const { customers } = await data(`{ customers(search: "${canary}") { nodes { id } } }`)
  const id = customers.nodes[0].id as string
  const second = await people.add(`${canary} Hanssen`, { title: canary }, { source: `${canary}-kilde` })
  await data(
    `mutation ($ids: [ID!]!) { customerJoin(ids: $ids, reason: "${canary} er én") { __typename } }`,
    { ids: [id, second] },
  )
  await data(
    `mutation ($id: ID!) { customerUpdate(id: $id, expectedRevision: 0, input: { attributes: [
      { key: "title", value: "${canary} for hånd" }, { key: "faith", value: "${canary}" }] }) { __typename } }`,
    { id },
  )
  await data(
    `mutation ($id: ID!) {
      customerUpdate(id: $id, expectedRevision: 1, input: { attributes: [{ key: "motto", value: "${canary} sier" }] }) { __typename }
      attributeMigrate(key: "motto", expectedRevision: 1, migration: { mergeOptions: { from: ["${canary} sier"], into: "annet" } }) { __typename } }`,
    { id },
  )
  await ask(
    'mutation ($id: ID!) { consentRecord(customer: $id, input: { purpose: "sharing", state: DENIED }) { ... on ConsentRecordSuccess { customer { name } } } }',
    { variables: { id }, headers: { 'idempotency-key': 'once' } },
  )
  for (const purpose of ['marketing', 'specialCategories', 'profiling']) {
    await people.say(id, purpose, 'GIVEN', { source: canary, channel: canary, proof: `${canary} sa ja` })
  }
  await data(
    `mutation { scorecardCreate(input: { slug: "kort-${canary.length}", name: { nb: "Kort" } }) { __typename } }`,
  )
  const { scorecard } = await data(`{ scorecard(slug: "kort-${canary.length}", draft: true) { id } }`)
  await data('mutation ($id: ID!) { scorecardPublish(id: $id, expectedRevision: 1) { __typename } }', {
    id: scorecard.id,
  })
  await data(
    `mutation ($card: ID!, $id: ID!) { criterionAnswer(scorecard: $card, customer: $id, criterion: "need", points: 2, note: "${canary} vil ha") { __typename } }`,
    { card: scorecard.id, id },
  )
  const uuid = readGlobalId(id)?.id
  await inWorkspace(db, workspace.id, (tx) =>
    sql`insert into deal (workspace_id, source, external_id, customer_id, record_id, stage, status, closed_on, value, currency, data)
      values (${workspace.id}::uuid, 'shop', '1001', ${uuid}::uuid, ${uuid}::uuid, 'Vunnet', 'won', '2026-01-01', 900, 'NOK',
          ${JSON.stringify({ Kunde: canary })}),
        (${workspace.id}::uuid, 'shop', ${`${canary}/2`}, ${uuid}::uuid, ${uuid}::uuid, 'Vunnet', 'won', '2026-01-01', 100, 'NOK', null)`.execute(
      tx,
    ),
  )
  await inWorkspace(db, workspace.id, (tx) => insertEverywhere(tx, uuid ?? ''))
  return id
}

/** Rows of the person in the tables that other ways in fill. */
async function insertEverywhere(tx: Tx, id: string): Promise<void> {
  const own = { workspace_id: workspace.id, source: 'crm', external_id: canary }
  const of = { ...own, record_id: id, customer_id: id }
  const data = JSON.stringify({ Kunde: canary })
  const orderId = randomUUID()
  const told = { currency: 'NOK', amount: 12 }
  await tx
    .insertInto('sales_order')
    .values({
      ...of,
      id: orderId,
      ordered_on: '2026-01-02',
      currency: 'NOK',
      net_amount: 70,
      campaign: canary,
    })
    .execute()
  await tx
    .insertInto('sales_order_line')
    .values({
      workspace_id: workspace.id,
      order_id: orderId,
      external_id: canary,
      place: 1,
      description: `Gravert ${canary}`,
      net_amount: 70,
      data,
    })
    .execute()
  await tx
    .insertInto('customer_cost')
    .values({ ...of, ...told, purpose: 'service', spent_on: '2026-01-03', what: `Lunsj med ${canary}`, data })
    .execute()
  await tx
    .insertInto('ticket')
    .values({ ...of, subject: `${canary} spør`, opened_on: '2026-01-04', minutes: 5, data })
    .execute()
  await tx
    .insertInto('nps_answer')
    .values({ ...of, answered_on: '2026-01-05', score: 9, comment: `Hilsen ${canary}`, data })
    .execute()
  await tx
    .insertInto('referral')
    .values({
      ...of,
      referred_record_id: id,
      referred_customer_id: id,
      referred_on: '2026-01-06',
      note: canary,
      data,
    })
    .execute()
  const interaction = (record_id: string | null, user_id: string | null) => ({
    workspace_id: workspace.id,
    source: 'crm',
    at: clock.now,
    id: randomUUID(),
    record_id,
    type: 'track',
    name: canary,
    message_id: canary,
    received_at: clock.now,
    user_id,
    anonymous_id: canary,
    properties: data,
    context: data,
    notes: canary,
  })
  await tx
    .insertInto('interaction')
    .values([interaction(id, null), interaction(null, canary)])
    .execute()
  await tx
    .insertInto('visitor')
    .values({
      workspace_id: workspace.id,
      source: 'crm',
      anonymous_id: canary,
      user_id: canary,
      identified_at: clock.now,
      is_alias: false,
    })
    .execute()
  await tx
    .insertInto('identity_claim')
    .values({
      workspace_id: workspace.id,
      id: randomUUID(),
      source: 'crm',
      claim: JSON.stringify({ kind: 'seen', userId: canary, mayAdd: true }),
      failure: 'Test',
    })
    .execute()
}

test('every table with a record or a customer in it is exported and erased, or says why not', async () => {
  const { rows } = await sql<{ table: string }>`
    select distinct columns.table_name as "table" from information_schema.columns
    join information_schema.tables using (table_schema, table_name)
    join pg_class on relname = columns.table_name and relnamespace = 'public'::regnamespace and not relispartition
    where table_schema = 'public' and table_type = 'BASE TABLE' and (
      column_name in ('customer_id', 'person_id', 'contact_id', 'a', 'b') or column_name like '%record_id')`.execute(
    db,
  )
  const covered = new Set([...personalTables.map(({ table }) => table), ...Object.keys(impersonalTables)])
  expect(rows.map(({ table }) => table).filter((table) => !covered.has(table))).toEqual([])
  expect(rows.length).toBeGreaterThan(8)
})

test('an erased person is found nowhere in the database, and the receipt says what went', {
  timeout: 60_000,
}, async () => {
  const bystander = await people.add('Berit Bystander', { email: 'berit@example.no' })
  const id = await makeCanary()
  const before = await placesOf(canary)
  for (const table of [
    'attribute_change',
    'consent',
    'criterion_answer',
    'customer',
    'deal',
    'former_value',
    'identifier',
    'idempotent_request',
    'identity_change',
    'identity_claim',
    'import_reject',
    'interaction_other',
    'nps_answer',
    'referral',
    'sales_order',
    'sales_order_line',
    'ticket',
    'visitor',
    'customer_cost',
    'import',
    'source_record',
  ])
    expect(before, table).toContain(`public.${table}`)

  const tried = await erase(id, true)
  expect(await placesOf(canary)).toEqual(before)
  const started = performance.now()
  const { erasure } = await erase(id)
  expect(erasure.erased).toEqual(tried.erasure.erased)
  expect(await placesOf(canary)).toEqual([])
  expect(performance.now() - started).toBeLessThan(60_000)

  expect(erasure).toMatchObject({ number: 1, reason: 'REQUEST', erasedBy: 'Test secret', isIntact: true })
  expect(erasure.beyondReach[0]).toContain('namnet')
  const erased = new Map(
    (erasure.erased as readonly { table: string; deleted: number; anonymised: number }[]).map((each) => [
      each.table,
      each,
    ]),
  )
  expect(erased.get('source_record')).toMatchObject({ deleted: 3, anonymised: 0 })
  expect(erased.get('deal')).toMatchObject({ deleted: 0, anonymised: 2 })
  expect(erased.get('consent')?.deleted).toBe(4)
  expect(erasure.consents.map(({ purpose }: { purpose: string }) => purpose).toSorted()).toEqual([
    'marketing',
    'profiling',
    'sharing',
    'specialCategories',
  ])
  const { dealsSummary } = await data('{ dealsSummary { won wonValue withoutCustomer } }')
  expect(dealsSummary).toEqual({ won: 2, wonValue: 1000, withoutCustomer: 2 })
  const { rows } = await inWorkspace(db, workspace.id, (tx) =>
    sql<{ number: string }>`select external_id as number from deal order by value desc`.execute(tx),
  )
  expect(rows.map(({ number }) => number)).toEqual(['1001', expect.stringMatching(/^erased:/)])
  expect(await people.known(bystander)).toMatchObject({ email: 'berit@example.no' })
  expect(await erase(id)).toMatchObject({ __typename: 'NotFound' })
})

test('an erased person who is sent again is kept out, or let in with a flag, as the workspace chooses', async () => {
  const file = csv('Gjengangeren', 'gjengangeren@example.no')
  await importContacts(file)
  const find = async () =>
    (await data('{ customers(search: "gjengangeren") { nodes { id erasedBefore { number } } } }')).customers
      .nodes
  const [{ id }] = await find()
  const { erasure } = await erase(id)
  const again = await importContacts(file)
  expect(again.one('report').notes.map(({ code }) => code)).toContain('erased')
  expect(await find()).toEqual([])
  // Neither by another source, nor by hand.
  const byHand = `mutation { customerCreate(input: { kind: PERSON, name: "Gjengangeren Hansen", attributes: [{ key: "email", value: "Gjengangeren@Example.no" }] }) {
    __typename ... on Problem { message } } }`
  expect((await data(byHand)).customerCreate).toMatchObject({ __typename: 'InvalidInput' })
  // What an import noticed of the row that it refused is in its own report, until it is erased the next time.
  expect((await placesOf('gjengangeren')).filter((table) => table !== 'public.import')).toEqual([])

  await data('mutation { privacyUpdate(onReturn: FLAG) { __typename } }')
  await importContacts(file)
  expect(await find()).toEqual([{ id: expect.any(String), erasedBefore: [{ number: erasure.number }] }])
  await data('mutation { privacyUpdate(onReturn: REFUSE) { __typename } }')
  expect((await data('{ privacy { onReturn } }')).privacy).toEqual({ onReturn: 'REFUSE' })
})

test('what an erased person does afterwards is not kept', async () => {
  const { send, identify, at } = await openEvents(server)
  await identify('sporhund', 'Sporhund Sen')
  await send('/v1/track', { userId: 'sporhund', event: 'Opened', messageId: 'spor-1', timestamp: at(-2) })
  const { customers } = await data('{ customers(search: "sporhund") { nodes { id } } }')
  const { erasure } = await erase(customers.nodes[0].id)
  expect(erasure.erased).toContainEqual({ table: 'interaction', deleted: 1, anonymised: 0 })
  expect(await placesOf('sporhund')).toEqual([])
  await send('/v1/batch', {
    batch: [
      { type: 'identify', userId: 'sporhund', traits: { name: 'Sporhund Sen' }, messageId: 'spor-2' },
      { type: 'track', userId: 'sporhund', event: 'Opened', messageId: 'spor-3', timestamp: at(-1) },
    ],
  })
  await expect.poll(() => placesOf('sporhund'), soon).toEqual([])
  expect((await data('{ customers(search: "sporhund") { nodes { id } } }')).customers.nodes).toEqual([])
})

test('a person is erased by e-mail or telephone, unless several have it; who shared it stays welcome', async () => {
  await people.add('Kari Familie', { email: 'familie@example.no' })
  await people.add('Ola Familie', { email: 'familie@example.no', phone: '+47 400 00 001' })
  expect(await eraseByIdentifier('FAMILIE@example.no')).toMatchObject({
    __typename: 'InvalidInput',
    message: expect.stringContaining('2 people'),
  })
  expect(await eraseByIdentifier('400 00 001')).toMatchObject({
    __typename: 'CustomerEraseByIdentifierSuccess',
  })
  expect(await eraseByIdentifier('nobody@example.no')).toMatchObject({ __typename: 'NotFound' })
  await people.add('Per Familie', { email: 'familie@example.no' })
  const company = await people.add('Ikke Person AS', {}, { kind: 'COMPANY' })
  expect(await erase(company)).toMatchObject({ __typename: 'InvalidInput', path: ['id'] })
})

const letIn = async (name: string, email: string) => {
  const { customerCreate } = await data(
    `mutation ($input: CustomerCreateInput!) { customerCreate(input: $input) {
      __typename ... on CustomerCreateSuccess { customer { id } } } }`,
    { input: { kind: 'PERSON', name, source: 'nyhetsbrev', attributes: [{ key: 'email', value: email }] } },
  )
  return customerCreate.__typename === 'CustomerCreateSuccess'
}

test('one of a family is known again by the shared e-mail with the name, and her receipt is found', async () => {
  const of = { source: 'fa' }
  const kari = await people.add('Kari Dal', { email: 'dal@x.no' }, of)
  const ola = await people.add('Ola Dal', { email: 'dal@x.no' }, { ...of, externalId: 'ola' })
  const { erasure } = await erase(kari)
  expect(await letIn('Kari Dal', 'dal@x.no')).toBe(false)
  const { erasures } = await data('{ erasures(of: "dal@x.no") { nodes { number } } }')
  expect(erasures.nodes).toEqual([{ number: erasure.number }])
  expect(
    await people.add('Ola Dal', { email: 'dal@x.no', title: 'Sjef' }, { ...of, externalId: 'ola' }),
  ).toBe(ola)
  expect(await people.known(ola)).toMatchObject({ title: 'Sjef' })
  expect(await letIn('Ola Dal', 'dal@x.no')).toBe(true)
})

test('an erased person is known again by another spelling of the e-mail or the name', async () => {
  await erase(await people.add('Erika Nilsen', { email: 'erika@kåre.no' }))
  for (const email of [
    'erika@xn--kre-ula.no',
    'erika@ka\u030are.no',
    'mailto:erika@kåre.no',
    'erika@kåre.no.',
    'ERIKA@KÅRE.NO',
  ])
    expect(await letIn('Erika Nilsen', email), email).toBe(false)
  for (const name of ['Nilsen Erika', 'Nilsen, Erika', 'Fru Erika', 'Dr. Erika', 'Erika-Marie', 'E. Nilsen'])
    expect(await letIn(name, 'erika@kåre.no'), name).toBe(false)
  expect(await letIn('Ola Nilsen', 'erika@kåre.no')).toBe(true)
  const find = `{ erasures(of: "erika@xn--kre-ula.no") { nodes { reason } } }`
  expect((await data(find)).erasures.nodes).toHaveLength(1)
})

test('a person whose e-mail an older program kept in Punycode is erased by it and known again', async () => {
  const id = await people.add('Liv Strand', { email: 'liv@blåbær.no' })
  const old = 'email:liv@xn--blbr-roah.no'
  await inWorkspace(db, workspace.id, async (tx) => {
    await sql`update identifier set token = ${old} where token = 'email:liv@blåbær.no'`.execute(tx)
    await sql`update source_record set identifiers = ${[old]} where id = ${readGlobalId(id)?.id}`.execute(tx)
  })
  expect(await eraseByIdentifier('liv@blåbær.no')).toMatchObject({
    __typename: 'CustomerEraseByIdentifierSuccess',
  })
  expect(await letIn('Liv Strand', 'liv@blåbær.no')).toBe(false)
})

test('receipts are found by what the person was known by, and tell when they were changed', async () => {
  const id = await people.add('Siri Spor', { email: 'siri@example.no' })
  const { erasure } = await erase(id)
  const find = async (of: string, key = workspace.secretKey) =>
    (await data(`query ($of: String) { erasures(of: $of) { nodes { number isIntact } } }`, { of }, key))
      .erasures.nodes
  expect(await find('SIRI@example.no')).toEqual([{ number: erasure.number, isIntact: true }])
  expect(await find(id)).toEqual([{ number: erasure.number, isIntact: true }])
  expect(await find('nobody@example.no')).toEqual([])
  expect(await find('')).toEqual([])
  expect(await find(id, (await makeWorkspace()).secretKey)).toEqual([])

  await expect(
    inWorkspace(db, workspace.id, (tx) => sql`update erasure set reason = 'mistake'`.execute(tx)),
  ).rejects.toThrow(/never changed/)
  await inWorkspace(db, workspace.id, async (tx) => {
    await sql`alter table erasure disable trigger erasure_is_final`.execute(tx)
    await sql`update erasure set erased_by = 'Somebody' where number = ${erasure.number}`.execute(tx)
    await sql`alter table erasure enable trigger erasure_is_final`.execute(tx)
  })
  expect(await find('siri@example.no')).toEqual([{ number: erasure.number, isIntact: false }])
  const { erasures } = await data('{ erasures(first: 2) { nodes { number } pageInfo { hasNextPage } } }')
  expect(erasures.nodes.map(({ number }: { number: number }) => number)).toEqual([
    erasure.number,
    erasure.number - 1,
  ])
})

test('consents are only added to', async () => {
  const id = await people.add('Evig Samtykke')
  await people.say(id, 'marketing', 'GIVEN', { at: clock.now.toISOString() })
  await expect(
    inWorkspace(db, workspace.id, (tx) => sql`update consent set state = 'denied'`.execute(tx)),
  ).rejects.toThrow(/never changed/)
})

test('what is said of somebody while they are erased is kept before it, or told that nobody is there', async () => {
  for (let round = 0; round < 8; round++) {
    const { customerCreate } = await data(
      `mutation { customerCreate(input: { kind: PERSON, name: "Samtidig ${round}" }) { ... on CustomerCreateSuccess { customer { id } } } }`,
    )
    const { id } = customerCreate.customer
    const consent = ask(
      `mutation ($id: ID!) { consentRecord(customer: $id, input: { purpose: "marketing", state: GIVEN }) {
        __typename ... on ConsentRecordSuccess { customer { name } } } }`,
      { variables: { id } },
    )
    const [{ body }] = await Promise.all([consent, erase(id)])
    const codes = body.errors?.map(({ extensions }) => extensions.code) ?? []
    expect(codes.filter((code) => code !== 'NOT_FOUND')).toEqual([])
  }
})
