import { inWorkspace } from '@profilkort/database/connect'
import { settleStages } from '@profilkort/database/identity/derived-customers.queries'
import {
  findPairs,
  type Pair,
  replaceCandidates,
  seenBefore,
} from '@profilkort/database/identity/duplicates.queries'
import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { encodeGlobalId } from '../graphql/global-id.ts'
import { addDeal } from '../testing/companies.ts'
import { importFile } from '../testing/import-file.ts'
import { startTestServer, type TestWorkspace } from '../testing/server.ts'
import { findDuplicates } from './find-duplicates.ts'
import { everything } from './testing/everything.ts'

const { url, db, clock, ask, makeWorkspace } = await startTestServer()

const importLines = (workspace: TestWorkspace, request: object, ...lines: readonly string[]) =>
  importFile(url, workspace.secretKey, { kind: 'companies', ...request }, lines.join('\n'))

/** Two companies of two sources that nothing joins, each with a deal. */
async function twoCompanies() {
  const workspace = await makeWorkspace()
  await importLines(workspace, { source: 'crm' }, 'id,name,city,employees', 'c1,Nord Regnskap AS,Bergen,12')
  clock.now = new Date(clock.now.getTime() + 1000)
  await importLines(workspace, { source: 'support' }, 'id,name,city', 's1,Nord-Regnskap,Oslo')
  const run = async (query: string, variables: object = {}) => {
    const { body } = await ask(query, { key: workspace.secretKey, variables: { ...variables } })
    expect(body.errors).toBeUndefined()
    return body.data
  }
  const { customers } = await run('{ customers(kind: COMPANY) { nodes { id name } } }')
  const idOf = (name: string): string =>
    customers.nodes.find((each: { name: string }) => each.name === name).id
  const [nord, other] = [idOf('Nord Regnskap AS'), idOf('Nord-Regnskap')]
  for (const [id, value] of [
    [nord, 100],
    [other, 50],
  ] as const) {
    await addDeal(db, workspace.id, { customerId: uuidOf(id), status: 'won', value, closedOn: '2026-05-01' })
  }
  await inWorkspace(db, workspace.id, (tx) => settleStages(tx, workspace.id))
  return { workspace, run, nord, other }
}

const uuidOf = (id: string) => Buffer.from(id, 'base64url').toString().split(':')[1] ?? ''

const joining = `mutation ($ids: [ID!]!, $dryRun: Boolean!) {
  customerJoin(ids: $ids, reason: "Samme firma", dryRun: $dryRun) {
    ... on CustomerJoinSuccess { outcome {
      change { id kind reason changedBy }
      customers {
        id name attributes { key text source } records { source externalId } ties { kind } carries { what count }
      }
    } }
    ... on Problem { message }
  }
}`
const undoing = `mutation ($id: ID!) {
  identityChangeUndo(id: $id) { ... on IdentityChangeUndoSuccess { outcome { customers { id name } } } ... on Problem { message } }
}`

