import {
  listRules,
  listRuns,
  type RetentionRuleRow,
  type RetentionRunRow,
} from '@profilkort/database/retention/rules.queries'
import type {
  RetentionAction,
  RetentionKind,
  RetentionRule,
} from '@profilkort/domain/retention/retention-rule'
import { Customer } from '../customers/customer.schema.ts'
import { builder } from '../graphql/builder.ts'
import { enumOf } from '../graphql/enums.ts'
import { encodeGlobalId } from '../graphql/global-id.ts'
import { changeProblems, createProblems } from '../graphql/problems.schema.ts'
import { eraseDue, readDue } from './apply-rule.ts'
import { changeRule, createRule, removeRule } from './change-rule.ts'

const ActionEnum = enumOf('RetentionAction', 'What is done with people who are due.', {
  report: 'They are told of, for a person to have them erased.',
  erase: 'They are erased each night, at most 1,000 by a rule.',
} satisfies Record<RetentionAction, string>)

const KindEnum = enumOf('RetentionKind', 'Whom a retention rule is about.', {
  contact: 'People of a company.',
  consumer: 'People of no company.',
} satisfies Record<RetentionKind, string>)

const RunType = builder.objectRef<RetentionRunRow>('RetentionRun').implement({
  description: 'What came of a retention rule once.',
  fields: (t) => ({
    runAt: t.expose('runAt', { type: 'DateTime', description: 'When.' }),
    runBy: t.exposeString('runBy', { description: 'Who had it done; `Schedule` for the worker.' }),
    found: t.exposeInt('found', { description: 'How many people were due.' }),
    erased: t.exposeInt('erased', { description: 'How many of them were erased; each has a receipt.' }),
  }),
})

const RuleType = builder.objectRef<RetentionRuleRow>('RetentionRule').implement({
  description:
    'How long people are kept who do nothing any more: so many months after the last deal of theirs or their company, judgement or consent; without any, after they were first heard of.',
  fields: (t) => ({
    id: t.id({ description: 'Its global id.', resolve: ({ id }) => encodeGlobalId('RetentionRule', id) }),
    name: t.exposeString('name', { description: 'Its name for people.' }),
    months: t.exposeInt('months', { description: 'For how many months they are kept.' }),
    source: t.exposeString('source', {
      nullable: true,
      description: 'Only people that no other source tells of; null for all.',
    }),
    kind: t.field({
      type: KindEnum,
      nullable: true,
      description: 'Only contacts, or only consumers; null for both.',
      resolve: ({ kind }) => kind,
    }),
    purpose: t.exposeString('purpose', {
      nullable: true,
      description: 'Only people whose data may not be used for this purpose; null for all.',
    }),
    action: t.field({ type: ActionEnum, description: 'What is done.', resolve: ({ action }) => action }),
    revision: t.exposeInt('revision', { description: 'What to name as `expectedRevision` in a change.' }),
    dueCount: t.int({
      description: 'How many people are due now.',
      resolve: async (rule, _args, context) => {
        const { count } = await context.read((tx, workspaceId) =>
          readDue(tx, workspaceId, rule, context.now, 1),
        )
        return count
      },
    }),
    due: t.field({
      type: [Customer],
      description: 'The first of them, those who have done nothing for longest first.',
      args: {
        first: t.arg.int({ required: true, defaultValue: 20, description: 'How many, 1 to 100.' }),
      },
      resolve: async (rule, { first }, context) => {
        const limit = Math.max(1, Math.min(100, first))
        const due = await context.read((tx, workspaceId) =>
          readDue(tx, workspaceId, rule, context.now, limit),
        )
        return [...due.ids]
      },
    }),
    runs: t.field({
      type: [RunType],
      description: 'What came of it, the newest first, at most 50.',
      resolve: async ({ id }, _args, context) => [
        ...(await context.read((tx, workspaceId) => listRuns(tx, workspaceId, id))),
      ],
    }),
  }),
})

builder.queryField('retentionRules', (t) =>
  t.field({
    type: [RuleType],
    description: 'How long people are kept, by name, at most 100 rules. Needs `retention:manage`.',
    authScopes: { may: 'retention:manage' },
    resolve: async (_root, _args, context) => [...(await context.read(listRules))],
  }),
)

