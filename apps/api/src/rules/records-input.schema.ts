import type { Period } from '@profilkort/domain/rules/period'
import type { DealsField, FitField, InteractionsField } from '@profilkort/domain/rules/rule'
import { DealStatusEnum } from '../deals/deal.schema.ts'
import { builder } from '../graphql/builder.ts'
import { enumOf } from '../graphql/enums.ts'

type Optional<T> = T | null | undefined

interface WindowShape {
  readonly lastDays?: Optional<number>
  readonly during?: Optional<Period>
  readonly between?: Optional<{ readonly from?: Optional<string>; readonly to?: Optional<string> }>
}

/** A field of records with what is not given left out or null. */
export interface RecordsShape {
  readonly window?: Optional<WindowShape>
  readonly [part: string]: unknown
}

export const CalendarPeriodEnum = enumOf(
  'CalendarPeriod',
  'A stretch of the calendar, in UTC; weeks begin on Monday.',
  {
    today: 'This day.',
    yesterday: 'The day before.',
    thisWeek: 'This week.',
    lastWeek: 'The week before.',
    thisMonth: 'This month.',
    lastMonth: 'The month before.',
    thisQuarter: 'This quarter of the year.',
    lastQuarter: 'The quarter before.',
    thisYear: 'This year.',
    lastYear: 'The year before.',
  } satisfies Record<Period, string>,
)

const InteractionFigureEnum = enumOf('InteractionFigure', 'What interactions come to.', {
  count: 'How many there are: a number, 0 where there are none.',
  first: 'When the first of them was: an instant.',
  last: 'When the last of them was: an instant.',
  sum: 'The sum of the numbers in a property.',
  average: 'The average of the numbers in a property.',
} satisfies Record<InteractionsField['figure'], string>)

const DealFigureEnum = enumOf('DealFigure', 'What deals come to.', {
  count: 'How many there are: a number, 0 where there are none.',
  sum: 'The sum of their values, in the currency it is compared in.',
  first: 'The first of their days: an instant.',
  last: 'The last of their days: an instant.',
} satisfies Record<DealsField['figure'], string>)

const BetweenInput = builder.inputType('RuleBetweenInput', {
  description: 'From and to, both included; either may be left open.',
  fields: (t) => ({
    from: t.string({ description: 'A day in UTC (`2026-03-01`) or an instant (`2026-03-01T12:00:00Z`).' }),
    to: t.string({ description: 'The same.' }),
  }),
})

const WindowInput = builder.inputType('RuleWindowInput', {
  description: 'When what counts has to have happened.',
  isOneOf: true,
  fields: (t) => ({
    lastDays: t.int({ description: 'In the last so many days of 24 hours.' }),
    during: t.field({ type: CalendarPeriodEnum, description: 'In a period of the calendar.' }),
    between: t.field({ type: BetweenInput, description: 'From and to.' }),
  }),
})

const window = { description: 'Only those of then; all when not given.' } as const

export const InteractionsFieldInput = builder.inputType('InteractionsFieldInput', {
  description: "What a customer's interactions come to.",
  fields: (t) => ({
    figure: t.field({
      type: InteractionFigureEnum,
      required: true,
      defaultValue: 'count',
      description: 'What they come to.',
    }),
    name: t.string({ description: "The event's name, `page` or `screen`; of any name when not given." }),
    property: t.string({ description: 'Of a sum or an average: the property whose numbers are taken.' }),
    window: t.field({ type: WindowInput, ...window }),
  }),
})

export const DealsFieldInput = builder.inputType('DealsFieldInput', {
  description:
    "What a customer's deals come to, without those in the archive. A deal is of the day it closed, else opened.",
  fields: (t) => ({
    figure: t.field({
      type: DealFigureEnum,
      required: true,
      defaultValue: 'count',
      description: 'What they come to.',
    }),
    status: t.field({ type: DealStatusEnum, description: 'Only those that are so.' }),
    stage: t.string({ description: "Only those in this stage, by the seller's own name for it." }),
    product: t.string({ description: 'Only those of the product of this key.' }),
    window: t.field({ type: WindowInput, ...window }),
  }),
})

const FitFigureEnum = enumOf('FitFigure', 'What of a fit is looked at.', {
  band: "The band's key.",
  status: '`scored`, `disqualified` or `insufficientData`.',
  threshold: 'Whether the threshold is reached: `yes`, `no` or `undecided`.',
  points: 'The points.',
  percent: 'The points in percent of the maximum.',
} satisfies Record<FitField['figure'], string>)

export const FitFieldInput = builder.inputType('FitFieldInput', {
  description: 'How well a customer fits, as the fits that are kept have it; not in the rules of scorecards.',
  fields: (t) => ({
    scorecard: t.string({ required: true, description: 'The slug of a published scorecard.' }),
    figure: t.field({
      type: FitFigureEnum,
      required: true,
      defaultValue: 'band',
      description: 'What of it is looked at.',
    }),
  }),
})

/** The domain's JSON of a field of records, not checked yet. */
export function readRecordsField(
  kind: 'interactions' | 'deals',
  { window: when, ...parts }: RecordsShape,
): unknown {
  return { kind, ...given(parts), ...(when ? { window: readWindow(when) } : {}) }
}

function readWindow({ lastDays, during, between }: WindowShape): unknown {
  if (typeof lastDays === 'number') return { kind: 'lastDays', days: lastDays }
  return between ? { kind: 'between', ...given(between) } : { kind: 'during', period: during }
}

function given(parts: object): object {
  return Object.fromEntries(
    Object.entries(parts).filter(([, value]) => value !== null && value !== undefined),
  )
}