describe('joining two customers', () => {
  test('is tried without a trace, says whose word wins, and takes deals with it', async () => {
    const { workspace, run, nord, other } = await twoCompanies()
    const before = await everything(db, workspace.id)
    const tried = await run(joining, { ids: [nord, other], dryRun: true })
    expect(await everything(db, workspace.id)).toEqual(before)
    const done = await run(joining, { ids: [nord, other], dryRun: false })
    expect(done.customerJoin.outcome.customers).toEqual(tried.customerJoin.outcome.customers)
    expect(done.customerJoin.outcome.customers).toEqual([
      {
        id: nord,
        name: 'Nord Regnskap AS',
        attributes: expect.arrayContaining([
          { key: 'city', text: 'Oslo', source: 'support' },
          { key: 'employees', text: '12', source: 'crm' },
        ]),
        records: [
          { source: 'crm', externalId: 'c1' },
          { source: 'support', externalId: 's1' },
        ],
        ties: [{ kind: 'DECISION' }],
        carries: [{ what: 'deal', count: 2 }],
      },
    ])
    const { gone, joined } = await run(
      `{ gone: customer(id: "${other}") { id name } joined: customer(id: "${nord}") { metrics { wonValue } } }`,
    )
    expect(gone).toEqual({ id: nord, name: 'Nord Regnskap AS' })
    expect(joined.metrics.wonValue).toBe(150)
  })

  test('is undone with everything in its place, answers and scores included', async () => {
    const { workspace, run, nord, other } = await twoCompanies()
    const { scorecardCreate } =
      await run(`mutation { scorecardCreate(input: { slug: "fit", name: { nb: "Treff" } }) {
      ... on ScorecardCreateSuccess { scorecard { id latestRevision criteria { key } } } } }`)
    const { id: card } = scorecardCreate.scorecard
    await run(`mutation { scorecardPublish(id: "${card}", expectedRevision: 1) { __typename } }`)
    const answer = (customer: string, points: number) =>
      run(
        `mutation { criterionAnswer(customer: "${customer}", scorecard: "${card}", criterion: "need", points: ${points}) { __typename ... on Problem { message } } }`,
      )
    await answer(nord, 2)
    await answer(other, 0)
    const fits = () => run(`{ scorecard(slug: "fit") { fits { nodes { customer { name } points } } } }`)
    const [before, fitsBefore] = [await everything(db, workspace.id), await fits()]
    const { customerJoin } = await run(joining, { ids: [nord, other], dryRun: false })
    expect(await fits()).not.toEqual(fitsBefore)
    const undone = await run(undoing, { id: customerJoin.outcome.change.id })
    expect(undone.identityChangeUndo.outcome.customers).toHaveLength(2)
    expect(await everything(db, workspace.id)).toEqual(before)
    expect(await fits()).toEqual(fitsBefore)
    const again = await run(undoing, { id: customerJoin.outcome.change.id })
    expect(again.identityChangeUndo.message).toMatch(/undone already/)
  })

  test('keeps all records of two people together, whatever their names say; erased, none of them is left', async () => {
    const { workspace, run } = await twoCompanies()
    const people = (source: string, name: string, email: string) =>
      importLines(workspace, { kind: 'contacts', source }, 'id,name,email', `1,${name},${email}`)
    await people('crm', 'Bob Moe', 'bob@x.no')
    await people('erp', 'Robert Moe', 'robert@x.no')
    await people('shop2', 'Robert Moe', 'robert@x.no')
    const listed = async () =>
      (await run('{ customers(kind: PERSON) { nodes { id name records { source } } } }')).customers.nodes
    const before = await everything(db, workspace.id)
    const ids = (await listed()).map(({ id }: { id: string }) => id)
    expect(ids).toHaveLength(2)
    const { customerJoin } = await run(joining, { ids, dryRun: false })
    const sourcesOf = ({ records }: { records: { source: string }[] }) =>
      records.map(({ source }) => source).toSorted()
    expect(customerJoin.outcome.customers.map(sourcesOf)).toEqual([['crm', 'erp', 'shop2']])
    await people('web', 'Robert Moe', 'robert@x.no')
    expect((await listed()).map(sourcesOf)).toEqual([['crm', 'erp', 'shop2', 'web']])
    await run(undoing, { id: customerJoin.outcome.change.id })
    expect((await listed()).map(sourcesOf).toSorted()).toEqual([['crm'], ['erp', 'shop2', 'web']])
    expect((await everything(db, workspace.id)).decisions).toEqual(before.decisions)
    const { customerJoin: again } = await run(joining, { ids, dryRun: false })
    await run(
      `mutation { customerErase(id: "${again.outcome.customers[0].id}", reason: REQUEST) { __typename } }`,
    )
    expect(await listed()).toEqual([])
  })

  test('lets what is written on an id that went be of the customer that it is now', async () => {
    const { run, nord, other } = await twoCompanies()
    const { customerJoin } = await run(joining, { ids: [nord, other], dryRun: false })
    const [{ id: now }] = customerJoin.outcome.customers
    const gone = now === nord ? other : nord
    const { customerCreate } = await run(
      'mutation { customerCreate(input: { kind: COMPANY, name: "Henvist" }) { ... on CustomerCreateSuccess { customer { id } } } }',
    )
    const { scorecardCreate } = await run(
      `mutation { scorecardCreate(input: { slug: "kort", name: { nb: "K" }, threshold: 1, criteria: [{ answer: { key: "k", label: { nb: "K" }, question: { nb: "?" }, zero: { nb: "0" }, one: { nb: "1" }, two: { nb: "2" } } }] }) {
        ... on ScorecardCreateSuccess { scorecard { id } } ... on Problem { message } } }`,
    )
    await run(
      'mutation ($id: ID!) { scorecardPublish(id: $id, expectedRevision: 1) { __typename } }',
      scorecardCreate.scorecard,
    )
    const told = 'customer { id } } } ... on Problem { message } }'
    const written = await run(
      `mutation ($gone: ID!, $referred: ID!, $card: ID!) {
        deal: dealCreate(input: { customer: $gone, stage: "Won" }) { ... on DealCreateSuccess { deal { ${told}
        order: orderCreate(input: { customer: $gone, lines: [{ netAmount: 1 }] }) { ... on OrderCreateSuccess { order { ${told}
        cost: costCreate(input: { customer: $gone, purpose: SERVICE, amount: 1 }) { ... on CostCreateSuccess { cost { id } } ... on Problem { message } }
        referral: referralCreate(input: { referrer: $gone, referred: $referred }) { ... on ReferralCreateSuccess { referral { referrer { id } } } ... on Problem { message } }
        answer: criterionAnswer(scorecard: $card, customer: $gone, criterion: "k", points: 2) { __typename ... on Problem { message } }
      }`,
      { gone, referred: customerCreate.customer.id, card: scorecardCreate.scorecard.id },
    )
    expect(written).toMatchObject({
      deal: { deal: { customer: { id: now } } },
      order: { order: { customer: { id: now } } },
      cost: { cost: {} },
      referral: { referral: { referrer: { id: now } } },
      answer: { __typename: 'CriterionAnswerSuccess' },
    })
  })

  test('is refused for one customer, for a company with a person, and for what is not there', async () => {
    const { workspace, run, nord } = await twoCompanies()
    await importLines(workspace, { kind: 'contacts' }, 'id,name,email', 'p1,Kari Nes,kari@nes.no')
    const { customers } = await run('{ customers(kind: PERSON) { nodes { id } } }')
    const say = async (ids: readonly string[]) =>
      (await run(joining, { ids, dryRun: false })).customerJoin.message
    expect(await say([nord, nord])).toMatch(/takes two/)
    expect(await say([nord, customers.nodes[0].id])).toMatch(/never one customer/)
    expect(await say([nord, encodeGlobalId('Customer', '00000000-0000-4000-8000-000000000000')])).toMatch(
      /no customer/,
    )
  })
})

