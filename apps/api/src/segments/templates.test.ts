import { expect, test } from 'vitest'
import { addCompany } from '../testing/companies.ts'
import { addInteractions } from '../testing/interactions.ts'
import { startTestServer } from '../testing/server.ts'

const { ask, db, workspace, clock } = await startTestServer()

async function run(query: string) {
  const { body } = await ask(query)
  expect(body.errors, JSON.stringify(body.errors)).toBeUndefined()
  return body.data
}
const create = async (input: string) =>
  (
    await run(`mutation { segmentCreate(input: ${input}) {
      ... on SegmentCreateSuccess { segment { slug name sentence customerCount } } ... on InvalidInput { problems { path message } } } }`)
  ).segmentCreate

await addCompany(db, workspace.id, 'Ask', { employees: 12 })
await addCompany(db, workspace.id, 'Gran', { employeeBand: '10-19' })
await addCompany(db, workspace.id, 'Furu', { employees: 300 })

test('the library tells each template in the language asked for, what it needs, and whether there are values', async () => {
  const { segmentTemplates } = await run(
    '{ segmentTemplates(view: FIRMOGRAPHIC, locale: da) { key kind name description sentence isUsable needs { key label knownOf } } }',
  )
  expect(segmentTemplates).toHaveLength(4)
  expect(segmentTemplates[0]).toMatchObject({
    key: 'smallCompanies',
    kind: 'COMPANY',
    name: 'Små virksomheder',
    isUsable: true,
    needs: [
      { key: 'employees', knownOf: 2 },
      { key: 'employeeBand', knownOf: 1 },
    ],
  })
  const all = await run('{ segmentTemplates { key view isUsable } }')
  expect(new Set(all.segmentTemplates.map(({ view }: { view: string }) => view)).size).toBe(8)
  const early = all.segmentTemplates.filter(({ isUsable }: { isUsable: boolean }) => !isUsable)
  expect(early.map(({ key }: { key: string }) => key)).toEqual(['noOrderForYear', 'opensMail'])
})

test('a template over interactions is taken once they are announced, and holds for who did them', async () => {
  const early = await create('{ fromTemplate: "opensMail" }')
  expect(early.problems[0].message).toMatch(/no interaction 'Email Opened'.*interactionTypeSave/)
  await run('mutation { interactionTypeSave(input: { name: "Email Opened" }) { __typename } }')
  const reader = await addCompany(db, workspace.id, 'Leser', {})
  const at = (days: number) => new Date(clock.now.getTime() - days * 86_400_000).toISOString()
  await addInteractions(
    db,
    workspace.id,
    reader,
    [1, 2, 29].map((days) => ({ name: 'Email Opened', at: at(days) })),
  )
  expect(await create('{ fromTemplate: "opensMail" }')).toMatchObject({ segment: { customerCount: 1 } })
})

test('a segment is made from a template, by its name or one of its own', async () => {
  expect(await create('{ fromTemplate: "smallCompanies" }')).toMatchObject({
    segment: { slug: 'sma-bedrifter', name: 'Små bedrifter', customerCount: 2 },
  })
  expect(await create('{ fromTemplate: "loyal", name: { nb: "Stamkunder" } }')).toMatchObject({
    segment: { name: 'Stamkunder', customerCount: 0 },
  })
})

test('a template that is not there is told with a guess, and a segment needs a name', async () => {
  const wrong = await create('{ fromTemplate: "smalCompanies" }')
  expect(wrong.problems).toEqual([
    { path: ['fromTemplate'], message: expect.stringMatching(/Did you mean 'smallCompanies'/) },
  ])
  expect((await create('{ rule: { all: [] } }')).problems[0].path).toEqual(['name'])
  expect(
    (await create('{ name: { en: "Both" }, rule: { all: [] }, fromTemplate: "loyal" }')).problems[0].path,
  ).toEqual(['rule'])
})

test('a segment is made from a sentence, in the language it is written in', async () => {
  const { segmentSentence } = await run(
    `{ segmentSentence(sentence: "Antall ansatte er minst 100", locale: nb) { ... on SegmentSentenceSuccess { read { rule sentence } } ... on Problem { message } } }`,
  )
  expect(segmentSentence.read).toEqual({
    rule: { kind: 'atLeast', field: { kind: 'attribute', key: 'employees' }, value: 100 },
    sentence: 'Antall ansatte er minst 100',
  })
  expect(
    await create(
      '{ name: { nb: "Store" }, fromSentence: { locale: nb, sentence: "Antall ansatte er minst 100." } }',
    ),
  ).toMatchObject({ segment: { customerCount: 1 } })
  const wrong = await create(
    `{ name: { nb: "Feil" }, fromSentence: { locale: nb, sentence: "Antal ansatte er minst 100" } }`,
  )
  expect(wrong.problems).toEqual([
    { path: ['sentence'], message: expect.stringMatching(/Did you mean "Antall ansatte"/) },
  ])
})
