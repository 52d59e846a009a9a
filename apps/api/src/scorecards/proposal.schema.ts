import { type LocaleChain, resolveText } from '@profilkort/domain/locales/locale'
import type { ScorecardProposal } from '@profilkort/domain/scorecards/from-profile'
import { maximumOf } from '@profilkort/domain/scorecards/parts'
import { type ScorecardTemplate, scorecardTemplates } from '@profilkort/domain/scorecards/scorecard-templates'
import { builder } from '../graphql/builder.ts'
import { LocaleEnum, localeChain } from '../graphql/locales.schema.ts'
import { InputProblem } from '../graphql/problems.schema.ts'
import { proposeFromProfile } from './propose-scorecard.ts'
import { AntiProfileMatchEnum } from './scorecard-input.schema.ts'
import { BandType, CriterionType, DisqualifierType } from './scorecard-parts.schema.ts'

const ProposalType = builder
  .objectRef<ScorecardProposal & { readonly chain: LocaleChain }>('ScorecardProposal')
  .implement({
    description: 'A scorecard that is not saved: what `scorecardCreate` would begin from.',
    fields: (t) => ({
      name: t.string({
        description: 'Its name.',
        resolve: ({ content, chain }) => resolveText(content.name, chain)?.text ?? '',
      }),
      criteria: t.field({
        type: [CriterionType],
        description: 'Its criteria in order.',
        resolve: ({ content, chain }) => content.criteria.map((criterion) => ({ ...criterion, chain })),
      }),
      disqualifiers: t.field({
        type: [DisqualifierType],
        description: 'Reasons not to sell to a customer at all.',
        resolve: ({ content, chain }) => content.disqualifiers.map((each) => ({ ...each, chain })),
      }),
      bands: t.field({
        type: [BandType],
        description: 'Its bands from low to high.',
        resolve: ({ content, chain }) => content.bands.map((band) => ({ ...band, chain })),
      }),
      threshold: t.float({
        description: 'The points a customer must reach.',
        resolve: ({ content }) => content.threshold,
      }),
      maximum: t.float({
        description: 'The points that can be reached.',
        resolve: ({ content }) => maximumOf(content),
      }),
      coverageFloor: t.float({
        description: 'The share of the weights that must be known, 0 to 1.',
        resolve: ({ content }) => content.coverageFloor,
      }),
      leftOut: t.field({
        type: [InputProblem],
        description:
          "Traits that nothing was made of, and why; a path is the profile's slug, then the trait's key.",
        resolve: ({ leftOut }) => leftOut,
      }),
    }),
  })

builder.queryField('scorecardFromProfile', (t) =>
  t.field({
    type: ProposalType,
    nullable: true,
    description:
      'Proposes a scorecard from the newest revision of a profile: need, timeline, budget, authority, its traits, and disqualifiers from the anti-profiles it is told apart from. Nothing is saved: `scorecardCreate` does that, with `fromProfile`. Null where there is no such profile. Needs `scorecard:write`.',
    authScopes: { may: 'scorecard:write' },
    args: {
      profile: t.arg.globalID({ required: true, description: 'The profile.' }),
      antiProfiles: t.arg({
        type: AntiProfileMatchEnum,
        required: true,
        defaultValue: 'allTraits',
        description: 'Whom an anti-profile disqualifies.',
      }),
      locale: t.arg({ type: LocaleEnum, description: 'The language of the texts.' }),
    },
    resolve: async (_root, { profile, antiProfiles, locale }, context) => {
      const chain = await localeChain(context, locale)
      const catalogue = await context.catalogue()
      const proposal = await context.read((tx, workspaceId) =>
        proposeFromProfile(tx, workspaceId, catalogue, { profileId: profile.id, antiProfiles }),
      )
      return proposal && { ...proposal, chain }
    },
  }),
)

const TemplateType = builder
  .objectRef<ScorecardTemplate & { readonly chain: LocaleChain }>('ScorecardTemplate')
  .implement({
    description: 'A scorecard to begin from, in all four languages.',
    fields: (t) => ({
      key: t.exposeString('key', { description: 'For `fromTemplate`.' }),
      name: t.string({
        description: 'Its name.',
        resolve: ({ content, chain, key }) => resolveText(content.name, chain)?.text ?? key,
      }),
      description: t.string({
        description: 'What it is for.',
        resolve: ({ description, chain }) => description[chain[0]],
      }),
      criteria: t.field({
        type: [CriterionType],
        description: 'Its criteria in order.',
        resolve: ({ content, chain }) => content.criteria.map((criterion) => ({ ...criterion, chain })),
      }),
    }),
  })

builder.queryField('scorecardTemplates', (t) =>
  t.field({
    type: [TemplateType],
    description: 'The scorecards to begin from. Needs `scorecard:read`.',
    authScopes: { may: 'scorecard:read' },
    args: { locale: t.arg({ type: LocaleEnum, description: 'The language of the texts.' }) },
    resolve: async (_root, { locale }, context) => {
      const chain = await localeChain(context, locale)
      return scorecardTemplates.map((template) => ({ ...template, chain }))
    },
  }),
)
