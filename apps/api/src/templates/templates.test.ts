import { describe, expect, test } from 'vitest'
import { basicProfile, profileEditor } from '../testing/profiles.ts'
import { type AskOptions, startTestServer } from '../testing/server.ts'

const { ask, makeWorkspace } = await startTestServer()
const profiles = profileEditor(ask, 'id slug latestRevision content')

const whole = `key name isBuiltin revision archivedAt kinds content
  sections { key title fields { key } }
  fields { key kind label help visibility unit many attribute options { key label } }`
const problem = `__typename ... on Problem { message path } ... on InvalidInput { problems { path message } }`

async function change(field: string, declared: string, variables: object, options: AskOptions = {}) {
  const args = [...declared.matchAll(/\$(\w+)/g)].map(([, name]) => `${name}: $${name}`).join(', ')
  const type = `${field[0]?.toUpperCase()}${field.slice(1)}`
  const answer =
    field === 'templateDelete'
      ? 'deleted { key } } ... on InUse { users { kind name }'
      : `template { ${whole} }`
  const conflict = declared.includes('$expectedRevision')
    ? '... on RevisionConflict { expectedRevision currentRevision base theirs }'
    : ''
  const { body } = await ask(
    `mutation (${declared}) { ${field}(${args}) { ${problem} ${conflict} ... on ${type}Success { ${answer} } } }`,
    { ...options, variables: { ...variables } },
  )
  if (body.errors !== undefined) throw new Error(JSON.stringify(body.errors))
  return body.data[field]
}

const create = (input: object, options?: AskOptions) =>
  change('templateCreate', '$input: TemplateCreateInput!', { input }, options)
const update = (key: string, expectedRevision: number, input: object, options?: AskOptions) =>
  change(
    'templateUpdate',
    '$key: String!, $expectedRevision: Int!, $input: TemplateUpdateInput!',
    { key, expectedRevision, input },
    options,
  )
const archive = (key: string, expectedRevision: number) =>
  change('templateArchive', '$key: String!, $expectedRevision: Int!', { key, expectedRevision })
const unarchive = (key: string) => change('templateUnarchive', '$key: String!', { key })
const remove = (key: string, expectedRevision: number) =>
  change('templateDelete', '$key: String!, $expectedRevision: Int!', { key, expectedRevision })

async function read(key: string, { locale = 'nb', ...options }: AskOptions & { locale?: string } = {}) {
  const { body } = await ask(`{ template(key: "${key}", locale: ${locale}) { ${whole} } }`, options)
  expect(body.errors).toBeUndefined()
  return body.data.template
}

const field = (key: string, kind: string, more: object = {}) => ({
  key,
  kind,
  label: { nb: `Felt ${key}` },
  visibility: 'PUBLIC',
  ...more,
})

const section = (...fields: readonly object[]) => ({ key: 'own', title: { nb: 'Vårt' }, fields })

const every = [
  field('line', 'SHORT_TEXT', { help: { nb: 'Kort', en: 'Short' } }),
  field('story', 'LONG_TEXT'),
  field('said', 'QUOTE'),
  field('points', 'LIST'),
  field('machines', 'NUMBER', { unit: { words: { nb: 'maskiner', en: 'machines' } } }),
  field('wait', 'NUMBER', { unit: { standard: 'month' } }),
  field('price', 'MONEY', { visibility: 'INTERNAL' }),
  field('season', 'CHOICE', {
    many: true,
    options: [
      { key: 'winter', label: { nb: 'Vinter', en: 'Winter' } },
      { key: 'summer', label: { nb: 'Sommer' } },
    ],
  }),
  field('employees', 'TRAIT', { attribute: 'employees' }),
  field('face', 'PICTURE'),
  field('source', 'LINK'),
]

const own = (key: string, ...fields: readonly object[]) => ({
  key,
  name: { nb: `Mal ${key}` },
  kinds: ['IDEAL_CUSTOMER_PROFILE'],
  sections: [section(...fields)],
})