describe('parting a customer', () => {
  test('makes chosen records another customer, for good against identifiers, and is undone', async () => {
    const workspace = await makeWorkspace()
    const line = 'id,name,website'
    await importLines(workspace, { source: 'crm' }, line, 'c1,Nord,nord.no')
    await importLines(workspace, { source: 'web' }, line, 'w1,Nord Nett,nord.no')
    const run = async (query: string) => (await ask(query, { key: workspace.secretKey })).body.data
    const { customers } = await run('{ customers { nodes { id records { id source } } } }')
    const [{ id, records }] = customers.nodes
    const web = records.find(({ source }: { source: string }) => source === 'web')
    const before = await everything(db, workspace.id)
    const { customerPart } = await run(`mutation {
      customerPart(id: "${id}", records: ["${web.id}"]) { ... on CustomerPartSuccess { outcome { change { id } customers { name } } } ... on Problem { message } } }`)
    expect(customerPart.outcome.customers.map(({ name }: { name: string }) => name).toSorted()).toEqual([
      'Nord',
      'Nord Nett',
    ])
    await importLines(workspace, { source: 'web' }, line, 'w1,Nord Nettet,nord.no')
    expect((await run('{ customers { totalCount } }')).customers.totalCount).toBe(2)
    await importLines(workspace, { source: 'web' }, line, 'w1,Nord Nett,nord.no')
    const all = await run(
      `mutation { customerPart(id: "${id}", records: []) { ... on Problem { message } } }`,
    )
    expect(all.customerPart.message).toMatch(/Name some of the records/)
    await run(`mutation { identityChangeUndo(id: "${customerPart.outcome.change.id}") { __typename } }`)
    const after = await everything(db, workspace.id)
    expect({ ...after, revisions: [] }).toEqual({ ...before, revisions: [] })
  })
})

