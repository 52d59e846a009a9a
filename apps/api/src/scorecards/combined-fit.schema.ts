import { type CustomerRow, findCustomers } from '@profilkort/database/customers/customers.queries'
import { findScorecardBySlug } from '@profilkort/database/scorecards/scorecards.queries'
import { type Locale, type LocaleChain, resolveText } from '@profilkort/domain/locales/locale'
import {
  type CombinedFit,
  combineFits,
  type FitSide,
  type GradedFit,
} from '@profilkort/domain/scorecards/combined-fit'
import { explainCombined } from '@profilkort/domain/scorecards/explain-combined'
import { mayUse } from '../consents/uses.ts'
import { Customer } from '../customers/customer.schema.ts'
import { readCustomers } from '../customers/read-customers.ts'
import { builder } from '../graphql/builder.ts'
import type { Context } from '../graphql/context.ts'
import { enumOf } from '../graphql/enums.ts'
import { LocaleEnum, localeChain } from '../graphql/locales.schema.ts'
import { FitStatusEnum, FitType, RangeType, ThresholdAnswerEnum } from './fit.schema.ts'
import { type FitView, fitLoader } from './load-fits.ts'
import type { ScorecardView } from './scorecard.schema.ts'

interface CombinedView {
  readonly combined: CombinedFit
  readonly company: FitView
  readonly person: FitView
  readonly chain: LocaleChain
}

const SideEnum = enumOf('FitSide', 'Whose fit.', {
  company: "The company's.",
  person: "The person's.",
} satisfies Record<FitSide, string>)

interface ReasonView {
  readonly side: FitSide
  readonly reason: string
}

const ReasonType = builder.objectRef<ReasonView>('CombinedDisqualification').implement({
  description: 'Why a person and its company are not to be sold to.',
  fields: (t) => ({
    side: t.expose('side', { type: SideEnum, description: 'Which of them is disqualified.' }),
    reason: t.exposeString('reason', { description: 'The reason.' }),
  }),
})

const CombinedFitType = builder.objectRef<CombinedView>('CombinedFit').implement({
  description: 'How well a person and its company fit together.',
  fields: (t) => ({
    grade: t.string({
      description:
        'A letter for the company and a number for the person, by their bands from the highest down: `A1` is the highest of both. `?` for a side without a band.',
      resolve: ({ combined }) => combined.grade,
    }),
    status: t.field({
      type: FitStatusEnum,
      description: 'Disqualified where one side is; else insufficient data where one side is.',
      resolve: ({ combined }) => combined.status,
    }),
    percent: t.float({
      description: "√(the company's percent · the person's percent).",
      resolve: ({ combined }) => combined.percent,
    }),
    range: t.field({
      type: RangeType,
      description: 'Where the percentage can end: the same of both low and of both high ends.',
      resolve: ({ combined }) => combined.range,
    }),
    meetsThreshold: t.field({
      type: ThresholdAnswerEnum,
      description: 'Yes where both reach theirs, no where one does not.',
      resolve: ({ combined }) => combined.meetsThreshold,
    }),
    disqualifiedBy: t.field({
      type: [ReasonType],
      description: 'The reasons they are disqualified for.',
      resolve: ({ combined, chain }) =>
        combined.disqualifiedBy.map(({ side, disqualifier: { reason, key } }) => ({
          side,
          reason: resolveText(reason, chain)?.text ?? key,
        })),
    }),
    explanation: t.stringList({
      description: 'Why, as sentences: what each side has, or why it has no band.',
      resolve: ({ combined, company, person, chain }) => [
        ...explainCombined(combined, gradedOf(company), gradedOf(person), chain),
      ],
    }),
    askNext: t.field({
      type: SideEnum,
      nullable: true,
      description: 'Whose `nextQuestion` to ask; null where the threshold needs none.',
      resolve: ({ combined }) => combined.askNext,
    }),
    company: t.field({ type: FitType, description: "The company's fit.", resolve: ({ company }) => company }),
    person: t.field({ type: FitType, description: "The person's own fit.", resolve: ({ person }) => person }),
  }),
})

builder.objectField(Customer, 'combinedFit', (t) =>
  t.field({
    type: CombinedFitType,
    nullable: true,
    description:
      'How well a person and its company fit together, by two published scorecards. Null for a company, a person without one, one who may not be profiled, and where there is no such scorecard in use. Needs `scorecard:read`.',
    authScopes: { may: 'scorecard:read' },
    args: {
      company: t.arg.string({ required: true, description: 'The slug of the scorecard for the company.' }),
      person: t.arg.string({ required: true, description: 'The slug of the scorecard for the person.' }),
      locale: t.arg({ type: LocaleEnum, description: 'The language of the texts.' }),
    },
    resolve: (customer: CustomerRow, { company, person, locale }, context: Context) =>
      combine(context, customer, { company, person }, locale),
  }),
)

async function combine(
  context: Context,
  person: CustomerRow,
  slugs: { readonly [S in FitSide]: string },
  locale: Locale | null | undefined,
): Promise<CombinedView | null> {
  const { companyId } = person
  if (companyId === null || !(await mayUse(context, 'profiling', person))) return null
  const chain = await localeChain(context, locale)
  const [companyCard, personCard] = [
    await findPublished(context, slugs.company, chain),
    await findPublished(context, slugs.person, chain),
  ]
  const [company] = await readCustomers(context, (tx, scope) => findCustomers(tx, scope, [companyId]))
  if (companyCard === undefined || personCard === undefined || company === undefined) return null
  const fits = {
    company: await fitLoader(context, companyCard).load(company),
    person: await fitLoader(context, personCard).load(person),
  }
  return { ...fits, chain, combined: combineFits(gradedOf(fits.company), gradedOf(fits.person)) }
}

async function findPublished(
  context: Context,
  slug: string,
  chain: LocaleChain,
): Promise<ScorecardView | undefined> {
  const row = await context.read((tx, workspaceId) => findScorecardBySlug(tx, workspaceId, slug))
  if (row?.published === undefined || row.archivedAt !== null) return undefined
  return { row, revision: row.published.revision, content: row.published.content, chain }
}

function gradedOf({ scorecard, fit }: FitView): GradedFit {
  return { scorecard: scorecard.content, fit }
}
