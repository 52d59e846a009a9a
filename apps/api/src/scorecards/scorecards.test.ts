import { describe, expect, test } from 'vitest'
import { encodeGlobalId } from '../graphql/global-id.ts'
import { addCompany, addDeal } from '../testing/companies.ts'
import { startTestServer } from '../testing/server.ts'

const { ask, db, workspace } = await startTestServer()
const money = (amount: number) => ({ amount, currency: 'NOK' })
const best = await addCompany(db, workspace.id, 'Fjordregnskap AS', {
  industry: 'accounting',
  employees: 45,
  annualRevenue: money(60_000_000),
})
const open = await addCompany(db, workspace.id, 'Byggmester Lien', { industry: 'construction' })
const poor = await addCompany(db, workspace.id, 'Strandkafeen', {
  industry: 'hospitality',
  employees: 4,
  annualRevenue: money(2_000_000),
})

const createProfile = `mutation ($input: ProfileCreateInput!) {
  profileCreate(input: $input) {
    __typename
    ... on ProfileCreateSuccess { profile { id slug latestRevision traits { key words sentence } } }
    ... on InvalidInput { problems { path message } }
  }
}`
const traits = [
  {
    key: 'industry',
    label: { nb: 'Bransje', en: 'Industry' },
    words: { nb: 'Regnskap', en: 'Accounting' },
    rule: { oneOf: { field: { attribute: 'industry' }, values: ['accounting'] } },
  },
  {
    key: 'employees',
    label: { nb: 'Ansatte', en: 'Employees' },
    words: { nb: '20–100 ansatte' },
    rule: { between: { field: { attribute: 'employees' }, from: { number: 20 }, to: { number: 100 } } },
  },
  {
    key: 'revenue',
    label: { nb: 'Omsetning', en: 'Revenue' },
    rule: { atLeast: { field: { attribute: 'annualRevenue' }, value: { money: money(20_000_000) } } },
  },
]
const input = {
  kind: 'IDEAL_CUSTOMER_PROFILE',
  template: 'icpScorecard',
  name: { nb: 'Regnskapsførere i vekst', en: 'Growing accountants' },
  traits,
}

const created = await ask(createProfile, { variables: { input } })
const profile = created.body.data.profileCreate.profile

const createScorecard = `mutation ($input: ScorecardCreateInput!) {
  scorecardCreate(input: $input) {
    __typename
    ... on ScorecardCreateSuccess { scorecard { id slug maximum latestRevision publishedRevision criteria { key kind sentence choices } } }
    ... on InvalidInput { problems { path message } }
  }
}`
const criteria = [
  ...['need', 'timeline', 'budget', 'authority'].map((key) => ({ starter: { key } })),
  { trait: { key: 'industry', weight: 2 } },
  { trait: { key: 'employees' } },
  { trait: { key: 'revenue' } },
]
const card = (
  await ask(createScorecard, {
    variables: {
      input: {
        profile: profile.id,
        name: { nb: 'Idealkunde', en: 'Ideal customer' },
        criteria,
        threshold: 8,
        coverageFloor: 0.25,
      },
    },
  })
).body.data.scorecardCreate.scorecard

const publish =
  'mutation ($id: ID!, $revision: Int!) { scorecardPublish(id: $id, expectedRevision: $revision) { __typename ... on Problem { message } } }'
await ask(publish, { variables: { id: card.id, revision: 1 } })

const fitFields = `status points maximum percent range { low high } coverage threshold meetsThreshold band { key }
  criteria { key points state explanation values { text source } } nextQuestion { criterion question } scorecard { revision }`
const fitOf = async (id: string, locale = 'en') =>
  (
    await ask(
      `query ($id: ID!, $locale: Locale) { customer(id: $id) { fit(scorecard: "idealkunde", locale: $locale) { ${fitFields} } } }`,
      {
        variables: { id: encodeGlobalId('Customer', id), locale },
      },
    )
  ).body.data.customer.fit

