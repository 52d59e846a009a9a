import { listSurvivorship } from '@profilkort/database/identity/survivorship.queries'
import {
  type SurvivorshipRule,
  type SurvivorshipStrategy,
  survivorshipStrategies,
} from '@profilkort/domain/identity/survivorship'
import { builder } from '../graphql/builder.ts'
import { enumOf } from '../graphql/enums.ts'
import { Forbidden, InvalidInput } from '../graphql/problems.ts'
import { setSurvivorship } from './set-survivorship.ts'

const StrategyEnum = enumOf(
  'SurvivorshipStrategy',
  'Whose word counts where sources differ. What people wrote by hand always does.',
  {
    newest: 'Who said it last; the usual.',
    first: 'Who said it first; the usual for names.',
    trusted: 'The first of the sources named that says anything, else the newest.',
    frequent: 'What most say, the newest of those.',
    longest: 'The most detailed text or list.',
  } satisfies { readonly [S in SurvivorshipStrategy]: string },
)

interface RuleView extends SurvivorshipRule {
  readonly key: string
}

const RuleType = builder.objectRef<RuleView>('SurvivorshipRule').implement({
  description: 'Whose word counts on one attribute where sources differ.',
  fields: (t) => ({
    key: t.exposeString('key', {
      description: 'The attribute; `$name`, `$stage` and `$company` for these, `*` for all others.',
    }),
    strategy: t.field({
      type: StrategyEnum,
      description: 'Whose word.',
      resolve: ({ strategy }) => strategy,
    }),
    sources: t.stringList({
      description: 'Of `TRUSTED`: the sources, the most trusted first.',
      resolve: ({ sources }) => [...sources],
    }),
  }),
})

builder.queryField('survivorshipRules', (t) =>
  t.field({
    type: [RuleType],
    description:
      "The workspace's own rules of whose word counts; all else is as usual. Needs `customer:join`.",
    authScopes: { may: 'customer:join' },
    resolve: async (_root, _args, context) => {
      const rules = await context.read(listSurvivorship)
      return Object.entries(rules).map(([key, rule]) => ({ key, ...rule }))
    },
  }),
)

const SetType = builder
  .objectRef<{ readonly changed: number; readonly rules: readonly RuleView[] }>('SurvivorshipSet')
  .implement({
    description: 'What a rule of whose word counts comes to.',
    fields: (t) => ({
      changed: t.exposeInt('changed', { description: 'How many customers are not as they were.' }),
      rules: t.field({
        type: [RuleType],
        description: "All of the workspace's own rules.",
        resolve: ({ rules }) => [...rules],
      }),
    }),
  })

builder.mutationField('survivorshipSet', (t) =>
  t.field({
    type: SetType,
    description:
      'Says whose word counts on an attribute where sources differ; without a strategy it is as usual again. All customers that several records speak of follow at once. Needs `customer:join`.',
    authScopes: { may: 'customer:join' },
    errors: { types: [InvalidInput, Forbidden], dataField: { name: 'set', description: 'What it came to.' } },
    args: {
      key: t.arg.string({
        required: true,
        description: 'The attribute; `$name`, `$stage`, `$company`, or `*` for all others.',
      }),
      strategy: t.arg({
        type: StrategyEnum,
        description: `Whose word counts: one of ${survivorshipStrategies.length} ways.`,
      }),
      sources: t.arg.stringList({ description: 'With `TRUSTED`: the sources, the most trusted first.' }),
      dryRun: t.arg.boolean({
        defaultValue: false,
        required: true,
        description: 'Count what would change, and do nothing.',
      }),
    },
    resolve: (_root, { key, strategy, sources, dryRun }, context) =>
      setSurvivorship(context, key, strategy ? { strategy, sources: sources ?? [] } : null, dryRun),
  }),
)
