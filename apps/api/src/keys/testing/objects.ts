import sharp from 'sharp'
import { expect } from 'vitest'
import { sendPicture } from '../../pictures/testing/send-picture.ts'
import { addCompany } from '../../testing/companies.ts'
import { importFile } from '../../testing/import-file.ts'
import type { startTestServer } from '../../testing/server.ts'

/** Stands in every text of the objects, and in no question. */
export const secretWord = 'Kronjuvelen'
/** The slug, or the key, of each object that has one. */
export const slug = 'kronjuvelen'

/** What the access matrix asks for: one object of each type that an argument can name. */
export interface Objects {
  /** Their UUIDs by type. */
  readonly ids: { readonly [typename: string]: string }
  readonly pictureHash: string
}

/** One of each with the secret word in it. */
export async function makeObjects(server: Awaited<ReturnType<typeof startTestServer>>): Promise<Objects> {
  const { ask, db, workspace } = server
  const Customer = await addCompany(db, workspace.id, secretWord, { industry: 'accounting' })
  const red = sharp({ create: { width: 8, height: 8, channels: 3, background: '#a00' } })
  const picture = await sendPicture(server, await red.png().toBuffer())
  const name = { nb: secretWord }
  const { body } = await ask(
    `mutation ($profile: ProfileCreateInput!, $card: ScorecardCreateInput!, $segment: SegmentCreateInput!,
        $template: TemplateCreateInput!, $product: ProductCreateInput!, $member: MemberInviteInput!, $key: ApiKeyCreateInput!,
        $mapping: ImportMappingInput!) {
      profileCreate(input: $profile) { ... on ProfileCreateSuccess { profile { id } } ... on Problem { message } }
      scorecardCreate(input: $card) { ... on ScorecardCreateSuccess { scorecard { id } } ... on Problem { message } }
      segmentCreate(input: $segment) { ... on SegmentCreateSuccess { segment { id } } ... on Problem { message } }
      templateCreate(input: $template) { ... on TemplateCreateSuccess { template { key } } ... on Problem { message } }
      productCreate(input: $product) { ... on ProductCreateSuccess { product { key } } ... on Problem { message } }
      memberInvite(input: $member) { ... on MemberInviteSuccess { invitation { member { id } } } ... on Problem { message } }
      importMappingSave(input: $mapping) { ... on ImportMappingSaveSuccess { mapping { id } } ... on Problem { message } }
      apiKeyCreate(input: $key) { ... on ApiKeyCreateSuccess { newApiKey { apiKey { id } } } ... on Problem { message } }
    }`,
    {
      variables: {
        profile: { slug, kind: 'PERSONA', template: 'basic', name },
        card: { slug, name },
        segment: { slug, name, rule: { isKnown: { field: { attribute: 'industry' } } } },
        template: { key: slug, name, copyOf: 'basic' },
        product: { name: secretWord },
        member: { name: secretWord, email: 'kari@example.com', role: 'VIEWER' },
        key: { kind: 'SECRET', name: secretWord },
        mapping: {
          name: secretWord,
          mapping: {
            kind: 'companies',
            key: ['name'],
            columns: [{ column: 'name', target: { kind: 'part', part: 'name' } }],
          },
        },
      },
    },
  )
  expect(body.errors).toBeUndefined()
  const { profileCreate, scorecardCreate, segmentCreate, memberInvite, apiKeyCreate, importMappingSave } =
    body.data
  expect([body.data.templateCreate.template?.key, body.data.productCreate.product?.key]).toEqual([slug, slug])
  const { data } = (
    await ask(
      `mutation ($profile: ID!, $input: ReleaseInput!) {
        profileReviewRequest(id: $profile, expectedRevision: 1) { ... on ProfileReviewRequestSuccess { review { id } } }
        releaseCreate(input: $input) { ... on ReleaseCreateSuccess { release { id } } }
      }`,
      {
        variables: {
          profile: profileCreate.profile.id,
          input: { name: secretWord, items: [{ profile: profileCreate.profile.id }] },
        },
      },
    )
  ).body
  const sent = await importFile(
    server.url,
    workspace.secretKey,
    { kind: 'products', fileName: secretWord },
    `name\n${secretWord}\n`,
  )
  const uuidOf = (id: string) => Buffer.from(id, 'base64url').toString().split(':')[1] ?? ''
  return {
    ids: {
      Customer,
      Profile: uuidOf(profileCreate.profile.id),
      Scorecard: uuidOf(scorecardCreate.scorecard.id),
      Segment: uuidOf(segmentCreate.segment.id),
      ProfileReview: uuidOf(data.profileReviewRequest.review.id),
      Release: uuidOf(data.releaseCreate.release.id),
      Member: uuidOf(memberInvite.invitation.member.id),
      Import: uuidOf(sent.one('received').id),
      ImportMapping: uuidOf(importMappingSave.mapping.id),
      ApiKey: uuidOf(apiKeyCreate.newApiKey.apiKey.id),
    },
    pictureHash: picture.body.hash,
  }
}