describe('a profile from a template', () => {
  test('has its traits as words and as sentences', () => {
    expect(profile).toMatchObject({ slug: 'regnskapsforere-i-vekst', latestRevision: 1 })
    expect(profile.traits[2].words).toBe(profile.traits[2].sentence)
    expect(profile.traits[1].words).toBe('20–100 ansatte')
  })

  test('is told all its problems with their places, and nothing is written', async () => {
    const wrong = {
      ...input,
      slug: 'wrong',
      name: {},
      fields: [{ key: 'nothing', text: { nb: 'x' } }],
      traits: [
        {
          ...traits[0],
          key: 'Industry',
          rule: { is: { field: { attribute: 'industri' }, value: { text: 'x' } } },
        },
      ],
    }
    const { problems } = (await ask(createProfile, { variables: { input: wrong } })).body.data.profileCreate
    expect(problems.map((problem: { path: string[] }) => problem.path.join('.'))).toEqual(
      expect.arrayContaining([
        'name',
        'fields.nothing',
        'traits.0.key',
        expect.stringMatching(/^traits\.0\.rule/),
      ]),
    )
    expect(JSON.stringify(problems)).toMatch(/Did you mean/)
    const { profiles } = (await ask('{ profiles(draft: true) { nodes { slug } } }')).body.data
    expect(profiles.nodes.map((each: { slug: string }) => each.slug)).not.toContain('wrong')
  })

  test('a slug that is taken is refused', async () => {
    const again = (await ask(createProfile, { variables: { input } })).body.data.profileCreate
    expect(again.problems).toEqual([{ path: ['slug'], message: expect.stringMatching(/is taken/) }])
  })
})

describe('a scorecard', () => {
  test('has the starter criteria and those of the traits', () => {
    expect(card).toMatchObject({ slug: 'idealkunde', maximum: 16 })
    expect(card.criteria.map((criterion: { kind: string }) => criterion.kind)).toEqual([
      'ANSWER',
      'ANSWER',
      'ANSWER',
      'ANSWER',
      'RULE',
      'RULE',
      'RULE',
    ])
  })

  test('names what is wrong with it', async () => {
    const wrong = { name: { en: 'x' }, criteria: [{ starter: { key: 'hope' } }] }
    const { problems } = (await ask(createScorecard, { variables: { input: wrong } })).body.data
      .scorecardCreate
    expect(problems).toEqual([
      {
        path: ['criteria', '0', 'starter', 'key'],
        message: expect.stringMatching(/need, timeline, budget, authority/),
      },
    ])
    const none = { name: { en: 'x' }, threshold: 99, bands: [{ key: 'a', label: { en: 'A' }, from: 10 }] }
    const more = (await ask(createScorecard, { variables: { input: none } })).body.data.scorecardCreate
      .problems
    expect(more.map((problem: { path: string[] }) => problem.path.join('.'))).toEqual([
      'threshold',
      'bands.0.from',
    ])
  })

  test('that somebody changed in between is not published', async () => {
    const stale = await ask(
      'mutation ($id: ID!) { scorecardPublish(id: $id, expectedRevision: 7) { ... on RevisionConflict { expectedRevision currentRevision message } } }',
      { variables: { id: card.id } },
    )
    expect(stale.body.data.scorecardPublish).toMatchObject({ expectedRevision: 7, currentRevision: 1 })
  })
})

describe('fit', () => {
  test('tells points, range, coverage, threshold answer, reasons and next question', async () => {
    const fit = await fitOf(best)
    expect(fit).toMatchObject({
      status: 'SCORED',
      points: 8,
      maximum: 16,
      percent: 50,
      range: { low: 8, high: 16 },
      coverage: 0.5,
      threshold: 8,
      meetsThreshold: 'YES',
      band: { key: 'medium' },
      nextQuestion: null,
      scorecard: { revision: 1 },
    })
    const industry = fit.criteria.find((criterion: { key: string }) => criterion.key === 'industry')
    expect(industry).toMatchObject({
      points: 4,
      state: 'KNOWN',
      values: [{ text: 'Accounting', source: 'test' }],
    })
    expect(industry.explanation).toMatch(/^Holds: .*Accounting/)
  })

  test('what is not known is not zero: the threshold is undecided and the heaviest open question is next', async () => {
    const fit = await fitOf(open)
    expect(fit).toMatchObject({
      points: 0,
      range: { low: 0, high: 12 },
      coverage: 0.25,
      meetsThreshold: 'UNDECIDED',
      status: 'SCORED',
    })
    expect(fit.nextQuestion.criterion).toBe('authority')
    expect((await fitOf(open, 'nb')).nextQuestion.question).toBe('Snakker vi med den som bestemmer?')
    expect(fit.criteria.find((criterion: { key: string }) => criterion.key === 'employees')).toMatchObject({
      state: 'UNKNOWN',
      points: null,
      explanation: expect.stringMatching(/Not known yet: .*mployees/),
    })
  })

  test("a seller's answer counts at once, and can be taken back", async () => {
    const answer = `mutation ($card: ID!, $customer: ID!, $criterion: String!, $points: Int) {
      criterionAnswer(scorecard: $card, customer: $customer, criterion: $criterion, points: $points, note: "ringte") {
        ... on CriterionAnswerSuccess { fit { points coverage range { low high } } }
        ... on InvalidInput { problems { path message } }
      }
    }`
    const variables = {
      card: card.id,
      customer: encodeGlobalId('Customer', open),
      criterion: 'need',
      points: 2,
    }
    const answered = (await ask(answer, { variables })).body.data.criterionAnswer
    expect(answered.fit).toEqual({ points: 2, coverage: 0.375, range: { low: 2, high: 12 } })
    const wrong = await ask(answer, { variables: { ...variables, points: 3 } })
    expect(wrong.body.data.criterionAnswer.problems[0].message).toMatch(/0, 1 or 2/)
    const notOpen = await ask(answer, { variables: { ...variables, criterion: 'industry' } })
    expect(notOpen.body.data.criterionAnswer.problems[0].message).toMatch(/need, timeline, budget, authority/)
    const back = (await ask(answer, { variables: { ...variables, points: null } })).body.data.criterionAnswer
    expect(back.fit).toMatchObject({ points: 0, coverage: 0.25 })
  })

  test('of every company, most points first, page by page', async () => {
    const query = `query ($after: String) { scorecard(slug: "idealkunde") { fits(first: 1, after: $after) {
      totalCount pageInfo { hasNextPage endCursor } nodes { points customer { name } } } } }`
    const names: string[] = []
    let after: string | null = null
    for (;;) {
      // biome-ignore lint/suspicious/noExplicitAny: a test reads whatever it asked for
      const page: any = (await ask(query, { variables: { after } })).body.data.scorecard.fits
      expect(page.totalCount).toBe(3)
      names.push(...page.nodes.map((node: { customer: { name: string } }) => node.customer.name))
      if (!page.pageInfo.hasNextPage) break
      after = page.pageInfo.endCursor
    }
    expect(names[0]).toBe('Fjordregnskap AS')
    expect(new Set(names)).toEqual(new Set(['Fjordregnskap AS', 'Byggmester Lien', 'Strandkafeen']))
  })
})

