import { ensureAttributes } from '@profilkort/database/attributes/attributes.queries'
import { inWorkspace } from '@profilkort/database/connect'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { addCompany } from '../testing/companies.ts'
import { peopleOf } from '../testing/people.ts'
import { startTestServer } from '../testing/server.ts'
import { keepSegments } from './keep-members.ts'

const server = await startTestServer()
const { ask, db, workspace, clock } = server
const people = await peopleOf(server)

async function run(query: string, variables = {}) {
  const { body } = await ask(query, { variables })
  expect(body.errors, JSON.stringify(body.errors)).toBeUndefined()
  return body.data
}
const minutes = (count: number) => {
  clock.now = new Date(clock.now.getTime() + count * 60_000)
}
const keep = () => keepSegments(db, workspace.id, clock.now)
const atLeast = (count: number) =>
  `{ atLeast: { field: { attribute: "employees" }, value: { number: ${count} } } }`

async function make(slug: string, rule: string): Promise<string> {
  const { segmentCreate } = await run(
    `mutation { segmentCreate(input: { slug: "${slug}", name: { en: "${slug}" }, rule: ${rule} }) { ... on SegmentCreateSuccess { segment { id } } ... on Problem { message } } }`,
  )
  return segmentCreate.segment.id
}
async function events(slug: string): Promise<readonly string[]> {
  const { segment } = await run(
    `{ segment(slug: "${slug}") { events(first: 100) { nodes { kind reason customer { name } } } } }`,
  )
  return segment.events.nodes.map(
    ({ kind, reason, customer }: { kind: string; reason: string; customer: { name: string } | null }) =>
      `${customer?.name ?? 'nobody'} ${kind} ${reason}`,
  )
}
async function members(slug: string): Promise<readonly string[]> {
  const { segment } = await run(
    `{ segment(slug: "${slug}") { members(first: 100) { nodes { customer { name } } } } }`,
  )
  return segment.members.nodes.map(({ customer }: { customer: { name: string } }) => customer.name).toSorted()
}
const setEmployees = (name: string, count: number) =>
  inWorkspace(db, workspace.id, (tx) =>
    sql`update customer set attributes = attributes || jsonb_build_object('employees', ${count}::integer)
      where workspace_id = ${workspace.id}::uuid and name = ${name}`.execute(tx),
  )

await addCompany(db, workspace.id, 'Ask', { employees: 5 })
await addCompany(db, workspace.id, 'Bjørk', { employees: 25 })
await addCompany(db, workspace.id, 'Gran', { employees: 40 })

test('who enters and who leaves is told with the reason; who was in it from the start is not', async () => {
  const id = await make('large', atLeast(20))
  await keep()
  expect(await members('large')).toEqual(['Bjørk', 'Gran'])
  expect(await events('large')).toEqual([])
  minutes(1)
  await setEmployees('Ask', 50)
  await setEmployees('Gran', 1)
  await keep()
  expect(await members('large')).toEqual(['Ask', 'Bjørk'])
  expect((await events('large')).toSorted()).toEqual([
    'Ask ENTERED CUSTOMER_CHANGED',
    'Gran LEFT CUSTOMER_CHANGED',
  ])
  minutes(1)
  await setEmployees('Gran', 60)
  await run(
    `mutation ($id: ID!) { segmentUpdate(id: $id, expectedRevision: 1, input: { rule: ${atLeast(30)} }) { __typename } }`,
    { id },
  )
  await keep()
  const latest = await events('large')
  expect(latest.slice(0, 2).toSorted()).toEqual(['Bjørk LEFT RULE_CHANGED', 'Gran ENTERED CUSTOMER_CHANGED'])
  await keep()
  expect(await events('large')).toEqual(latest)
  const { segment } = await run(
    '{ segment(slug: "large") { keptAt sizes { day revision size } revisions { revision sentence savedBy } } }',
  )
  expect(segment.sizes).toEqual([
    { day: '2026-11-23', revision: 1, size: 2 },
    { day: '2026-11-23', revision: 2, size: 2 },
  ])
  expect(segment.keptAt).toBe(clock.now.toISOString())
  expect(segment.revisions.map(({ revision }: { revision: number }) => revision)).toEqual([2, 1])
})