describe('the built-in templates', () => {
  test('are five, told in the language asked for, and listed for the kinds they are for', async () => {
    const list = async (args: string) => {
      const { body } = await ask(`{ templates(${args}) { key name isBuiltin } }`)
      return body.data.templates.filter((each: { isBuiltin: boolean }) => each.isBuiltin)
    }
    expect((await list('locale: sv')).map(({ name }: { name: string }) => name)).toEqual([
      'Enkel',
      'Utförlig',
      'Företagskund (B2B)',
      'Privatkund (B2C)',
      'Idealkund med poängkort',
    ])
    const forMarkets = await list('kind: TARGET_MARKET')
    expect(forMarkets.map(({ key }: { key: string }) => key)).toEqual(['basic', 'comprehensive', 'b2c'])
  })

  test('are read whole in one operation', async () => {
    const { body } = await ask(
      '{ templates { key sections { key title fields { key label help options { key label } } } } }',
    )
    expect(body.errors).toBeUndefined()
    expect(body.data.templates).toHaveLength(5)
  })

  test('say units and options in words', async () => {
    const fields = async (key: string, locale: string) => (await read(key, { locale })).fields
    const find = (all: readonly { key: string }[], key: string) => all.find((each) => each.key === key)
    expect(find(await fields('b2b', 'da'), 'salesCycle')).toMatchObject({ kind: 'NUMBER', unit: 'dage' })
    expect(find(await fields('b2b', 'en'), 'branches')).toMatchObject({ unit: 'branches', attribute: null })
    expect(find(await fields('b2b', 'nb'), 'industry')).toMatchObject({
      kind: 'TRAIT',
      attribute: 'industry',
    })
    const gender = find(await fields('b2c', 'sv'), 'gender')
    expect(gender).toMatchObject({
      many: true,
      options: [{ label: 'Kvinnor' }, { label: 'Män' }, { label: 'Andra' }],
    })
  })

  test('are not changed, archived or deleted; a copy is', async () => {
    for (const refused of [await update('b2b', 1, {}), await archive('b2b', 1), await remove('b2b', 1)]) {
      expect(refused).toMatchObject({ __typename: 'InvalidInput', path: ['key'] })
      expect(refused.message).toMatch(/copyOf: "b2b"/)
    }
    expect((await create({ ...own('b2b', every[0] ?? {}) })).message).toMatch(/is a built-in template/)
    const copy = await create({ copyOf: 'b2b', name: { nb: 'Våre forhandlere' } })
    expect(copy.template).toMatchObject({
      key: 'vareForhandlere',
      name: 'Våre forhandlere',
      isBuiltin: false,
      revision: 1,
    })
    expect(copy.template.sections).toEqual((await read('b2b')).sections)
    expect(copy.template.fields).toEqual((await read('b2b')).fields)
  })
})

describe("a workspace's own template", () => {
  test('has fields of every kind, and a profile is written in them', async () => {
    const { template, ...rest } = await create(own('everyKind', ...every))
    expect(template, JSON.stringify(rest)).toBeDefined()
    const byKey = new Map(template.fields.map((each: { key: string }) => [each.key, each]))
    expect([...byKey.keys()]).toEqual(every.map(({ key }) => key))
    expect(byKey.get('line')).toMatchObject({ kind: 'SHORT_TEXT', label: 'Felt line', help: 'Kort' })
    expect(byKey.get('machines')).toMatchObject({ unit: 'maskiner' })
    expect(byKey.get('wait')).toMatchObject({ unit: 'måneder' })
    expect(byKey.get('price')).toMatchObject({ visibility: 'INTERNAL' })
    expect(byKey.get('season')).toMatchObject({
      many: true,
      options: [
        { key: 'winter', label: 'Vinter' },
        { key: 'summer', label: 'Sommer' },
      ],
    })
    const english = await read('everyKind', { locale: 'en' })
    expect(english.fields[7].options).toEqual([
      { key: 'winter', label: 'Winter' },
      { key: 'summer', label: 'Sommer' },
    ])
    const fields = [
      { key: 'line', text: { nb: 'En linje' } },
      { key: 'said', text: { nb: 'Sagt' } },
      { key: 'points', items: { nb: ['Et punkt'] } },
      { key: 'machines', number: 3 },
      { key: 'price', money: { amount: 500, currency: 'NOK' } },
      { key: 'season', options: ['winter'] },
      { key: 'source', link: { url: 'https://example.com/report', label: { nb: 'Rapporten' } } },
    ]
    const { profile, ...why } = await profiles.create(
      basicProfile('hvert-felt', { template: 'everyKind', fields }),
    )
    expect(profile, JSON.stringify(why)).toBeDefined()
    expect(Object.keys(profile.content.fields).toSorted()).toEqual(fields.map(({ key }) => key).toSorted())
  })

  test('is edited from what it holds in all languages', async () => {
    await create(own('roundTrip', ...every))
    const { content } = await read('roundTrip')
    expect(content.sections[0].fields[0]).toEqual({
      key: 'line',
      kind: 'shortText',
      label: { nb: 'Felt line' },
      help: { nb: 'Kort', en: 'Short' },
      visibility: 'public',
    })
    const { template } = await update('roundTrip', 1, { name: { en: 'Ours' } })
    expect(template).toMatchObject({
      revision: 2,
      content: { name: { nb: 'Mal roundTrip', en: 'Ours' }, sections: content.sections },
    })
  })

  test('tells all that is wrong with it at once, and where', async () => {
    const { problems } = await create({
      ...own(
        'wrong',
        field('a', 'CHOICE'),
        field('a', 'TRAIT', { attribute: 'shoeSize' }),
        field('B', 'LINK'),
      ),
      name: {},
    })
    expect(problems.map(({ path }: { path: string[] }) => path.join('.'))).toEqual([
      'name',
      'sections.0.fields.0.options',
      'sections.0.fields.1.attribute',
      'sections.0.fields.2.key',
      'sections.0.fields.1.key',
    ])
    expect(await read('wrong')).toBeNull()
  })

  test('has a key that is not taken', async () => {
    await create(own('taken', field('a', 'LIST')))
    expect((await create(own('taken', field('b', 'LIST')))).message).toMatch(/"taken" is taken/)
    expect((await create({ name: { nb: 'Kopi' }, copyOf: 'nowhere' })).message).toMatch(
      /no template "nowhere". There is: basic, comprehensive/,
    )
  })
})