const RuleInputType = builder.inputType('RetentionRuleInput', {
  description: 'A retention rule, whole.',
  fields: (t) => ({
    name: t.string({ required: true, description: 'Its name for people, 1 to 100 characters.' }),
    months: t.int({ required: true, description: 'For how many months people are kept, 1 to 600.' }),
    source: t.string({ description: 'Only people that no other source tells of.' }),
    kind: t.field({ type: KindEnum, description: 'Only contacts, or only consumers.' }),
    purpose: t.string({ description: 'Only people whose data may not be used for this purpose.' }),
    action: t.field({
      type: ActionEnum,
      required: true,
      description: 'What is done with those who are due.',
    }),
  }),
})

const dataField = { name: 'rule', description: 'The rule as it is now.' }
const idArg = { required: true, description: 'The rule.' } as const
const expected = { required: true, description: 'The revision the caller has seen.' } as const

builder.mutationField('retentionRuleCreate', (t) =>
  t.field({
    type: RuleType,
    description: 'Makes a retention rule; look at `due` before it erases anybody. Needs `retention:manage`.',
    authScopes: { may: 'retention:manage' },
    errors: { types: createProblems, dataField },
    args: { input: t.arg({ type: RuleInputType, required: true, description: 'The rule.' }) },
    resolve: (_root, { input }, context) => createRule(context, toRule(input)),
  }),
)

builder.mutationField('retentionRuleUpdate', (t) =>
  t.field({
    type: RuleType,
    description: 'Changes a retention rule. Needs `retention:manage`.',
    authScopes: { may: 'retention:manage' },
    errors: { types: changeProblems, dataField },
    args: {
      id: t.arg.globalID(idArg),
      expectedRevision: t.arg.int(expected),
      input: t.arg({ type: RuleInputType, required: true, description: 'The rule.' }),
    },
    resolve: (_root, { id, expectedRevision, input }, context) =>
      changeRule(context, id.id, expectedRevision, toRule(input)),
  }),
)

const DeletedRule = builder.objectRef<{ readonly id: string }>('DeletedRetentionRule').implement({
  description: 'A retention rule that is gone.',
  fields: (t) => ({
    id: t.id({ description: 'The id it had.', resolve: ({ id }) => encodeGlobalId('RetentionRule', id) }),
  }),
})

builder.mutationField('retentionRuleDelete', (t) =>
  t.field({
    type: DeletedRule,
    description: 'Deletes a retention rule; receipts of who was erased by it stay. Needs `retention:manage`.',
    authScopes: { may: 'retention:manage' },
    errors: { types: changeProblems, dataField: { name: 'deleted', description: 'What is gone.' } },
    args: { id: t.arg.globalID(idArg), expectedRevision: t.arg.int(expected) },
    resolve: async (_root, { id, expectedRevision }, context) => {
      await removeRule(context, id.id, expectedRevision)
      return { id: id.id }
    },
  }),
)

builder.mutationField('retentionRuleApply', (t) =>
  t.field({
    type: RuleType,
    description:
      'Erases those who are due by a rule now, at most 1,000; refused when they are not as many as the caller has seen. Needs `retention:manage`.',
    authScopes: { may: 'retention:manage' },
    errors: { types: changeProblems, dataField },
    args: {
      id: t.arg.globalID(idArg),
      expectedRevision: t.arg.int(expected),
      expectedCount: t.arg.int({ required: true, description: 'The `dueCount` the caller has seen.' }),
    },
    resolve: (_root, { id, expectedRevision, expectedCount }, context) =>
      eraseDue(context, id.id, expectedRevision, expectedCount),
  }),
)

function toRule({
  name,
  months,
  source,
  kind,
  purpose,
  action,
}: {
  readonly [K in keyof RetentionRule]?: RetentionRule[K] | undefined
} & Pick<RetentionRule, 'name' | 'months' | 'action'>): RetentionRule {
  return { name, months, source: source ?? null, kind: kind ?? null, purpose: purpose ?? null, action }
}