test('time that passes and consents are reasons of their own kinds', async () => {
  const day = 86_400_000
  await addCompany(db, workspace.id, 'Fersk', {
    yearFounded: 2000,
    lastPurchase: clock.now.getTime() - 29.5 * day,
  })
  const lastPurchase = {
    key: 'lastPurchase',
    subject: 'company',
    type: 'time',
    category: 'behavioural',
    label: { en: 'Last purchase' },
    options: [],
    sensitive: false,
  } as const
  await inWorkspace(db, workspace.id, (tx) => ensureAttributes(tx, workspace.id, [lastPurchase]))
  const kari = await people.add('Kari', { age: 30 })
  await make('recent', '{ withinDays: { field: { attribute: "lastPurchase" }, days: 30 } }')
  await make('adults', '{ atLeast: { field: { attribute: "age" }, value: { number: 18 } } }')
  await keep()
  expect([await members('recent'), await members('adults')]).toEqual([['Fersk'], []])
  minutes(1)
  await people.say(kari, 'profiling', 'GIVEN')
  await keep()
  expect(await events('adults')).toEqual(['Kari ENTERED CUSTOMER_CHANGED'])
  minutes(24 * 60)
  await keep()
  expect(await events('recent')).toEqual(['Fersk LEFT TIME_PASSED'])
  const { customer } = await run(
    'query ($id: ID!) { customer(id: $id) { segmentEvents { nodes { kind segment { slug } } } } }',
    { id: kari },
  )
  expect(customer.segmentEvents.nodes).toEqual([{ kind: 'ENTERED', segment: { slug: 'adults' } }])
})