test('customers that look like one are proposed until somebody judges', async () => {
  const { workspace, run, nord, other } = await twoCompanies()
  await findDuplicates(db, workspace.id)
  const listed = () =>
    run(
      `{ duplicates { nodes { score reasons customers { id } } } customer(id: "${nord}") { duplicates { score customer { id } } } }`,
    )
  const before = await listed()
  expect(before.duplicates.nodes).toEqual([
    { score: 0.75, reasons: ['SAME_NAME'], customers: expect.arrayContaining([{ id: nord }, { id: other }]) },
  ])
  expect(before.customer.duplicates).toEqual([{ score: 0.75, customer: { id: other } }])
  await run(`mutation { customerDuplicateDismiss(id: "${nord}", other: "${other}") { __typename } }`)
  const after = await listed()
  expect([after.duplicates.nodes, after.customer.duplicates]).toEqual([[], []])
  const { identityChanges } = await run('{ identityChanges { nodes { kind undoneAt } } }')
  expect(identityChanges.nodes).toEqual([{ kind: 'DISMISS', undoneAt: null }])
})

test('of candidates those of customers that changed are looked at anew, and the others stay', async () => {
  const { workspace, run, nord } = await twoCompanies()
  const looked = async () => {
    await findDuplicates(db, workspace.id)
    const { duplicates } = await run('{ duplicates { nodes { customers { name } } } }')
    return duplicates.nodes.map(({ customers }: { customers: { name: string }[] }) =>
      customers.map(({ name }) => name).toSorted(),
    )
  }
  expect(await looked()).toEqual([['Nord Regnskap AS', 'Nord-Regnskap']])
  await importLines(workspace, { source: 'shop' }, 'id,name', 'b1,Fjord Bygg AS', 'b2,Fjord-Bygg')
  expect((await looked()).toSorted()).toEqual([
    ['Fjord Bygg AS', 'Fjord-Bygg'],
    ['Nord Regnskap AS', 'Nord-Regnskap'],
  ])
  const position = await inWorkspace(db, workspace.id, (tx) => seenBefore(tx, workspace.id))
  await importLines(workspace, { source: 'crm' }, 'id,name', 'c1,Helt Annet AS')
  // Each of four is beside each of the others, but only one has changed.
  await inWorkspace(db, workspace.id, async (tx) => {
    const pairs: Pair[] = []
    for await (const some of findPairs(tx, workspace.id, position)) pairs.push(...some)
    expect(pairs).toHaveLength(3)
    expect(pairs.filter(({ a, b }) => a !== uuidOf(nord) && b !== uuidOf(nord))).toEqual([])
  })
  expect(await looked()).toEqual([['Fjord Bygg AS', 'Fjord-Bygg']])
})

test('after a look that took long nobody looks again for a while', async () => {
  const { workspace, run } = await twoCompanies()
  const seen = { database: '', snapshot: '' }
  await inWorkspace(db, workspace.id, (tx) =>
    replaceCandidates(tx, workspace.id, { seen, since: undefined, candidates: [], restMs: 60_000 }, 1),
  )
  await findDuplicates(db, workspace.id)
  expect((await run('{ duplicates { nodes { score } } }')).duplicates.nodes).toEqual([])
  await inWorkspace(db, workspace.id, (tx) =>
    sql`update duplicate_search set rests_until = now() where workspace_id = ${workspace.id}`.execute(tx),
  )
  await findDuplicates(db, workspace.id)
  expect((await run('{ duplicates { nodes { score } } }')).duplicates.nodes).toHaveLength(1)
})

