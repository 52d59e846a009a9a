import { randomUUID } from 'node:crypto'
import { type Database, inWorkspace } from '@profilkort/database/connect'
import { insertTemplate } from '@profilkort/database/templates/templates.queries'
import type { Document } from '@profilkort/domain/profiles/document'
import { b2b } from '@profilkort/domain/templates/builtin/b2b'
import type { Template } from '@profilkort/domain/templates/template'
import { describe, expect, test } from 'vitest'
import { parse, parseAllDocuments } from 'yaml'
import { createKey } from '../keys/create-key.ts'
import type { Scope } from '../keys/policy.ts'
import { profileEditor } from '../testing/profiles.ts'
import { startTestServer, type TestWorkspace } from '../testing/server.ts'

const { url, db, ask, clock, workspace, makeWorkspace } = await startTestServer()

interface Answer {
  readonly status: number
  readonly created?: number
  readonly updated?: number
  readonly unchanged?: number
  readonly documents?: readonly {
    readonly document: string
    readonly outcome: string
    readonly revision: number
    readonly published: readonly string[]
  }[]
  readonly error?: { readonly code: string; readonly message: string }
  readonly problems?: readonly {
    readonly document: string | null
    readonly path: readonly string[]
    readonly line: number | null
    readonly message: string
  }[]
  readonly missingPictures?: readonly string[]
}

