import { builder } from '../graphql/builder.ts'
import { changeProblems, createProblems } from '../graphql/problems.schema.ts'
import { putInArchive, takeFromArchive } from './archive-scorecard.ts'
import { createScorecard } from './create-scorecard.ts'
import { publishScorecard } from './publish-scorecard.ts'
import { restoreScorecard } from './restore-scorecard.ts'
import { ScorecardType, viewChangedScorecard } from './scorecard.schema.ts'
import { ScorecardCreateInput, ScorecardUpdateInput } from './scorecard-input.schema.ts'
import { updateScorecard } from './update-scorecard.ts'

const dataField = { name: 'scorecard', description: 'The scorecard as it is now.' }
const expected = 'The newest revision the caller has seen (`latestRevision`).'

builder.mutationField('scorecardCreate', (t) =>
  t.field({
    type: ScorecardType,
    description: 'Makes a scorecard; it scores once it is published. Needs `scorecard:write`.',
    authScopes: { may: 'scorecard:write' },
    errors: { types: createProblems, dataField },
    args: { input: t.arg({ type: ScorecardCreateInput, required: true, description: 'The new scorecard.' }) },
    resolve: async (_root, { input: { profile, fromProfile, ...input } }, context) => {
      const from = fromProfile && { ...fromProfile, profileId: fromProfile.profile.id }
      const card = { ...input, profileId: profile?.id, fromProfile: from ?? undefined }
      return viewChangedScorecard(context, await createScorecard(context, card))
    },
  }),
)

const seen = {
  id: { required: true, description: 'The scorecard.' },
  expectedRevision: { required: true, description: expected },
} as const

builder.mutationField('scorecardUpdate', (t) =>
  t.field({
    type: ScorecardType,
    description: 'Saves a new revision; it scores once it is published. Needs `scorecard:write`.',
    authScopes: { may: 'scorecard:write' },
    errors: { types: changeProblems, dataField },
    args: {
      id: t.arg.globalID(seen.id),
      expectedRevision: t.arg.int(seen.expectedRevision),
      input: t.arg({ type: ScorecardUpdateInput, required: true, description: 'What changes.' }),
    },
    resolve: async (_root, { id: { id }, expectedRevision, input }, context) => {
      await updateScorecard(context, { id, expectedRevision }, input)
      return viewChangedScorecard(context, id)
    },
  }),
)

builder.mutationField('scorecardPublish', (t) =>
  t.field({
    type: ScorecardType,
    description: 'Makes a revision the one that scores. Needs `scorecard:publish`.',
    authScopes: { may: 'scorecard:publish' },
    errors: { types: changeProblems, dataField },
    args: {
      id: t.arg.globalID(seen.id),
      expectedRevision: t.arg.int(seen.expectedRevision),
      revision: t.arg.int({ description: 'The revision; the newest when not given.' }),
      note: t.arg.string({
        required: true,
        defaultValue: '',
        description: 'Why, for the history; at most 2,000 characters.',
      }),
    },
    resolve: async (_root, { id: { id }, expectedRevision, revision, note }, context) => {
      await publishScorecard(context, { id, expectedRevision }, { revision: revision ?? undefined, note })
      return viewChangedScorecard(context, id)
    },
  }),
)

builder.mutationField('scorecardRestore', (t) =>
  t.field({
    type: ScorecardType,
    description:
      'Takes the content of an older revision back, as a new one; it scores once it is published. Needs `scorecard:write`.',
    authScopes: { may: 'scorecard:write' },
    errors: { types: changeProblems, dataField },
    args: {
      id: t.arg.globalID(seen.id),
      expectedRevision: t.arg.int(seen.expectedRevision),
      revision: t.arg.int({ required: true, description: 'The revision to take back.' }),
    },
    resolve: async (_root, { id: { id }, expectedRevision, revision }, context) => {
      await restoreScorecard(context, { id, expectedRevision }, revision)
      return viewChangedScorecard(context, id)
    },
  }),
)

builder.mutationField('scorecardArchive', (t) =>
  t.field({
    type: ScorecardType,
    description:
      'Puts a scorecard away: it scores no more, no profile can be made to point at it, and those that do keep it. Needs `scorecard:write`.',
    authScopes: { may: 'scorecard:write' },
    errors: { types: changeProblems, dataField },
    args: { id: t.arg.globalID(seen.id), expectedRevision: t.arg.int(seen.expectedRevision) },
    resolve: async (_root, { id: { id }, expectedRevision }, context) => {
      await putInArchive(context, { id, expectedRevision })
      return viewChangedScorecard(context, id)
    },
  }),
)

builder.mutationField('scorecardUnarchive', (t) =>
  t.field({
    type: ScorecardType,
    description: 'Takes a scorecard out of the archive: it scores as it did. Needs `scorecard:write`.',
    authScopes: { may: 'scorecard:write' },
    errors: { types: changeProblems, dataField },
    args: { id: t.arg.globalID(seen.id), expectedRevision: t.arg.int(seen.expectedRevision) },
    resolve: async (_root, { id: { id }, expectedRevision }, context) => {
      await takeFromArchive(context, { id, expectedRevision })
      return viewChangedScorecard(context, id)
    },
  }),
)
