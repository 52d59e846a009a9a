import {
  findReview,
  listOpenReviews,
  listReviews,
  type ReviewComment,
  type ReviewRow,
} from '@profilkort/database/reviews/reviews.queries'
import { builder } from '../graphql/builder.ts'
import type { Context } from '../graphql/context.ts'
import { enumOf } from '../graphql/enums.ts'
import { encodeGlobalId } from '../graphql/global-id.ts'
import { changeProblems, createProblems } from '../graphql/problems.schema.ts'
import { Profile } from '../profiles/profile.schema.ts'
import { comment, decide, requestReview, withdraw } from './change-review.ts'

const ReviewStateEnum = enumOf('ReviewState', 'How far a review has come.', {
  requested: 'It waits for somebody.',
  approved: 'The revision may be published.',
  rejected: 'The revision has to be mended.',
  withdrawn: 'It was taken back.',
})

const CommentType = builder.objectRef<ReviewComment>('ReviewComment').implement({
  description: 'What somebody said of a revision under review.',
  fields: (t) => ({
    text: t.exposeString('text', { description: 'The words.' }),
    by: t.exposeString('by', { description: 'Who said it.' }),
    at: t.field({ type: 'DateTime', description: 'When.', resolve: ({ at }) => new Date(at) }),
  }),
})

const Review = builder.objectRef<ReviewRow>('ProfileReview').implement({
  description: 'A review of one revision; a newer revision does not inherit it.',
  fields: (t) => ({
    id: t.id({ description: 'Its global id.', resolve: ({ id }) => encodeGlobalId('ProfileReview', id) }),
    profile: t.id({
      description: "The profile's global id.",
      resolve: ({ profileId }) => encodeGlobalId('Profile', profileId),
    }),
    revision: t.exposeInt('revision', { description: 'The revision under review.' }),
    state: t.expose('state', { type: ReviewStateEnum, description: 'How far it has come.' }),
    requestedBy: t.exposeString('requestedBy', { description: 'Who asked for it.' }),
    requestedAt: t.expose('requestedAt', { type: 'DateTime', description: 'When it was asked for.' }),
    decidedBy: t.exposeString('decidedBy', {
      nullable: true,
      description: 'Who decided or withdrew; null while it waits.',
    }),
    decidedAt: t.expose('decidedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When it was decided; null while it waits.',
    }),
    comments: t.field({
      type: [CommentType],
      extensions: { stored: true },
      description: 'What was said, oldest first.',
      resolve: ({ comments }) => [...comments],
    }),
  }),
})

builder.objectField(Profile, 'reviews', (t) =>
  t.field({
    type: [Review],
    nullable: true,
    authScopes: { may: 'profile:readDrafts' },
    description: 'Its reviews, newest first. Needs `profile:readDrafts`; null without.',
    resolve: async ({ id }, _args, { read }) => [
      ...(await read((tx, workspaceId) => listReviews(tx, workspaceId, id))),
    ],
  }),
)

builder.queryField('openReviews', (t) =>
  t.field({
    type: [Review],
    description: 'The reviews that wait for somebody, oldest first. Needs `profile:readDrafts`.',
    authScopes: { may: 'profile:readDrafts' },
    resolve: async (_root, _args, { read }) => [...(await read(listOpenReviews))],
  }),
)

const dataField = { name: 'review', description: 'The review as it is now.' }
const review = 'The review.'

builder.mutationField('profileReviewRequest', (t) =>
  t.field({
    type: Review,
    description: 'Asks for a review of the newest revision. Needs `profile:translate`.',
    authScopes: { may: 'profile:translate' },
    errors: { types: changeProblems, dataField },
    args: {
      id: t.arg.globalID({ required: true, description: 'The profile.' }),
      expectedRevision: t.arg.int({
        required: true,
        description: 'The newest revision the caller has seen (`latestRevision`).',
      }),
      comment: t.arg.string({ description: 'What to look at.' }),
    },
    resolve: async (_root, { id, expectedRevision, comment: words }, context) => {
      const made = await requestReview(context, { id: id.id, expectedRevision }, words ?? undefined)
      return changed(context, made)
    },
  }),
)

builder.mutationField('profileReviewApprove', (t) =>
  t.field({
    type: Review,
    description: 'Lets a revision be published. Not by who asked for it. Needs `profile:review`.',
    authScopes: { may: 'profile:review' },
    errors: { types: createProblems, dataField },
    args: {
      review: t.arg.globalID({ required: true, description: review }),
      comment: t.arg.string({ description: 'What is to be said of it.' }),
    },
    resolve: async (_root, args, context) => {
      await decide(context, args.review.id, 'approved', args.comment ?? undefined)
      return changed(context, args.review.id)
    },
  }),
)

builder.mutationField('profileReviewReject', (t) =>
  t.field({
    type: Review,
    description: 'Sends a revision back, saying why. Not by who asked for it. Needs `profile:review`.',
    authScopes: { may: 'profile:review' },
    errors: { types: createProblems, dataField },
    args: {
      review: t.arg.globalID({ required: true, description: review }),
      comment: t.arg.string({ required: true, description: 'Why.' }),
    },
    resolve: async (_root, args, context) => {
      await decide(context, args.review.id, 'rejected', args.comment)
      return changed(context, args.review.id)
    },
  }),
)

builder.mutationField('profileReviewWithdraw', (t) =>
  t.field({
    type: Review,
    description: 'Takes a request for a review back. Needs `profile:translate`.',
    authScopes: { may: 'profile:translate' },
    errors: { types: createProblems, dataField },
    args: { review: t.arg.globalID({ required: true, description: review }) },
    resolve: async (_root, args, context) => {
      await withdraw(context, args.review.id)
      return changed(context, args.review.id)
    },
  }),
)

builder.mutationField('profileReviewComment', (t) =>
  t.field({
    type: Review,
    description: 'Says something of a revision. Needs `profile:translate`.',
    authScopes: { may: 'profile:translate' },
    errors: { types: createProblems, dataField },
    args: {
      review: t.arg.globalID({ required: true, description: review }),
      comment: t.arg.string({ required: true, description: 'The words, at most 5,000 characters.' }),
    },
    resolve: async (_root, args, context) => {
      await comment(context, args.review.id, args.comment)
      return changed(context, args.review.id)
    },
  }),
)

async function changed({ read }: Context, id: string): Promise<ReviewRow> {
  const row = await read((tx, workspaceId) => findReview(tx, workspaceId, id))
  if (row === undefined) throw new Error(`Review ${id} is gone right after it was saved`)
  return row
}
