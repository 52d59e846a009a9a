import type { FitStatus, ThresholdAnswer } from '@profilkort/domain/scorecards/fit'
import type { CriterionTally, Tally, ThresholdStep } from '@profilkort/domain/scorecards/preview'
import { builder } from '../graphql/builder.ts'
import { FitStatusEnum, ThresholdAnswerEnum } from './fit.schema.ts'

/** Of numbers by special categories, those that could tell who somebody is are not shown. */
export type Shown = (count: number) => number | null

export const hidden = 'Null for a few by attributes of special categories.'

interface Count {
  readonly count: number
  readonly before: number | undefined
  readonly shown: Shown
}

const counts = {
  count: { description: `By the draft. ${hidden}`, resolve: ({ count, shown }: Count) => shown(count) },
  before: {
    description: `By the scorecard that scores now; null where none does. ${hidden}`,
    resolve: ({ before, shown }: Count) => (before === undefined ? null : shown(before)),
  },
} as const

export const BandCount = builder
  .objectRef<Tally & { readonly shown: Shown; readonly label: string }>('BandCount')
  .implement({
    description: 'How many are in a band.',
    fields: (t) => ({
      key: t.exposeString('key', { description: 'The band.' }),
      label: t.exposeString('label', { description: 'Its name for people.' }),
      count: t.int({ nullable: true, ...counts.count }),
      before: t.int({ nullable: true, ...counts.before }),
    }),
  })

export const StatusCount = builder
  .objectRef<Tally<FitStatus> & { readonly shown: Shown }>('FitStatusCount')
  .implement({
    description: 'How many have a status.',
    fields: (t) => ({
      status: t.field({ type: FitStatusEnum, description: 'The status.', resolve: ({ key }) => key }),
      count: t.int({ nullable: true, ...counts.count }),
      before: t.int({ nullable: true, ...counts.before }),
    }),
  })

export const ThresholdCount = builder
  .objectRef<Tally<ThresholdAnswer> & { readonly shown: Shown }>('ThresholdCount')
  .implement({
    description: 'How many reach the threshold, or may; of those not disqualified.',
    fields: (t) => ({
      answer: t.field({
        type: ThresholdAnswerEnum,
        description: 'Whether it is reached.',
        resolve: ({ key }) => key,
      }),
      count: t.int({ nullable: true, ...counts.count }),
      before: t.int({ nullable: true, ...counts.before }),
    }),
  })

export const DistributionBin = builder
  .objectRef<{ from: number; to: number; count: number; shown: Shown }>('FitDistributionBin')
  .implement({
    description: 'How many have a percentage from one to another, that one included only if it is 100.',
    fields: (t) => ({
      from: t.exposeFloat('from', { description: 'In percent of the maximum.' }),
      to: t.exposeFloat('to', { description: 'In percent of the maximum.' }),
      count: t.int({
        nullable: true,
        description: `How many. ${hidden}`,
        resolve: ({ count, shown }) => shown(count),
      }),
    }),
  })

export const CriterionCounts = builder
  .objectRef<CriterionTally & { readonly shown: Shown }>('CriterionCounts')
  .implement({
    description: 'What a criterion came out as for how many.',
    fields: (t) => ({
      key: t.exposeString('key', { description: 'The criterion.' }),
      zero: t.int({
        nullable: true,
        description: `With 0 points. ${hidden}`,
        resolve: ({ points, shown }) => shown(points[0]),
      }),
      one: t.int({
        nullable: true,
        description: `With 1 point. ${hidden}`,
        resolve: ({ points, shown }) => shown(points[1]),
      }),
      two: t.int({
        nullable: true,
        description: `With 2 points. ${hidden}`,
        resolve: ({ points, shown }) => shown(points[2]),
      }),
      unknown: t.int({
        nullable: true,
        description: `Of whom it is not known. ${hidden}`,
        resolve: ({ unknown, shown }) => shown(unknown),
      }),
    }),
  })

export const DisqualifierCount = builder
  .objectRef<{ key: string; reason: string; count: number; shown: Shown }>('DisqualifierCount')
  .implement({
    description: 'How many a disqualifier holds for; one customer may have several.',
    fields: (t) => ({
      key: t.exposeString('key', { description: 'The disqualifier.' }),
      reason: t.exposeString('reason', { description: 'The reason for people.' }),
      count: t.int({
        nullable: true,
        description: `How many. ${hidden}`,
        resolve: ({ count, shown }) => shown(count),
      }),
    }),
  })

export const ThresholdStepType = builder
  .objectRef<ThresholdStep & { readonly shown: Shown }>('ThresholdStep')
  .implement({
    description: 'What a threshold would come to.',
    fields: (t) => ({
      threshold: t.exposeFloat('threshold', { description: 'In points.' }),
      yes: t.int({
        nullable: true,
        description: `How many reach it whatever the unknown turns out to be. ${hidden}`,
        resolve: ({ yes, shown }) => shown(yes),
      }),
      undecided: t.int({
        nullable: true,
        description: `How many may reach it. ${hidden}`,
        resolve: ({ undecided, shown }) => shown(undecided),
      }),
    }),
  })
