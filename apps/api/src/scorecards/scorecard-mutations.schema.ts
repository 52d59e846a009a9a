import { builder } from '../graphql/builder.ts'
import { changeProblems, createProblems } from '../graphql/problems.schema.ts'
import { createScorecard, publishScorecard, updateScorecard } from './change-scorecard.ts'
import { ScorecardType, viewChangedScorecard } from './scorecard.schema.ts'
import { ScorecardCreateInput, ScorecardUpdateInput } from './scorecard-input.schema.ts'

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

builder.mutationField('scorecardUpdate', (t) =>
  t.field({
    type: ScorecardType,
    description: 'Saves a new revision; it scores once it is published. Needs `scorecard:write`.',
    authScopes: { may: 'scorecard:write' },
    errors: { types: changeProblems, dataField },
    args: {
      id: t.arg.globalID({ required: true, description: 'The scorecard.' }),
      expectedRevision: t.arg.int({ required: true, description: expected }),
      input: t.arg({ type: ScorecardUpdateInput, required: true, description: 'What changes.' }),
    },
    resolve: async (_root, { id, expectedRevision, input }, context) => {
      await updateScorecard(context, id.id, expectedRevision, input)
      return viewChangedScorecard(context, id.id)
    },
  }),
)

builder.mutationField('scorecardPublish', (t) =>
  t.field({
    type: ScorecardType,
    description: 'Makes the newest revision the one that scores. Needs `scorecard:publish`.',
    authScopes: { may: 'scorecard:publish' },
    errors: { types: changeProblems, dataField },
    args: {
      id: t.arg.globalID({ required: true, description: 'The scorecard.' }),
      expectedRevision: t.arg.int({ required: true, description: expected }),
    },
    resolve: async (_root, { id, expectedRevision }, context) => {
      await publishScorecard(context, id.id, expectedRevision)
      return viewChangedScorecard(context, id.id)
    },
  }),
)