/** Sends documents: a text as YAML, anything else as JSON. */
async function importContent(
  body: unknown,
  { in: into = workspace, query = '', type = '' } = {},
): Promise<Answer> {
  const isText = typeof body === 'string'
  const response = await fetch(`${url}/v1/content?${query}`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${into.secretKey}`,
      'content-type': type || (isText ? 'application/yaml' : 'application/json'),
    },
    body: isText ? body : JSON.stringify(body),
  })
  return { status: response.status, ...((await response.json()) as object) }
}

async function exportContent(query: string, of = workspace): Promise<string> {
  const response = await fetch(`${url}/v1/content?${query}`, {
    headers: { authorization: `Bearer ${of.secretKey}` },
  })
  return response.text()
}

const exportJson = async (of: TestWorkspace, query = '') =>
  (JSON.parse(await exportContent(`format=json&${query}`, of)) as { readonly documents: readonly Document[] })
    .documents

const persona = (slug: string, more: object = {}) => ({
  profilkort: 1,
  slug,
  kind: 'persona',
  template: 'basic',
  name: { nb: `Navn ${slug}` },
  ...more,
})

/** A workspace's own template with a field of every kind that has something of its own. */
const own: Template = {
  key: 'ownForm',
  name: { nb: 'Vårt skjema', en: 'Our form' },
  kinds: ['idealCustomerProfile'],
  sections: [
    {
      key: 'all',
      title: { nb: 'Alt' },
      fields: [
        { key: 'story', label: { nb: 'Historie' }, help: {}, kind: 'longText', visibility: 'public' },
        {
          key: 'goals',
          label: { nb: 'Mål' },
          help: { nb: 'Hva de vil' },
          kind: 'list',
          visibility: 'partner',
        },
        {
          key: 'machines',
          label: { nb: 'Maskiner' },
          help: {},
          kind: 'number',
          visibility: 'public',
          unit: { nb: 'maskiner' },
        },
        { key: 'spend', label: { nb: 'Forbruk' }, help: {}, kind: 'money', visibility: 'internal' },
        {
          key: 'region',
          label: { nb: 'Region' },
          help: {},
          kind: 'choice',
          visibility: 'public',
          many: true,
          options: [
            { key: 'north', label: { nb: 'Nord' } },
            { key: 'south', label: { nb: 'Sør' } },
          ],
        },
        { key: 'site', label: { nb: 'Nettsted' }, help: {}, kind: 'link', visibility: 'public' },
        {
          key: 'size',
          label: { nb: 'Størrelse' },
          help: {},
          kind: 'trait',
          visibility: 'public',
          attribute: 'employees',
        },
      ],
    },
  ],
}

const long =
  'De har vokst fra tre til tretti på få år, og ingen har rukket å bygge om det som holder dem sammen.'

/** A profile with something in every part that there is without a picture, and what it points at. */
const documents = [
  {
    profilkort: 1,
    slug: 'akerbruk',
    kind: 'idealCustomerProfile',
    template: 'ownForm',
    name: { nb: 'Åkerbruk', en: 'Farming' },
    summary: { nb: long },
    quote: { nb: '«Nei: vi "må" ha\n tid»' },
    fields: {
      story: { text: { nb: `${long}\n\n- ett\n- to\n`, en: 'no' } },
      goals: { items: { nb: ['Vokse', '2026', ''] } },
      machines: { number: 12.5 },
      spend: { money: { amount: 1_200_000, currency: 'NOK' } },
      region: { options: ['south', 'north'] },
      site: { link: { url: 'https://example.com/?a=b#c', label: { nb: 'Les mer' } } },
    },
    traits: [
      {
        key: 'size',
        label: { nb: 'Størrelse' },
        words: { nb: '20 til 100' },
        rule: { kind: 'between', field: { kind: 'attribute', key: 'employees' }, from: 20, to: 100 },
        visibility: 'internal',
      },
    ],
    links: { personas: ['bonde'], contrasts: ['hobby', 'sesong'] },
    visibility: { story: 'internal' },
    published: { nb: true },
  },
  persona('bonde', { links: { contrasts: ['hobby'] }, published: { nb: true } }),
  { profilkort: 1, slug: 'hobby', kind: 'antiProfile', template: 'b2b', name: { nb: 'Hobby' } },
  {
    profilkort: 1,
    slug: 'sesong',
    kind: 'antiProfile',
    template: 'basic',
    name: { nb: 'Sesong' },
    archived: true,
  },
]

const count = async (
  db: Database,
  table: 'profile' | 'profile_revision' | 'template' | 'template_revision',
  of: TestWorkspace,
) => inWorkspace(db, of.id, async (tx) => (await tx.selectFrom(table).selectAll().execute()).length)

describe('content files', () => {
  test('carry profiles, links in circles and own templates to another workspace, equal in both', async () => {
    const [from, to] = [await makeWorkspace(), await makeWorkspace()]
    await inWorkspace(db, from.id, (tx) => insertTemplate(tx, from.id, own, 'test'))
    const first = await importContent({ documents }, { in: from, query: 'publish=true' })
    expect(first).toMatchObject({ status: 200, created: 4 })
    const yaml = await exportContent('', from)
    expect(await importContent(yaml, { in: to, query: 'publish=true' })).toMatchObject({
      status: 200,
      created: 5,
    })
    expect(await exportContent('', to)).toBe(yaml)
    expect(await exportJson(to)).toEqual(await exportJson(from))
    const [template, profile] = await exportJson(to)
    expect(template).toMatchObject({ template: { key: 'ownForm' } })
    const { quote, fields, ...rest } = documents[0] as {
      readonly quote?: object
      readonly fields?: { readonly goals?: object }
    }
    expect(profile).toEqual({ ...rest, quote, fields })
  })

  test('that are the same again change nothing and make no revision', async () => {
    const to = await makeWorkspace()
    await inWorkspace(db, to.id, (tx) => insertTemplate(tx, to.id, own, 'test'))
    await importContent({ documents }, { in: to, query: 'publish=true' })
    const yaml = await exportContent('format=yaml', to)
    for (const again of [yaml, { documents: await exportJson(to) }, { documents }]) {
      const answer = await importContent(again, { in: to, query: 'publish=true' })
      expect(answer).toMatchObject({ status: 200, created: 0, updated: 0 })
      expect(
        answer.documents?.every(
          ({ outcome, revision, published }) =>
            outcome === 'unchanged' && revision === 1 && published.length === 0,
        ),
      ).toBe(true)
    }
    expect(await count(db, 'profile_revision', to)).toBe(4)
    expect(await count(db, 'template_revision', to)).toBe(1)
  })

  test('in YAML and JSON hold the same', async () => {
    const of = await makeWorkspace()
    await importContent({ documents: [persona('a'), persona('b', { summary: { nb: long } })] }, { in: of })
    const yaml = parseAllDocuments(await exportContent('format=yaml', of)).map(
      (each) => each.toJS() as unknown,
    )
    expect(yaml).toEqual(await exportJson(of))
    expect((await exportJson(of, 'slugs=b')).map(({ slug }) => slug)).toEqual(['b'])
  })

  test('that change one profile make one revision of it, and readers see it when it is published', async () => {
    const of = await makeWorkspace()
    await importContent(
      { documents: [persona('a', { published: { nb: true } }), persona('b')] },
      { in: of, query: 'publish=true' },
    )
    const yaml = (await exportContent('', of)).replace('Navn a', 'Nytt navn')
    const answer = await importContent(yaml, { in: of })
    expect(answer.documents).toEqual([
      { document: 'a', kind: 'profile', outcome: 'updated', revision: 2, published: [] },
      { document: 'b', kind: 'profile', outcome: 'unchanged', revision: 1, published: [] },
    ])
    const seen = async () =>
      (await ask('{ profile(slug: "a") { name } }', { key: of.secretKey })).body.data.profile.name
    expect(await seen()).toBe('Navn a')
    expect((await exportJson(of, 'slugs=a'))[0]).not.toHaveProperty('published')
    expect((await importContent(yaml, { in: of, query: 'publish=true' })).documents?.[0]).toMatchObject({
      outcome: 'unchanged',
      published: ['nb'],
    })
    expect(await seen()).toBe('Nytt navn')
  })

  test('keep what a template no longer takes, and carry it to another workspace', async () => {
    const [from, to] = [await makeWorkspace(), await makeWorkspace()]
    await inWorkspace(db, from.id, (tx) => insertTemplate(tx, from.id, own, 'test'))
    await importContent({ documents }, { in: from })
    const [section] = own.sections
    const smaller = { ...own, sections: [{ ...section, fields: section?.fields.slice(0, 2) }] }
    expect(await importContent({ profilkort: 1, template: smaller }, { in: from })).toMatchObject({
      updated: 1,
    })
    const yaml = await exportContent('', from)
    const profile = (await exportJson(from, 'slugs=akerbruk'))[1] as {
      readonly fields: object
      readonly kept: object
    }
    expect(Object.keys(profile.fields)).toEqual(['story', 'goals'])
    expect(Object.keys(profile.kept)).toEqual(['machines', 'region', 'site', 'spend'])
    expect(await importContent(yaml, { in: from })).toMatchObject({ updated: 0, created: 0 })
    expect(await importContent(yaml, { in: to })).toMatchObject({ created: 5 })
    expect(await exportContent('', to)).toBe(yaml)
  })

  test('of a template that readers see are read anew by them at once', async () => {
    const of = await makeWorkspace()
    const template = { profilkort: 1, template: own }
    const profile = persona('a', {
      kind: 'idealCustomerProfile',
      template: 'ownForm',
      fields: { story: { text: { nb: 'x' } } },
      published: { nb: true },
    })
    expect(
      await importContent({ documents: [profile, template] }, { in: of, query: 'publish=true' }),
    ).toMatchObject({ created: 2 })
    const label = async () =>
      (await ask('{ profile(slug: "a") { sections { fields { label } } } }', { key: of.secretKey })).body.data
        .profile.sections[0].fields[0].label
    expect(await label()).toBe('Historie')
    const changed = JSON.parse(JSON.stringify(template).replace('Historie', 'Fortelling')) as object
    expect(await importContent(changed, { in: of })).toMatchObject({ updated: 1 })
    expect(await label()).toBe('Fortelling')
  })
})

describe('a dry run', () => {
  test('tells what will happen and writes nothing', async () => {
    const of = await makeWorkspace()
    const dry = await importContent(
      { documents: [persona('a', { published: { nb: true } })] },
      { in: of, query: 'dryRun=true&publish=true' },
    )
    expect(dry).toMatchObject({
      status: 200,
      dryRun: true,
      created: 1,
      documents: [{ outcome: 'created', published: ['nb'] }],
    })
    expect(await count(db, 'profile', of)).toBe(0)
  })
})

describe('what has a problem', () => {
  test('is told all at once, and nothing of the others is written', async () => {
    const of = await makeWorkspace()
    const answer = await importContent(
      {
        documents: [
          persona('a'),
          persona('b', { links: { contrasts: ['nobody', 'a'], personas: ['a'], scorecard: 'none' } }),
          persona('c', { fields: { goals: { text: { nb: 'x' } } }, colour: 'red' }),
          persona('d', {
            traits: [
              {
                key: 'x',
                label: { nb: 'x' },
                rule: { kind: 'is', field: { kind: 'attribute', key: 'none' }, value: 1 },
              },
            ],
          }),
          persona('e', { template: 'missing' }),
          { profilkort: 1, slug: 'f', kind: 'antiProfile' },
          persona('g', { links: { contrasts: ['f'] } }),
        ],
      },
      { in: of },
    )
    expect(answer.status).toBe(422)
    expect(answer.error?.message).toMatch(
      /^Nothing was imported\. There are \d+ problems; the first: b, links\./,
    )
    expect(new Set(answer.problems?.map(({ document, path }) => `${document} ${path.join('.')}`))).toEqual(
      new Set([
        'b links.contrasts.0',
        'b links.contrasts.1',
        'b links.personas',
        'b links.scorecard',
        'c colour',
        'c fields.goals',
        'd traits.0.rule.field.key',
        'e template',
        'f template',
      ]),
    )
    expect(await count(db, 'profile', of)).toBe(0)
  })

  test('in a text edited by hand is told with its line', async () => {
    const text = `---
profilkort: 1
slug: a
kind: persona
template: basic
name:
  nb: A
sumary:
  nb: B
---
profilkort: 1
slug: b
kind: persona
template: basic
name:
  nb: B
fields:
  goal:
    items:
      nb: [x]
`
    const { problems } = await importContent(text)
    expect(problems?.map(({ document, line, message }) => [document, line, message])).toEqual([
      ['a', 8, expect.stringMatching(/Did you mean 'summary'/)],
      ['b', 18, expect.stringMatching(/no field "goal"/)],
    ])
    const broken = await importContent('---\nslug: a\n---\nslug: b\nname: "x\n')
    expect(broken.problems?.[0]).toMatchObject({
      line: expect.any(Number),
      message: expect.stringMatching(/^This is not YAML/),
    })
  })

  test.each<[string, unknown, RegExp]>([
    ['nothing', '', /no documents/],
    ['no JSON', '{', /This is not YAML/],
    ['an empty list', { documents: [] }, /no documents/],
    ['no document', { documents: [1] }, /begins with `profilkort: 1`/],
    ['documents that are no list', { documents: {} }, /`documents` is a list/],
    ['a newer form', persona('a', { profilkort: 2 }), /newer Profilkort/],
    ['the same slug twice', { documents: [persona('a'), persona('a')] }, /comes before this one/],
    [
      'the same template twice',
      { documents: [1, 2].map(() => ({ profilkort: 1, template: own })) },
      /comes before this one/,
    ],
    ['a built-in template', { profilkort: 1, template: b2b }, /built-in/],
    ['an unknown template', persona('a', { template: 'x' }), /no template "x" here, and none among/],
    ['a template for others', persona('a', { template: 'b2b' }), /only, not for persona/],
    [
      'a picture nobody uploaded',
      persona('a', { picture: { hash: 'a'.repeat(64) } }),
      /Upload it to \/v1\/pictures first/,
    ],
    ['a picture that is none', persona('a', { picture: { hash: 'x' } }), /not a picture/],
    ['an unknown product', persona('a', { links: { products: ['x'] } }), /no product "x"/],
    [
      'too many documents',
      { documents: Array.from({ length: 1001 }, (_, index) => persona(`a${index}`)) },
      /At most 1000/,
    ],
  ])('%s is refused with what to do', async (_what, body, message) => {
    const of = await makeWorkspace()
    const answer = await importContent(body, { in: of })
    expect([answer.status, answer.error?.code]).toEqual([422, 'INVALID_CONTENT'])
    expect(answer.problems?.map((problem) => problem.message).join('\n')).toMatch(message)
    expect(await count(db, 'profile', of)).toBe(0)
  })

  test('such as missing pictures is listed for whoever uploads them', async () => {
    const [one, two] = ['a'.repeat(64), 'b'.repeat(64)]
    const { missingPictures } = await importContent({
      documents: [
        persona('a', { picture: { hash: one } }),
        persona('b', { picture: { hash: two } }),
        persona('c', { picture: { hash: one } }),
      ],
    })
    expect(missingPictures).toEqual([one, two])
  })

  test('does not turn a profile into one of another kind or template', async () => {
    const of = await makeWorkspace()
    await importContent(persona('a'), { in: of })
    const { problems } = await importContent(persona('a', { kind: 'targetMarket', template: 'b2c' }), {
      in: of,
    })
    expect(problems?.map(({ path }) => path.join('.'))).toEqual(['kind', 'template'])
  })

  test('in what is to be published publishes nothing', async () => {
    const of = await makeWorkspace()
    const answer = await importContent(
      { documents: [persona('a', { published: { nb: true } }), persona('b', { published: { sv: true } })] },
      { in: of, query: 'publish=true' },
    )
    expect(answer.problems).toMatchObject([
      { document: 'b', path: ['published'], message: expect.stringMatching(/no name in "sv"/) },
    ])
    expect(await count(db, 'profile', of)).toBe(0)
  })

  test('of size or type is told', async () => {
    const large = await importContent(`# ${'x'.repeat(5 * 1024 ** 2)}`)
    expect([large.status, large.error?.message]).toEqual([413, expect.stringMatching(/At most 5 MB/)])
    const odd = await importContent('x', { type: 'text/csv' })
    expect([odd.status, odd.error?.message]).toEqual([415, expect.stringMatching(/application\/yaml/)])
    expect(JSON.parse(await exportContent('format=xml'))).toMatchObject({
      error: { message: expect.stringMatching(/format=yaml/) },
    })
    expect(JSON.parse(await exportContent(`slugs=${randomUUID()}`))).toMatchObject({
      error: { code: 'NOT_FOUND' },
    })
  })
})