describe('customers', () => {
  test('are listed by rule over attributes and metrics', async () => {
    await addDeal(db, workspace.id, { customerId: best, status: 'won', value: 1000, closedOn: '2025-01-01' })
    await addDeal(db, workspace.id, { customerId: best, status: 'lost', closedOn: '2025-02-01' })
    const query =
      'query ($where: RuleInput!) { customers(where: $where) { totalCount nodes { name metrics { wonValue winRate tenureDays } } } }'
    const where = {
      all: [
        { atLeast: { field: { metric: 'wonValue' }, value: { number: 1000 } } },
        { not: { isUnknown: { field: { attribute: 'employees' } } } },
      ],
    }
    const { customers } = (await ask(query, { variables: { where } })).body.data
    expect(customers).toEqual({
      totalCount: 1,
      nodes: [{ name: 'Fjordregnskap AS', metrics: { wonValue: 1000, winRate: 0.5, tenureDays: 691 } }],
    })
    const none = (await ask(query, { variables: { where: { any: [] } } })).body.data.customers
    expect(none).toEqual({ totalCount: 0, nodes: [] })
    const wrong = await ask(query, {
      variables: { where: { atLeast: { field: { metric: 'wonvalue' }, value: { number: 1 } } } },
    })
    expect(wrong.body.errors?.[0]).toMatchObject({
      message: expect.stringMatching(/wonvalue/),
      extensions: { code: 'BAD_USER_INPUT' },
    })
    expect(poor).toBeTruthy()
  })

  test('are read forwards and backwards by keyset', async () => {
    const query =
      'query ($first: Int, $last: Int, $after: String, $before: String) { customers(first: $first, last: $last, after: $after, before: $before) { nodes { name } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }'
    // biome-ignore lint/suspicious/noExplicitAny: a test reads whatever it asked for
    const page = async (variables: object): Promise<any> =>
      (await ask(query, { variables: { ...variables } })).body.data.customers
    const first = await page({ first: 2 })
    expect(first.nodes.map(({ name }: { name: string }) => name)).toEqual([
      'Byggmester Lien',
      'Fjordregnskap AS',
    ])
    expect(first.pageInfo).toMatchObject({ hasNextPage: true, hasPreviousPage: false })
    const second = await page({ first: 2, after: first.pageInfo.endCursor })
    expect(second.nodes).toEqual([{ name: 'Strandkafeen' }])
    const last = await page({ last: 1, before: second.pageInfo.startCursor })
    expect(last.nodes).toEqual([{ name: 'Fjordregnskap AS' }])
    expect(last.pageInfo).toMatchObject({ hasPreviousPage: true, hasNextPage: true })
    const wrong = await ask(query, { variables: { first: 101 } })
    expect(wrong.body.errors?.[0]?.message).toMatch(/from 1 to 100/)
    const cursor = await ask(query, { variables: { after: 'zzz' } })
    expect(cursor.body.errors?.[0]?.message).toMatch(/not a cursor/)
  })
})
