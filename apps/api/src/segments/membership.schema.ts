import { findSegments } from '@profilkort/database/segments/segments.queries'
import type { NodeAnswer } from '@profilkort/domain/segments/why'
import { Customer } from '../customers/customer.schema.ts'
import { builder } from '../graphql/builder.ts'
import { LocaleEnum, localeChain } from '../graphql/locales.schema.ts'
import { createProblems } from '../graphql/problems.schema.ts'
import { NotFound } from '../graphql/problems.ts'
import { parseRuleInput, RuleInput } from '../rules/rule-input.schema.ts'
import { explainPick, explainRule, type Membership, segmentsOfCustomer } from './explain-membership.ts'
import { SegmentType } from './segment.schema.ts'

interface NodeView extends NodeAnswer {
  readonly now: Date
}

const day = 86_400_000

const SegmentWhyNode = builder.objectRef<NodeView>('SegmentWhyNode').implement({
  description: 'What one node of a rule says of one customer.',
  fields: (t) => ({
    path: t.stringList({
      description:
        'Where it is in the rule: `["rules", "0", "rule"]`; the whole rule is at `[]`, and the rule of a segment that a node names at `segment` of that node.',
      resolve: ({ path }) => path.map(String),
    }),
    kind: t.string({ description: 'Its kind, as in the rule.', resolve: ({ rule }) => rule.kind }),
    sentence: t.exposeString('sentence', { description: 'The node as a sentence.' }),
    holds: t.exposeBoolean('holds', { description: 'Whether it holds for the customer.' }),
    key: t.string({
      nullable: true,
      description: 'Of a test: the attribute or metric that it looks at.',
      resolve: ({ field }) => (field !== undefined && 'key' in field ? field.key : null),
    }),
    value: t.field({
      type: 'JSON',
      nullable: true,
      description:
        'What decided it: the value, or what records come to: their number, a sum or average, where the customer stands on a purpose, or when the first or last was, in milliseconds since 1970. Null where there is nothing.',
      resolve: ({ value }) => value ?? null,
    }),
    text: t.exposeString('text', { nullable: true, description: 'The value for people.' }),
    source: t.string({
      nullable: true,
      description: 'Who said so; null of what is computed.',
      resolve: ({ provenance }) => provenance?.source,
    }),
    recordedAt: t.field({
      type: 'DateTime',
      nullable: true,
      description: 'When it was said.',
      resolve: ({ provenance }) => (provenance === undefined ? null : new Date(provenance.at)),
    }),
    ageDays: t.int({
      nullable: true,
      description: 'How many days ago that is.',
      resolve: ({ provenance, now }) =>
        provenance === undefined ? null : Math.floor((now.getTime() - provenance.at) / day),
    }),
  }),
})

const SegmentWhy = builder.objectRef<Membership & { readonly now: Date }>('SegmentWhy').implement({
  description: 'Why a customer is in a segment, or is not; read from the database at that moment.',
  fields: (t) => ({
    isIn: t.exposeBoolean('isIn', { description: 'Whether it is in.' }),
    isWithheld: t.exposeBoolean('isWithheld', {
      description: 'Whether it is a person that may not be profiled: then it is out whatever the rule says.',
    }),
    nodes: t.field({
      type: [SegmentWhyNode],
      description: 'Every node of the rule, each before those within it; none of a list.',
      resolve: ({ nodes, now }) => nodes.map((node) => ({ ...node, now })),
    }),
    pickedAt: t.field({
      type: 'DateTime',
      nullable: true,
      description: 'Of a list: when the customer was put on it.',
      resolve: ({ pick }) => pick?.at ?? null,
    }),
    pickedBy: t.string({
      nullable: true,
      description: 'Of a list: who put it on.',
      resolve: ({ pick }) => pick?.by,
    }),
  }),
})

const SegmentOrRuleInput = builder.inputType('SegmentOrRuleInput', {
  description: 'A segment, or a rule that is not saved.',
  isOneOf: true,
  fields: (t) => ({
    segment: t.globalID({ description: 'A segment.' }),
    rule: t.field({ type: RuleInput, description: 'A rule.' }),
  }),
})

builder.queryField('segmentWhy', (t) =>
  t.field({
    type: SegmentWhy,
    description: 'Why one customer is in a segment, or is not. Needs `customer:read`.',
    authScopes: { may: 'customer:read' },
    errors: { types: createProblems, dataField: { name: 'why', description: 'Why.' } },
    args: {
      customer: t.arg.globalID({ required: true, description: 'The customer.' }),
      of: t.arg({ type: SegmentOrRuleInput, required: true, description: 'The segment, or a rule.' }),
      locale: t.arg({ type: LocaleEnum, description: 'The language of the texts.' }),
    },
    resolve: async (_root, { customer, of, locale }, context) => {
      const [language] = await localeChain(context, locale)
      const { now } = context
      if (of.rule) {
        const rule = await parseRuleInput(of.rule, context, ['of', 'rule'])
        return { ...(await explainRule(context, customer.id, rule, language)), now }
      }
      const id = of.segment?.id ?? ''
      const [segment] = await context.read((tx, workspaceId) => findSegments(tx, workspaceId, [id]))
      if (segment === undefined) throw new NotFound('segment', id)
      const membership =
        segment.kind === 'static'
          ? await explainPick(context, customer.id, id)
          : await explainRule(context, customer.id, segment.rule, language)
      return { ...membership, now }
    },
  }),
)

builder.objectField(Customer, 'segments', (t) =>
  t.field({
    type: [SegmentType],
    nullable: true,
    description:
      'The segments it is in by slug, without archived ones; read from the database at that moment. Needs `segment:read`.',
    authScopes: { may: 'segment:read' },
    args: { locale: t.arg({ type: LocaleEnum, description: 'The language of the texts.' }) },
    resolve: async (customer, { locale }, context) => {
      const [language] = await localeChain(context, locale)
      const segments = await segmentsOfCustomer(context, customer)
      return segments.map((segment) => ({ ...segment, locale: language }))
    },
  }),
)