test('after a storm of changes, with keepers that are broken off and that meet, members are exactly those of the rule', async () => {
  const id = await make('storm', atLeast(500))
  await inWorkspace(db, workspace.id, (tx) =>
    sql`insert into customer (workspace_id, kind, stage, name, name_key, attributes)
      select ${workspace.id}::uuid, 'company', 'lead', 'S' || n, 's' || n, jsonb_build_object('employees', n)
      from generate_series(1, 1000) as n`.execute(tx),
  )
  await make('near', `{ people: { atLeast: 2, rule: ${atLeast(500)} } }`)
  await inWorkspace(db, workspace.id, (tx) =>
    sql`insert into customer (workspace_id, kind, stage, name, name_key, company_id, attributes)
      select workspace_id, 'person', 'lead', 'P' || name, 'p', id, attributes from customer
      where workspace_id = ${workspace.id}::uuid and name ~ '^S[0-9]+$'`.execute(tx),
  )
  await keep()
  const storm = async (seed: number) => {
    for (let round = 0; round < 20; round++) {
      await inWorkspace(db, workspace.id, (tx) =>
        sql`update customer set
            attributes = jsonb_build_object('employees', abs(hashtext(name || ${`p${seed} ${round}`})) % 1000),
            company_id = (select id from customer as company where company.workspace_id = ${workspace.id}::uuid
              and company.name = 'S' || 100 * ((${round}::integer + length(customer.name)) % 5 + 4))
          where workspace_id = ${workspace.id}::uuid and name like ${`PS%${seed}`}`.execute(tx),
      )
      await inWorkspace(db, workspace.id, (tx) =>
        sql`update customer set attributes = jsonb_build_object('employees', abs(hashtext(name || ${`${seed} ${round}`})) % 1000)
          where workspace_id = ${workspace.id}::uuid and name like ${`S%${seed}`} `.execute(tx),
      )
      await inWorkspace(db, workspace.id, (tx) =>
        sql`delete from customer where workspace_id = ${workspace.id}::uuid and name = ${`S${round * 40 + seed}`}`.execute(
          tx,
        ),
      )
    }
  }
  let isOver = false
  const keeper = async () => {
    while (!isOver) {
      await keep().catch(() => undefined)
    }
  }
  // What is under way dies in the middle, again and again.
  const killer = async () => {
    while (!isOver) {
      await sql`select pg_terminate_backend(pid) from pg_stat_activity
        where datname = current_database() and pid <> pg_backend_pid() and query like '-- keepMembers%' and state = 'active'
          and random() < 0.2`.execute(db)
    }
  }
  const keepers = [keeper(), keeper(), killer()]
  await Promise.all([storm(1), storm(2), storm(3)])
  isOver = true
  await Promise.all(keepers)
  // Whom a person has left is not noted with the person.
  minutes(5)
  await keep()
  const { rows } = await inWorkspace(db, workspace.id, (tx) =>
    sql<{ wrong: number; members: number; net: number }>`
      with fresh as (select id from customer where workspace_id = ${workspace.id}::uuid and kind = 'company' and (attributes ->> 'employees')::numeric >= 500),
      kept as (select customer_id as id from segment_member where workspace_id = ${workspace.id}::uuid
        and segment_id = ${Buffer.from(id, 'base64url').toString().split(':')[1]}::uuid)
      select (select count(*) from ((table fresh except table kept) union all (table kept except table fresh)) as differ) as wrong,
        (select count(*) from kept) as members,
        (select size from segment_keeping where segment_id = ${Buffer.from(id, 'base64url').toString().split(':')[1]}::uuid) as net`.execute(
      tx,
    ),
  )
  expect(rows[0]?.wrong).toBe(0)
  const near = await inWorkspace(db, workspace.id, (tx) =>
    sql<{ wrong: number; members: number }>`
      with fresh as (select company_id as id from customer where workspace_id = ${workspace.id}::uuid
        and company_id is not null and (attributes ->> 'employees')::numeric >= 500 group by 1 having count(*) >= 2),
      kept as (select customer_id as id from segment_member as member
        join segment on segment.workspace_id = member.workspace_id and segment.id = member.segment_id
        where member.workspace_id = ${workspace.id}::uuid and segment.slug = 'near')
      select (select count(*) from ((table fresh except table kept) union all (table kept except table fresh)) as differ) as wrong,
        (select count(*) from kept) as members`.execute(tx),
  )
  expect(near.rows[0]?.wrong).toBe(0)
  expect(near.rows[0]?.members).toBeGreaterThan(0)
  expect(rows[0]?.members).toBeGreaterThan(300)
  expect(rows[0]?.net).toBe(rows[0]?.members)
})

test('pages of events and members join without a gap, from both ends', async () => {
  const page = async (args: string) =>
    (
      await run(
        `{ segment(slug: "storm") { events(${args}) { edges { cursor node { at kind customer { name } } } pageInfo { hasNextPage hasPreviousPage } } } }`,
      )
    ).segment.events
  const whole = await page('first: 7')
  const first = await page('first: 3')
  const next = await page(`first: 4, after: "${first.edges.at(-1).cursor}"`)
  expect([...first.edges, ...next.edges]).toEqual(whole.edges)
  const back = await page(`last: 3, before: "${next.edges[0].cursor}"`)
  expect(back.edges).toEqual(first.edges)
})

test('of a segment that is deleted nothing stays', async () => {
  const id = await make('brief', atLeast(1))
  await keep()
  await run('mutation ($id: ID!) { segmentDelete(id: $id, expectedRevision: 1) { __typename } }', { id })
  await keep()
  const { rows } = await inWorkspace(db, workspace.id, (tx) =>
    sql<{ count: number }>`select count(*) from segment_member
      where segment_id not in (select id from segment where workspace_id = ${workspace.id}::uuid)`.execute(
      tx,
    ),
  )
  expect(rows[0]?.count).toBe(0)
})
