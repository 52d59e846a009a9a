import { describe, expect, test } from 'vitest'
import { basicProfile, profileEditor } from '../testing/profiles.ts'
import { startTestServer } from '../testing/server.ts'

const { ask, makeWorkspace } = await startTestServer()
const editor = profileEditor(ask, 'id slug latestRevision content')

async function made(slug: string, more: object = {}): Promise<string> {
  const { profile, ...rest } = await editor.create(basicProfile(slug, more))
  expect(profile, JSON.stringify(rest)).toBeDefined()
  return profile.id as string
}

async function read(slug: string, fields: string) {
  const { body } = await ask(`{ profile(slug: "${slug}", draft: true) { ${fields} } }`)
  expect(body.errors).toBeUndefined()
  return body.data.profile
}

describe('history', () => {
  test('keeps every state whole; two are compared word by word, and an older one taken back', async () => {
    const id = await made('historie', { summary: { nb: 'Kjeder som vokser fort.' } })
    await editor.update(id, 1, {
      summary: { nb: 'Kjeder som vokser sakte.' },
      fields: [{ key: 'goals', items: { en: ['Growth'] } }],
    })
    const restored = await editor.restore(id, 2, 1)
    expect(restored.profile.latestRevision).toBe(3)
    const { revisions } = await read(
      'historie',
      `revisions {
      nodes { revision restoredFrom content changes { path kind words { kind text } } } pageInfo { hasNextPage } }`,
    )
    expect(revisions.nodes.map((each: { revision: number }) => each.revision)).toEqual([3, 2, 1])
    const [third, second, first] = revisions.nodes
    expect(third.restoredFrom).toBe(1)
    expect(third.content).toEqual(first.content)
    const summary = second.changes.find((change: { path: string }) => change.path === 'summary.nb')
    expect(summary.words).toEqual([
      { kind: 'same', text: 'Kjeder som vokser ' },
      { kind: 'removed', text: 'fort' },
      { kind: 'added', text: 'sakte' },
      { kind: 'same', text: '.' },
    ])
    expect(second.changes.map((change: { path: string }) => change.path).toSorted()).toEqual([
      'fields.goals.en',
      'summary.nb',
    ])
  })

  test('is read page by page', async () => {
    const id = await made('sider')
    for (let revision = 1; revision < 6; revision++)
      await editor.update(id, revision, { summary: { nb: `Utgave ${revision}` } })
    const page = async (args: string) =>
      (await read('sider', `revisions(${args}) { nodes { revision } pageInfo { endCursor hasNextPage } }`))
        .revisions
    const first = await page('first: 4')
    expect(first.nodes.map((each: { revision: number }) => each.revision)).toEqual([6, 5, 4, 3])
    const rest = await page(`first: 4, after: "${first.pageInfo.endCursor}"`)
    expect(rest.nodes.map((each: { revision: number }) => each.revision)).toEqual([2, 1])
    expect(rest.pageInfo.hasNextPage).toBe(false)
  })
})

describe('two editors', () => {
  test('who changed different parts are both kept where the later asks for it; else both sides are told', async () => {
    const id = await made('to-redaktorer', { name: { nb: 'Før', en: 'Before' } })
    await editor.update(id, 1, { name: { nb: 'Etter' } })
    const refused = await editor.update(id, 1, { summary: { nb: 'Min' } })
    expect(refused).toMatchObject({ __typename: 'RevisionConflict', currentRevision: 2, conflicts: [] })
    expect(refused.mine.summary).toEqual({ nb: 'Min' })
    expect(refused.theirs.name.nb).toBe('Etter')
    expect(refused.merged).toMatchObject({ name: { nb: 'Etter', en: 'Before' }, summary: { nb: 'Min' } })
    const merged = await editor.update(id, 1, { summary: { nb: 'Min' } }, { onConflict: 'MERGE' })
    expect(merged.profile).toMatchObject({
      latestRevision: 3,
      content: { name: { nb: 'Etter' }, summary: { nb: 'Min' } },
    })
  })

  test('who changed the same part are told which, and nothing is overwritten', async () => {
    const id = await made('samme-del')
    await editor.update(id, 1, { name: { nb: 'Hennes' } })
    const conflict = await editor.update(id, 1, { name: { nb: 'Hans' } }, { onConflict: 'MERGE' })
    expect(conflict.conflicts).toEqual([
      { path: 'name.nb', locale: 'nb', base: 'Navn samme-del', mine: 'Hans', theirs: 'Hennes' },
    ])
    expect(await read('samme-del', 'latestRevision name')).toEqual({ latestRevision: 2, name: 'Hennes' })
  })

  test('a save that is sent again after its answer was lost makes no second revision', async () => {
    const id = await made('gjentatt')
    const save = () => editor.update(id, 1, { name: { nb: 'Ny' } }, { onConflict: 'MERGE', autosave: true })
    expect((await save()).profile.latestRevision).toBe(2)
    expect((await save()).profile.latestRevision).toBe(2)
  })

  test('twenty who save at once lose nothing: each save lands or is told of the conflict', async () => {
    const id = await made('tjue', { template: 'icpScorecard', fields: [] })
    const parts = ['location', 'finances', 'customers', 'decisionMaker', 'budget']
    const answers = await Promise.all(
      Array.from({ length: 20 }, async (_, index) => {
        const key = parts[index % parts.length] ?? ''
        const text = `Skrevet av ${index}`
        const input = { fields: [{ key, text: { nb: text } }] }
        return {
          key,
          text,
          answer: await editor.update(id, 1, input, { onConflict: 'MERGE', autosave: true }),
        }
      }),
    )
    const landed = answers.filter(({ answer }) => answer.profile)
    const refused = answers.filter(({ answer }) => !answer.profile)
    expect(landed).toHaveLength(parts.length)
    for (const { answer, text } of refused) {
      expect(answer.__typename).toBe('RevisionConflict')
      expect(JSON.stringify(answer.mine)).toContain(text)
    }
    const { content } = await read('tjue', 'content')
    for (const { key, text } of landed) expect(content.fields[key].text.nb).toBe(text)
  })
})

