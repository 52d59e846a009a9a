import { expect, test } from 'vitest'
import { signInAs } from '../keys/testing/sign-in.ts'
import { basicProfile, profileEditor } from '../testing/profiles.ts'
import { type AskOptions, startTestServer } from '../testing/server.ts'

const server = await startTestServer()
const { ask } = server
const editor = profileEditor(ask)
const asEditor: AskOptions = { key: '', headers: (await signInAs(server, 'editor', 'Eva')).headers }
const asTranslator: AskOptions = { key: '', headers: (await signInAs(server, 'translator', 'Tore')).headers }

async function run(field: string, args: string, variables: object, options: AskOptions) {
  const name = `${field[0]?.toUpperCase()}${field.slice(1)}`
  const declared = Object.entries(variables)
    .map(
      ([key, value]) =>
        `$${key}: ${typeof value === 'number' ? 'Int!' : key === 'comment' ? 'String!' : 'ID!'}`,
    )
    .join(', ')
  const { body } = await ask(
    `mutation (${declared}) { result: ${field}(${args}) { __typename ... on Problem { message path }
      ... on ${name}Success { review { id revision state requestedBy decidedBy comments { text by } } } } }`,
    { ...options, variables: { ...variables } },
  )
  expect(body.errors).toBeUndefined()
  return body.data.result
}

const request = (id: string, expectedRevision: number, options: AskOptions, comment = 'Se på målene') =>
  run(
    'profileReviewRequest',
    'id: $id, expectedRevision: $expectedRevision, comment: $comment',
    { id, expectedRevision, comment },
    options,
  )
const approve = (review: string, options: AskOptions) =>
  run('profileReviewApprove', 'review: $review', { review }, options)

test('where a workspace asks for it, a revision is published once somebody else has approved just that revision', async () => {
  await ask('mutation { workspaceUpdate(input: { requiresReview: true }) { __typename } }')
  const { profile } = await editor.create(basicProfile('vurdert'))
  const refused = await editor.publish(profile.id, 1)
  expect(refused.problems?.[0]?.message).toMatch(/not approved/)
  const { review } = await request(profile.id, 1, asTranslator)
  expect(review).toMatchObject({
    state: 'REQUESTED',
    requestedBy: 'Tore',
    comments: [{ text: 'Se på målene', by: 'Tore' }],
  })
  expect((await ask('{ openReviews { id } }', asEditor)).body.data.openReviews).toEqual([{ id: review.id }])
  expect((await request(profile.id, 1, asEditor)).message).toMatch(/Another review/)
  expect((await approve(review.id, asEditor)).review).toMatchObject({ state: 'APPROVED', decidedBy: 'Eva' })
  await editor.update(profile.id, 1, { name: { nb: 'Endret' } })
  expect((await editor.publish(profile.id, 2)).problems?.[0]?.message).toMatch(/Revision 2 is not approved/)
  expect((await editor.publish(profile.id, 2, { revision: 1 })).__typename).toBe('ProfilePublishSuccess')
  await ask('mutation { workspaceUpdate(input: { requiresReview: false }) { __typename } }')
})

test('nobody approves what they asked for themselves, a rejection says why, and a decision stands', async () => {
  const { profile } = await editor.create(basicProfile('avvist'))
  await signInAs(server, 'editor', 'Even')
  const { review } = await request(profile.id, 1, asEditor)
  expect(await approve(review.id, asEditor)).toMatchObject({
    __typename: 'Forbidden',
    message: expect.stringMatching(/somebody else/),
  })
  const reject = (comment: string) =>
    run('profileReviewReject', 'review: $review, comment: $comment', { review: review.id, comment }, {})
  expect((await reject('  ')).message).toMatch(/Say why/)
  expect((await reject('Målene mangler')).review).toMatchObject({
    state: 'REJECTED',
    comments: [{ by: 'Eva' }, { text: 'Målene mangler' }],
  })
  expect((await approve(review.id, {})).message).toMatch(/rejected already/)
})