describe('who may not', () => {
  test.each([
    ['nobody', '', 401],
    ['a page', workspace.publishableKey, 403],
  ])('%s neither takes out nor brings in', async (_who, key, status) => {
    const headers = {
      ...(key === '' ? {} : { authorization: `Bearer ${key}` }),
      origin: 'https://intranet.example',
    }
    expect((await fetch(`${url}/v1/content`, { headers })).status).toBe(status)
    const sent = { method: 'POST', headers: { ...headers, 'content-type': 'application/yaml' }, body: 'x' }
    expect((await fetch(`${url}/v1/content`, sent)).status).toBe(status)
  })

  test('a key does what its scopes are for, and publishing is one of its own', async () => {
    const of = await makeWorkspace()
    const keyFor = async (...scopes: Scope[]) => {
      const input = { kind: 'secret', name: scopes.join(), origins: [], expiresAt: null, scopes } as const
      return { ...of, secretKey: (await createKey({ db, now: clock.now }, of.id, input)).text }
    }
    const [reader, writer] = [await keyFor('content:read'), await keyFor('content:write')]
    expect(await exportJson(reader)).toEqual([])
    expect(await importContent(persona('a'), { in: reader })).toMatchObject({
      status: 403,
      error: { code: 'FORBIDDEN', message: expect.stringMatching(/the scope "content:write"/) },
    })
    expect(await importContent(persona('a'), { in: writer })).toMatchObject({ status: 200, created: 1 })
    expect(await importContent(persona('a'), { in: writer, query: 'publish=true' })).toMatchObject({
      error: { message: expect.stringMatching(/the scope "content:publish"/) },
    })
    expect(JSON.parse(await exportContent('', writer))).toMatchObject({ error: { code: 'FORBIDDEN' } })
  })

  test('another workspace gets nothing of this one', async () => {
    await importContent(persona('secret-profile'))
    const other = await makeWorkspace()
    expect(await exportJson(other)).toEqual([])
    expect(
      await importContent(persona('x', { links: { contrasts: ['secret-profile'] } }), { in: other }),
    ).toMatchObject({ status: 422 })
  })
})