test('what is written in other ways is one; what many have a page on is nobody’s', async () => {
  const workspace = await makeWorkspace()
  const count = async () =>
    (await ask('{ customers { totalCount } }', { key: workspace.secretKey })).body.data.customers.totalCount
  const line = 'id,name,orgnr,website'
  await importLines(workspace, { source: 'crm' }, line, '1,Nord AS,165563300341,nord.no')
  await importLines(workspace, { source: 'erp' }, line, '1,Nord,Org.nr. 556330-0341,')
  await importLines(workspace, { source: 'web' }, line, '1,Nord,,https://www.nord.no./')
  expect(await count()).toBe(1)
  await importLines(workspace, { source: 'a' }, line, '1,Fjord,,gmail.com', '2,Fjell,,linktr.ee/fjell')
  await importLines(workspace, { source: 'b' }, line, '1,Vidde,,gmail.com', '2,Skog,,linktr.ee/skog')
  expect(await count()).toBe(5)
  const people = { kind: 'contacts' }
  await importLines(workspace, { ...people, source: 'a' }, 'id,name,email', '1,Kari Nes,kari@kåre.no')
  await importLines(workspace, { ...people, source: 'b' }, 'id,name,email', '1,Kari Nes,KARI@xn--kre-ula.no')
  await importLines(
    workspace,
    { ...people, source: 'c' },
    'id,name,email',
    '1,Fru Kari Nes,kari@ka\u030are.no',
  )
  expect(await count()).toBe(6)
})

test('what an older program kept in Punycode joins what is written as people write it, both ways', async () => {
  const workspace = await makeWorkspace()
  const count = async () =>
    (await ask('{ customers { totalCount } }', { key: workspace.secretKey })).body.data.customers.totalCount
  const [contacts, companies] = [{ kind: 'contacts', source: 'old' }, { source: 'old' }]
  await importLines(
    workspace,
    contacts,
    'id,name,email',
    '1,Kari Nes,kari@kåre.no',
    '2,Ola Nes,ola@blåbær.no',
  )
  await importLines(workspace, companies, 'id,name,website', '1,Blåbær AS,blåbær.no')
  await inWorkspace(db, workspace.id, async (tx) => {
    const old = (token: string) =>
      sql`replace(replace(${sql.ref(token)}, 'kåre.no', 'xn--kre-ula.no'), 'blåbær.no', 'xn--blbr-roah.no')`
    await sql`update identifier set token = ${old('token')}`.execute(tx)
    await sql`update source_record set identifiers = array(select ${old('each')} from unnest(identifiers) as each)`.execute(
      tx,
    )
  })
  await importLines(workspace, { ...contacts, source: 'new' }, 'id,name,email', '1,Kari Nes,kari@kåre.no')
  await importLines(workspace, { source: 'new' }, 'id,name,website', '1,Blåbær,www.blåbær.no')
  expect(await count()).toBe(3)
  await importLines(workspace, { ...contacts, source: 'new' }, 'id,name,email', '2,Ola Nes,ola@blåbær.no')
  await importLines(workspace, contacts, 'id,name,email,title', '2,Ola Nes,ola@xn--blbr-roah.no,Sjef')
  expect(await count()).toBe(3)
})

