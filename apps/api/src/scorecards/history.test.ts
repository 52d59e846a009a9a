import { describe, expect, test } from 'vitest'
import { encodeGlobalId } from '../graphql/global-id.ts'
import { addCompany } from '../testing/companies.ts'
import { startTestServer } from '../testing/server.ts'

const { ask, clock, db, workspace } = await startTestServer()
const company = encodeGlobalId('Customer', await addCompany(db, workspace.id, 'Fjordregnskap AS', {}))

async function data(query: string, variables = {}) {
  const { body } = await ask(query, { variables })
  expect(body.errors, JSON.stringify(body.errors)).toBeUndefined()
  return body.data
}

const problem = '... on Problem { __typename message path }'
const change = async (name: string, args: string, success = 'latestRevision') =>
  (
    await data(`mutation { ${name}(${args}) {
      ... on ${name.charAt(0).toUpperCase()}${name.slice(1)}Success { scorecard { id slug ${success} } } ${problem} ${name === 'scorecardCreate' ? '' : '... on RevisionConflict { currentRevision }'} } }`)
  )[name]

const { scorecard: card } = await change(
  'scorecardCreate',
  'input: { name: { en: "Ideal" }, slug: "ideal", threshold: 4, coverageFloor: 0 }',
)
const at = (revision: number) => `id: "${card.id}", expectedRevision: ${revision}`
const later = () => {
  clock.now = new Date(clock.now.getTime() + 60_000)
}
const read = async (fields: string, args = 'draft: true') =>
  (await data(`{ scorecard(slug: "ideal", locale: en, ${args}) { ${fields} } }`)).scorecard
const need = (weight: number) => `criteria: [{ starter: { key: "need", weight: ${weight} } }]`

describe('a scorecard over time', () => {
  test('scores by what was published, while a draft goes on', async () => {
    await change('scorecardPublish', `${at(1)}, note: "To begin with"`)
    later()
    await change('scorecardUpdate', `${at(1)}, input: { ${need(3)}, threshold: 2 }`)
    expect(await read('revision threshold', 'draft: false')).toEqual({ revision: 1, threshold: 4 })
    expect(await read('revision threshold publishedRevision')).toEqual({
      revision: 2,
      threshold: 2,
      publishedRevision: 1,
    })
  })

  test('tells what was changed, by whom and when', async () => {
    const { revisions } = await read(
      'revisions(first: 10) { nodes { revision savedBy savedAt changes { what kind key parts sentence } scorecard { threshold } } }',
    )
    const [newest, first] = revisions.nodes
    expect(first).toMatchObject({ revision: 1, changes: [], scorecard: { threshold: 4 } })
    expect(newest).toMatchObject({ revision: 2, savedBy: 'Test secret', savedAt: clock.now.toISOString() })
    expect(newest.changes.map(({ sentence }: { sentence: string }) => sentence)).toEqual([
      'Threshold 4 → 2.',
      'Changed criterion: Need (weight 1 → 3).',
      'Removed criterion: Timeline (weight 1).',
      'Removed criterion: Budget (weight 1).',
      'Removed criterion: Authority (weight 1).',
    ])
    expect(newest.changes[1]).toMatchObject({
      what: 'CRITERION',
      kind: 'changed',
      key: 'need',
      parts: ['weight'],
    })
  })

  test('refuses a change by somebody who has not seen the newest revision', async () => {
    for (const [name, more] of [
      ['scorecardUpdate', ', input: { threshold: 1 }'],
      ['scorecardPublish', ''],
      ['scorecardRestore', ', revision: 1'],
      ['scorecardArchive', ''],
    ] as const) {
      expect(await change(name, at(1) + more)).toMatchObject({
        __typename: 'RevisionConflict',
        currentRevision: 2,
      })
    }
  })

  test('takes an older revision back as a new one', async () => {
    later()
    const { scorecard } = await change('scorecardRestore', `${at(2)}, revision: 1`)
    expect(scorecard.latestRevision).toBe(3)
    const { revisions } = await read(
      'threshold revisions(first: 1) { nodes { restoredFrom changes(since: 1) { kind } } }',
    )
    expect(revisions.nodes).toEqual([{ restoredFrom: 1, changes: [] }])
    expect(await change('scorecardRestore', `${at(3)}, revision: 9`)).toMatchObject({
      path: ['revision'],
      __typename: 'InvalidInput',
    })
  })

  test('keeps when which revision scored and why, and can score by an older one', async () => {
    later()
    await change('scorecardPublish', `${at(3)}, revision: 2, note: "Need is what counts"`)
    const { publications, publishedRevision } = await read(
      'publishedRevision publications { revision note by at }',
    )
    expect(publishedRevision).toBe(2)
    expect(publications).toMatchObject([
      { revision: 2, note: 'Need is what counts', by: 'Test secret', at: clock.now.toISOString() },
      { revision: 1, note: 'To begin with' },
    ])
  })

  test('names the profiles that point at it', async () => {
    expect((await read('users { name }')).users).toEqual([])
    await data(
      `mutation { profileCreate(input: { kind: IDEAL_CUSTOMER_PROFILE, template: "basic", slug: "growing",
        name: { en: "Growing", nb: "Voksende" }, links: { scorecard: "${card.id}" } }) { __typename ... on Problem { message } } }`,
    )
    expect((await read('users { kind name }')).users).toEqual([{ kind: 'Profile', name: 'growing' }])
  })

  test('in the archive scores no more, is not listed, changed or pointed at, until it is taken out', async () => {
    const fitNow = async () =>
      (await data(`{ customer(id: "${company}") { fit(scorecard: "ideal") { threshold } } }`)).customer.fit
    const listed = async (archived: boolean) =>
      (await data(`{ scorecards(archived: ${archived}) { slug } }`)).scorecards.length
    expect(await fitNow()).toEqual({ threshold: 2 })
    await change('scorecardArchive', at(3))
    expect([await fitNow(), await listed(false), await listed(true)]).toEqual([null, 0, 1])
    expect(await change('scorecardPublish', at(3))).toMatchObject({
      message: expect.stringMatching(/archive/),
    })
    const answered = await data(
      `mutation { criterionAnswer(scorecard: "${card.id}", customer: "${company}", criterion: "need", points: 1) { __typename } }`,
    )
    expect(answered.criterionAnswer.__typename).toBe('NotFound')
    const { profileCreate } = await data(
      `mutation { profileCreate(input: { kind: IDEAL_CUSTOMER_PROFILE, template: "basic", slug: "other",
        name: { en: "Other" }, links: { scorecard: "${card.id}" } }) { __typename } }`,
    )
    expect(profileCreate.__typename).toBe('InvalidInput')
    await change('scorecardUnarchive', at(3))
    expect([await fitNow(), await listed(false), await listed(true)]).toEqual([{ threshold: 2 }, 1, 0])
  })
})