describe('an import beside editors', () => {
  test('is what the history shows, and editors go on from it', async () => {
    const of = await makeWorkspace()
    const editor = profileEditor((query, options) => ask(query, { ...options, key: of.secretKey }))
    await importContent(persona('a', { name: { nb: 'A', sv: 'A på svenska' } }), { in: of })
    const exported = await exportContent('', of)
    expect(parse(exported)).toMatchObject({ name: { nb: 'A', sv: 'A på svenska' } })
    await importContent(persona('a', { name: { nb: 'B' } }), { in: of })
    expect((await exportJson(of))[0]).toMatchObject({ name: { nb: 'B' } })
    const { body } = await ask('{ profile(slug: "a", draft: true) { id } }', { key: of.secretKey })
    expect((await editor.update(body.data.profile.id, 2, { name: { nb: 'C' } })).profile).toMatchObject({
      latestRevision: 3,
    })
  })

  test('waits for another one of the same profiles; both end, and nothing is mixed', async () => {
    const of = await makeWorkspace()
    const slugs = Array.from({ length: 8 }, (_, index) => `p-${index}`)
    const all = (name: string, order: readonly string[]) => ({
      documents: order.map((slug) => persona(slug, { name: { nb: name }, published: { nb: true } })),
    })
    for (let round = 0; round < 3; round += 1) {
      const answers = await Promise.all([
        importContent(all(`A${round}`, slugs), { in: of, query: 'publish=true' }),
        importContent(all(`B${round}`, slugs.toReversed()), { in: of, query: 'publish=true' }),
      ])
      const statuses = answers.map(({ status }) => status).toSorted((a, b) => a - b)
      expect(statuses).toEqual(round === 0 ? [200, expect.toBeOneOf([200, 422])] : [200, 200])
      expect(new Set((await exportJson(of)).map(({ name }) => JSON.stringify(name))).size).toBe(1)
    }
  })
})

test('a product that is deleted while documents that point at it come in stays, or nothing comes in', async () => {
  for (let round = 0; round < 10; round++) {
    const name = `Flyktig ${round}`
    const { body } = await ask(
      `mutation { productCreate(input: { name: "${name}" }) { ... on ProductCreateSuccess { product { key } } } }`,
    )
    const { key } = body.data.productCreate.product
    const [taken, removed] = await Promise.all([
      importContent([persona(`flyktig-${round}`, { links: { products: [key] } })]),
      ask(`mutation { productDelete(key: "${key}") { __typename } }`),
    ])
    const isKept = removed.body.data.productDelete.__typename === 'InUse'
    expect(taken.created === 1, JSON.stringify([taken, removed.body])).toBe(isKept)
  }
})