test('a rule of whose word counts is tried, then holds at once and for what comes', async () => {
  const { run, nord, other } = await twoCompanies()
  await run(joining, { ids: [nord, other], dryRun: false })
  const city = async () => {
    const { customer } = await run(`{ customer(id: "${nord}") { attributes { key text } } }`)
    return customer.attributes.find(({ key }: { key: string }) => key === 'city').text
  }
  const set = (more: string) =>
    run(
      `mutation { survivorshipSet(key: "city", ${more}) { ... on SurvivorshipSetSuccess { set { changed rules { key strategy sources } } } ... on Problem { message } } }`,
    )
  expect((await set('strategy: TRUSTED, sources: ["crm"], dryRun: true')).survivorshipSet.set.changed).toBe(1)
  expect(await city()).toBe('Oslo')
  expect((await set('strategy: TRUSTED, sources: ["crm"]')).survivorshipSet.set).toEqual({
    changed: 1,
    rules: [{ key: 'city', strategy: 'TRUSTED', sources: ['crm'] }],
  })
  expect(await city()).toBe('Bergen')
  expect((await set('strategy: TRUSTED')).survivorshipSet.message).toMatch(/Name the sources/)
  await set('dryRun: false')
  expect(await city()).toBe('Oslo')
})

test('a timeline tells what happened, newest first, page by page both ways', async () => {
  const { workspace, run, nord } = await twoCompanies()
  await addDeal(db, workspace.id, { customerId: uuidOf(nord), status: 'lost', closedOn: '2026-03-01' })
  const page = async (args: string) => {
    const { customer } = await run(`{ customer(id: "${nord}") { timeline(locale: nb, ${args}) {
      nodes { kind text } pageInfo { endCursor startCursor hasNextPage hasPreviousPage } } } }`)
    return customer.timeline
  }
  const all = await page('first: 10')
  expect(all.nodes.map(({ kind }: { kind: string }) => kind)).toEqual([
    'RECORD_HEARD',
    'DEAL_WON',
    'DEAL_OPENED',
    'DEAL_LOST',
    'DEAL_OPENED',
  ])
  expect(all.nodes[1].text.replaceAll(/\s/g, ' ')).toBe('Salg vunnet: 100 NOK')
  const seen = []
  let cursor = ''
  for (;;) {
    const { nodes, pageInfo } = await page(`first: 2${cursor}`)
    seen.push(...nodes)
    if (!pageInfo.hasNextPage) break
    cursor = `, after: "${pageInfo.endCursor}"`
  }
  expect(seen).toEqual(all.nodes)
  expect((await page('last: 2')).nodes).toEqual(all.nodes.slice(-2))
  expect((await page('first: 5, kinds: [DEAL_LOST]')).nodes).toHaveLength(1)
})

test('the page of a customer is read in three statements', async () => {
  const { run, nord } = await twoCompanies()
  const query = `{ customer(id: "${nord}") { name attributes { key text source } metrics { wonValue } company { name }
    records { source values { key text } } contacts { name role } duplicates { score }
    consents { purpose { key } state history { at } }
    timeline(first: 20) { nodes { kind text } } } }`
  await run(query)
  const statements: string[] = []
  const listen = (client: { query: unknown }) => {
    const real = client.query as (...args: unknown[]) => unknown
    client.query = (...args: unknown[]) => {
      const [asked] = args
      const text = typeof asked === 'string' ? asked : (asked as { text?: string }).text
      if (text !== undefined && !/^(begin|commit|select set_config)/i.test(text)) statements.push(text)
      return real.apply(client, args)
    }
  }
  db.pool.on('acquire', listen)
  await run(query)
  db.pool.off('acquire', listen)
  expect(new Set(statements).size, statements.join('\n---\n')).toBeLessThanOrEqual(3)
  await sql`select 1`.execute(db)
})

test('identity is a workspace’s own', async () => {
  const [one, other] = [await makeWorkspace(), await makeWorkspace()]
  for (const workspace of [one, other]) {
    await importLines(workspace, { source: 'crm' }, 'id,name,orgnr', 'c1,Nord,923609016')
  }
  const counts = await Promise.all(
    [one, other].map(({ id }) =>
      inWorkspace(db, id, (tx) => tx.selectFrom('source_record').select('customer_id').execute()),
    ),
  )
  expect(new Set(counts.flat().map(({ customer_id }) => customer_id)).size).toBe(2)
})