describe('a field', () => {
  test('holds the kind of value that its template asks for; another is refused with what it holds', async () => {
    const wrong = await editor.create(
      basicProfile('feil', {
        fields: [
          { key: 'goals', text: { nb: 'Tekst' } },
          { key: 'nowhere', text: { nb: 'x' } },
        ],
      }),
    )
    expect(wrong.problems?.map(({ path }) => path.join('.'))).toEqual(['fields.goals', 'fields.nowhere'])
    expect(wrong.problems?.[0]?.message).toMatch(/holds a list of lines/)
    const both = await editor.create(
      basicProfile('to', { fields: [{ key: 'goals', items: { nb: ['x'] }, number: 2 }] }),
    )
    expect(both.problems?.[0]?.message).toMatch(/items and number/)
  })

  test('is cleared, and written again', async () => {
    const id = await made('tomt')
    await editor.update(id, 1, { fields: [{ key: 'goals', clear: true }] })
    expect((await read('tomt', 'sections { key }')).sections).toEqual([])
    const { profile } = await editor.update(id, 2, { fields: [{ key: 'goals', items: { nb: ['Igjen'] } }] })
    expect(profile.content.fields.goals.items.nb).toEqual(['Igjen'])
  })
})

test('a published profile goes to the archive and comes out as a draft, nothing of it lost', async () => {
  const id = await made('arkivert')
  await editor.publish(id, 1)
  const readers = async () => (await ask('{ profile(slug: "arkivert") { name } }')).body.data.profile
  await editor.archive(id, 1)
  expect(await readers()).toBeNull()
  expect(await editor.publish(id, 1)).toMatchObject({ message: expect.stringMatching(/in the archive/) })
  await editor.update(id, 1, { name: { nb: 'Fra arkivet' } })
  expect(await editor.unarchive(id, 1)).toMatchObject({ __typename: 'RevisionConflict', currentRevision: 2 })
  expect((await editor.unarchive(id, 2)).profile).toMatchObject({ latestRevision: 2 })
  expect(await readers()).toBeNull()
  await editor.publish(id, 2)
  expect(await readers()).toEqual({ name: 'Fra arkivet' })
})

describe('links', () => {
  test('go to personas and anti-profiles; what is not published is told to editors and not to readers', async () => {
    const persona = await made('person', { kind: 'PERSONA', summary: { nb: 'Leder' } })
    const anti = await made('nei', { kind: 'ANTI_PROFILE' })
    const id = await made('kobler', { links: { personas: [persona], contrasts: [anti] } })
    await editor.publish(id, 1)
    const seen = async () =>
      (await ask('{ profile(slug: "kobler") { waitingLinks personas { slug summary } contrasts { slug } } }'))
        .body.data.profile
    expect(await seen()).toEqual({ waitingLinks: [persona, anti], personas: [], contrasts: [] })
    await editor.publish(persona, 1)
    expect(await seen()).toEqual({
      waitingLinks: [anti],
      personas: [{ slug: 'person', summary: 'Leder' }],
      contrasts: [],
    })
    await editor.unpublish(persona, 1)
    expect((await seen()).personas).toEqual([])
  })

  test('to what is of another kind, foreign or not there are refused alike', async () => {
    const icp = await made('ikke-person')
    const other = await makeWorkspace()
    const theirs = (
      await profileEditor(ask).create(basicProfile('deres', { kind: 'PERSONA' }), { key: other.secretKey })
    ).profile
    const wrongKind = await editor.create(basicProfile('feil-a', { links: { personas: [icp] } }))
    expect(wrongKind.problems?.[0]?.message).toMatch(/only a persona/)
    const foreign = await editor.create(basicProfile('feil-b', { links: { personas: [theirs.id] } }))
    expect(foreign.problems?.[0]).toEqual({
      path: ['links', 'personas'],
      message: 'There is no such profile here.',
    })
    const products = await editor.create(basicProfile('feil-c', { links: { products: ['nothing'] } }))
    expect(products.problems?.[0]?.message).toMatch(/no product "nothing"/)
  })

  test('hold what they point at: it is not deleted, it moves to the archive, and what nobody needs is deleted', async () => {
    const persona = await made('holdt', { kind: 'PERSONA' })
    const id = await made('holder', { links: { personas: [persona] } })
    const remove = async (profile: string, revision: number) => {
      const { body } = await ask(
        `mutation ($id: ID!, $revision: Int!) { profileDelete(id: $id, expectedRevision: $revision) {
          __typename ... on InUse { message users { kind name } } } }`,
        { variables: { id: profile, revision } },
      )
      return body.data.profileDelete
    }
    expect(await remove(persona, 1)).toMatchObject({
      __typename: 'InUse',
      users: [{ kind: 'Profile', name: 'holder' }],
    })
    await editor.archive(persona, 1)
    const listed = async (args: string) =>
      (await ask(`{ profiles(${args}, where: { slug: ["holdt"] }) { nodes { slug } } }`)).body.data.profiles
        .nodes
    expect(await listed('draft: true')).toEqual([])
    expect(await listed('archived: true')).toEqual([{ slug: 'holdt' }])
    expect(await remove(id, 1)).toEqual({ __typename: 'ProfileDeleteSuccess' })
    expect(await remove(persona, 1)).toEqual({ __typename: 'ProfileDeleteSuccess' })
    expect(await read('holdt', 'id')).toBeNull()
  })
})
