import {
  listSpecialDecisions,
  type SpecialCategoryDecision,
} from '@profilkort/database/consents/special-categories.queries'
import { builder } from '../graphql/builder.ts'
import type { Context } from '../graphql/context.ts'
import { createProblems } from '../graphql/problems.schema.ts'
import { endUse, stateGround } from './decide-special-categories.ts'

const DecisionType = builder.objectRef<SpecialCategoryDecision>('SpecialCategoryDecision').implement({
  description: 'A decision on whether rules judge customers by special categories (GDPR, article 9).',
  fields: (t) => ({
    ground: t.exposeString('ground', {
      nullable: true,
      description: 'On what ground, in the words of who decided; null where the use was ended.',
    }),
    at: t.expose('at', { type: 'DateTime', description: 'When it was decided.' }),
    by: t.exposeString('by', { description: 'Who decided.' }),
  }),
})

builder.queryField('specialCategoryDecisions', (t) =>
  t.field({
    type: [DecisionType],
    description:
      'The decisions on special categories, the newest first, which holds; at most 100. Without one they are not used. Needs `workspace:read`.',
    authScopes: { may: 'workspace:read' },
    resolve: async (_root, _args, context) => [...(await context.read(listSpecialDecisions))],
  }),
)

const dataField = { name: 'decision', description: 'The decision, which holds from now on.' }

builder.mutationField('specialCategoriesEnable', (t) =>
  t.field({
    type: DecisionType,
    description:
      'States on what ground rules of scorecards and traits judge customers by special categories; only customers who consented to them are judged by them. Needs `workspace:manage`.',
    authScopes: { may: 'workspace:manage' },
    errors: { types: createProblems, dataField },
    args: {
      ground: t.arg.string({
        required: true,
        description: 'Which exception of article 9 holds and what for, in at most 2,000 characters.',
      }),
    },
    resolve: async (_root, { ground }, context) => {
      await stateGround(context, ground)
      return newest(context)
    },
  }),
)

builder.mutationField('specialCategoriesDisable', (t) =>
  t.field({
    type: DecisionType,
    description:
      'Ends the use of special categories: what rules say of them counts as unknown, in published scorecards too. Needs `workspace:manage`.',
    authScopes: { may: 'workspace:manage' },
    errors: { types: createProblems, dataField },
    resolve: async (_root, _args, context) => {
      await endUse(context)
      return newest(context)
    },
  }),
)

async function newest(context: Context): Promise<SpecialCategoryDecision> {
  const [decision] = await context.read(listSpecialDecisions)
  if (decision === undefined) throw new Error('A decision is gone right after it was made')
  return decision
}