describe('a change of a template', () => {
  test('loses nothing: what stood in a field is kept while the field is gone, and read again when it is back', async () => {
    const fields = [
      field('goals', 'LIST'),
      field('season', 'CHOICE', { options: [{ key: 'winter', label: { nb: 'Vinter' } }] }),
    ]
    await create(own('kept', ...fields))
    const values = [
      { key: 'goals', items: { nb: ['Vekst'] } },
      { key: 'season', options: ['winter'] },
    ]
    const { profile } = await profiles.create(basicProfile('beholdt', { template: 'kept', fields: values }))
    await profiles.publish(profile.id, 1)
    const published = async () =>
      (
        await ask('{ profile(slug: "beholdt") { sections { fields { key label items text } } } }')
      ).body.data.profile.sections.flatMap((each: { fields: object[] }) => each.fields)
    expect(await published()).toMatchObject([{ key: 'goals' }, { key: 'season', text: 'Vinter' }])

    await update('kept', 1, { sections: [section(field('other', 'SHORT_TEXT'))] })
    expect(await published()).toEqual([])
    const edited = await profiles.update(profile.id, 1, { summary: { nb: 'Noe annet' } })
    expect(edited.profile.content.fields).toEqual(profile.content.fields)

    const back = field('season', 'CHOICE', { options: [{ key: 'summer', label: { nb: 'Sommer' } }] })
    await update('kept', 2, {
      sections: [section(field('goals', 'LIST', { label: { nb: 'Målene' } }), back)],
    })
    expect(await published()).toMatchObject([
      { key: 'goals', label: 'Målene', items: ['Vekst'] },
      { key: 'season', text: 'winter' },
    ])
  })

  test('is refused where a key would hold another kind of value than profiles may have in it, even one taken out before', async () => {
    await create(own('kinds', field('a', 'SHORT_TEXT'), field('b', 'LIST')))
    await update('kinds', 1, { sections: [section(field('a', 'NUMBER'), field('b', 'LIST'))] })
    await profiles.create(basicProfile('i-bruk', { template: 'kinds', fields: [{ key: 'a', number: 4 }] }))
    const refused = await update('kinds', 2, {
      sections: [section(field('a', 'LIST'), field('b', 'LONG_TEXT'))],
    })
    expect(refused.problems.map(({ path }: { path: string[] }) => path.join('.'))).toEqual([
      'sections.0.fields.0.kind',
      'sections.0.fields.1.kind',
    ])
    const out = await update('kinds', 2, { sections: [section(field('b', 'LIST'))] })
    expect(out.template.revision).toBe(3)
    expect((await update('kinds', 3, { sections: [section(field('a', 'LIST'))] })).message).toMatch(
      /is or was of the kind number/,
    )
    expect((await update('kinds', 3, { sections: [section(field('a', 'NUMBER'))] })).template.revision).toBe(
      4,
    )
  })

  test('between texts of all lengths is free', async () => {
    await create(own('texts', field('a', 'SHORT_TEXT')))
    await profiles.create(
      basicProfile('tekst', { template: 'texts', fields: [{ key: 'a', text: { nb: 'x' } }] }),
    )
    expect(
      (await update('texts', 1, { sections: [section(field('a', 'LONG_TEXT'))] })).template.revision,
    ).toBe(2)
    expect((await update('texts', 2, { sections: [section(field('a', 'QUOTE'))] })).template.revision).toBe(3)
  })

  test('that others made in between is not overwritten; both are told', async () => {
    await create(own('both', field('a', 'LIST')))
    await update('both', 1, { name: { nb: 'Hennes' } })
    const conflict = await update('both', 1, { name: { nb: 'Hans' } })
    expect(conflict).toMatchObject({
      __typename: 'RevisionConflict',
      expectedRevision: 1,
      currentRevision: 2,
    })
    expect([conflict.base.name.nb, conflict.theirs.name.nb]).toEqual(['Mal both', 'Hennes'])
    expect(await archive('both', 1)).toMatchObject({ __typename: 'RevisionConflict' })
    expect(await remove('both', 1)).toMatchObject({ __typename: 'RevisionConflict' })
  })

  test('lands once where several are sent at the same time', async () => {
    await create(own('race', field('a', 'LIST')))
    const answers = await Promise.all(
      Array.from({ length: 8 }, (_, index) => update('race', 1, { name: { nb: `Navn ${index}` } })),
    )
    expect(answers.filter(({ __typename }) => __typename === 'TemplateUpdateSuccess')).toHaveLength(1)
    expect(answers.filter(({ __typename }) => __typename === 'RevisionConflict')).toHaveLength(7)
  })
})

