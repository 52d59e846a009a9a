import { builder } from '../graphql/builder.ts'
import type { Context } from '../graphql/context.ts'
import { createProblems } from '../graphql/problems.schema.ts'
import { parseRuleInput, RuleInput } from '../rules/rule-input.schema.ts'
import { type Choice, changeList, type Picked } from './pick-customers.ts'
import { changed, SegmentType } from './segment.schema.ts'

const SegmentExternalIdsInput = builder.inputType('SegmentExternalIdsInput', {
  description: 'Customers as a source calls them.',
  fields: (t) => ({
    source: t.string({ required: true, description: 'The source, such as `crm`.' }),
    ids: t.stringList({ required: true, description: 'What it calls them; at most 10,000.' }),
  }),
})

const SegmentCustomersInput = builder.inputType('SegmentCustomersInput', {
  description: 'Which customers are put on a list or taken off it.',
  isOneOf: true,
  fields: (t) => ({
    customers: t.globalIDList({ description: 'These; at most 10,000.' }),
    where: t.field({
      type: RuleInput,
      description:
        'Those a rule holds for now, without people who may not be profiled; the list stays as it is then.',
    }),
    externalIds: t.field({ type: SegmentExternalIdsInput, description: 'Those that a source calls so.' }),
    import: t.globalID({ description: 'Those that an import told of first.' }),
  }),
})

interface PickedView extends Picked {
  readonly segmentId: string
}

const SegmentListChange = builder.objectRef<PickedView>('SegmentListChange').implement({
  description: 'What became of a list.',
  fields: (t) => ({
    segment: t.field({
      type: SegmentType,
      description: 'The segment as it is now.',
      resolve: ({ segmentId }, _args, context) => changed(context, segmentId),
    }),
    changed: t.exposeInt('changed', {
      nullable: true,
      authScopes: { may: 'customer:read' },
      description: 'How many were put on the list or taken off it. Needs `customer:read`; null without.',
    }),
    unknown: t.exposeStringList('unknown', {
      nullable: true,
      authScopes: { may: 'customer:read' },
      description:
        'What of the given names there is nobody of; the others were done. Needs `customer:read`; null without.',
    }),
  }),
})

for (const [field, change, description] of [
  [
    'segmentAddCustomers',
    'pick',
    'Puts customers on the list of a static segment; those who are on it stay.',
  ],
  ['segmentRemoveCustomers', 'unpick', 'Takes customers off the list of a static segment.'],
] as const) {
  builder.mutationField(field, (t) =>
    t.field({
      type: SegmentListChange,
      description: `${description} Needs \`segment:write\`.`,
      authScopes: { may: 'segment:write' },
      errors: { types: createProblems, dataField: { name: 'change', description: 'What was done.' } },
      args: {
        id: t.arg.globalID({ required: true, description: 'The segment.' }),
        customers: t.arg({ type: SegmentCustomersInput, required: true, description: 'Which customers.' }),
      },
      resolve: async (_root, { id, customers }, context) => {
        const choice = await readChoice(customers, context)
        return { segmentId: id.id, ...(await changeList(context, id.id, change, choice)) }
      },
    }),
  )
}

type CustomersShape = typeof SegmentCustomersInput.$inferInput

async function readChoice(input: CustomersShape, context: Context): Promise<Choice> {
  if (input.customers) return { kind: 'customers', ids: input.customers.map(({ id }) => id) }
  if (input.where)
    return { kind: 'rule', rule: await parseRuleInput(input.where, context, ['customers', 'where']) }
  if (input.externalIds) return { kind: 'external', ...input.externalIds }
  return { kind: 'import', id: input.import?.id ?? '' }
}