describe('a template that is no longer wanted', () => {
  test('is put away and taken out again; profiles in it stay as they are', async () => {
    await create(own('away', field('a', 'LIST')))
    const { profile } = await profiles.create(
      basicProfile('blir', { template: 'away', fields: [{ key: 'a', items: { nb: ['x'] } }] }),
    )
    expect((await archive('away', 1)).template.archivedAt).toBe('2026-11-23T08:00:00.000Z')
    const listed = async (args: string) => {
      const { body } = await ask(`{ templates${args} { key } }`)
      return body.data.templates.some(({ key }: { key: string }) => key === 'away')
    }
    expect([await listed(''), await listed('(archived: true)')]).toEqual([false, true])
    expect((await profiles.update(profile.id, 1, { summary: { nb: 'Ny' } })).profile.latestRevision).toBe(2)
    const late = await profiles.create(basicProfile('for-sent', { template: 'away', fields: [] }))
    expect(late.problems?.[0]?.message).toMatch(/no template "away"/)
    expect((await unarchive('away')).template.archivedAt).toBeNull()
    expect(await listed('')).toBe(true)
  })

  test('is deleted where no profile is written in it; else they are named', async () => {
    await create(own('used', field('a', 'LIST')))
    const { profile } = await profiles.create(basicProfile('bruker-malen', { template: 'used', fields: [] }))
    expect(await remove('used', 1)).toMatchObject({
      __typename: 'InUse',
      users: [{ kind: 'Profile', name: 'bruker-malen' }],
    })
    await profiles.archive(profile.id, 1)
    expect(await remove('used', 1)).toMatchObject({ __typename: 'InUse' })
    await create(own('unused', field('a', 'LIST')))
    expect(await remove('unused', 1)).toMatchObject({ deleted: { key: 'unused' } })
    expect(await read('unused')).toBeNull()
    expect(await remove('unused', 1)).toMatchObject({ __typename: 'NotFound' })
  })
})

test('a profile that is made while its template is deleted keeps the template, or is not made', async () => {
  for (let round = 0; round < 10; round++) {
    const key = `vanishing${round}`
    const slug = `forsvinner-${round}`
    await create(own(key, field('a', 'LIST')))
    const [made, removed] = await Promise.all([
      profiles.create(basicProfile(slug, { template: key, fields: [] })),
      remove(key, 1),
    ])
    expect(made.profile !== undefined, JSON.stringify([made, removed])).toBe(removed.__typename === 'InUse')
    expect((await read(key)) !== null).toBe(made.profile !== undefined)
  }
})

test('another workspace sees none of it, and may use the same keys', async () => {
  const { secretKey: key } = await makeWorkspace()
  await create(own('walled', field('a', 'LIST')))
  expect(await read('walled', { key })).toBeNull()
  const { body } = await ask('{ templates(archived: true) { key } }', { key })
  expect(body.data.templates).toHaveLength(5)
  expect(await update('walled', 1, { name: { nb: 'Kapret' } }, { key })).toMatchObject({
    __typename: 'NotFound',
  })
  expect(await create({ name: { nb: 'Kopi' }, copyOf: 'walled' }, { key })).toMatchObject({
    __typename: 'InvalidInput',
  })
  expect(
    (await profiles.create(basicProfile('fremmed', { template: 'walled' }), { key })).problems?.[0]?.path,
  ).toEqual(['template'])
  expect((await create(own('walled', field('b', 'LINK')), { key })).template.revision).toBe(1)
  expect((await read('walled')).sections[0].fields).toMatchObject([{ key: 'a' }])
})
