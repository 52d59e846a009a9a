import type { Outcome } from './criterion-fit.ts'
import type { FitFigures, FitStatus, PreparedScorecard, ThresholdAnswer } from './fit.ts'

/** Some customers, for whom everything came out the same. */
export interface Judged {
  readonly count: number
  readonly draft: FitFigures
  /** By the scorecard that scores now; undefined where there is none. */
  readonly before: FitFigures | undefined
  /** What a criterion of the draft came out as, by its place. */
  readonly outcome: (place: number) => Outcome
  /** Whether a disqualifier of the draft holds, by its place. */
  readonly isDisqualifiedBy: (place: number) => boolean
}

/** How many, by the draft and by the scorecard that scores now: undefined where there is none. */
export interface Tally<Key extends string = string> {
  readonly key: Key
  readonly count: number
  readonly before: number | undefined
}

/** What a criterion came out as for how many. */
export interface CriterionTally {
  readonly key: string
  /** With 0, 1 and 2 points. */
  readonly points: readonly [number, number, number]
  readonly unknown: number
}

/** How many reach a threshold whatever the unknown turns out to be, and how many only by it; of those not disqualified. */
export interface ThresholdStep {
  readonly threshold: number
  readonly yes: number
  readonly undecided: number
}

/** What a draft of a scorecard comes to over many customers. */
export interface ScorecardPreview {
  readonly count: number
  /** Of those not disqualified, by percent of the maximum: `binCount` equal parts, the last with 100 in it. */
  readonly distribution: readonly { readonly from: number; readonly to: number; readonly count: number }[]
  /** Of those that are scored; a band of one scorecard alone counts none by the other. */
  readonly bands: readonly Tally[]
  readonly statuses: readonly Tally<FitStatus>[]
  /** Of those not disqualified. */
  readonly thresholds: readonly Tally<ThresholdAnswer>[]
  readonly criteria: readonly CriterionTally[]
  /** Disqualifiers by key; one customer may have several. */
  readonly disqualifiers: readonly { readonly key: string; readonly count: number }[]
  /** How many would qualify who do not now, and the other way round: see `crosses`. */
  readonly up: number
  readonly down: number
  /** What other thresholds would come to: equal steps from 0 to the maximum. */
  readonly sensitivity: readonly ThresholdStep[]
}

const binCount = 20
const stepCount = 20
const statuses = ['scored', 'disqualified', 'insufficientData'] as const satisfies readonly FitStatus[]
const thresholdAnswers = ['yes', 'undecided', 'no'] as const satisfies readonly ThresholdAnswer[]

/** Whether somebody would qualify for a seller's time: reaches the threshold for sure, and is not disqualified. */
export function qualifies({ status, meetsThreshold }: FitFigures): boolean {
  return status !== 'disqualified' && meetsThreshold === 'yes'
}

/** Which way customers cross from the scorecard that scores now to the draft; undefined where they do not. */
export function crosses({ draft, before }: Pick<Judged, 'draft' | 'before'>): 'up' | 'down' | undefined {
  if (before === undefined || qualifies(draft) === qualifies(before)) return undefined
  return qualifies(draft) ? 'up' : 'down'
}

/** Gathers what a draft comes to. @param before the scorecard that scores now, if there is one */
export function gatherPreview(draft: PreparedScorecard, before: PreparedScorecard | undefined) {
  const { criteria, disqualifiers, bands } = draft.scorecard
  let count = 0
  const crossed = { up: 0, down: 0 }
  const bins = Array.from({ length: binCount }, () => 0)
  const byBand = tallies(new Set([...bands, ...(before?.scorecard.bands ?? [])].map(({ key }) => key)))
  const byStatus = tallies(statuses)
  const byAnswer = tallies(thresholdAnswers)
  const points = criteria.map((): [number, number, number] => [0, 0, 0])
  const unknown = criteria.map(() => 0)
  const disqualified = disqualifiers.map(() => 0)
  const steps = Array.from({ length: stepCount + 1 }, (_, step) => ({
    threshold: (draft.maximum * step) / stepCount,
    yes: 0,
    undecided: 0,
  }))

  function tallyFigures(figures: FitFigures, which: 'count' | 'before', of: number): void {
    byStatus.add(figures.status, which, of)
    if (figures.band !== undefined) byBand.add(figures.band.key, which, of)
    if (figures.status !== 'disqualified') byAnswer.add(figures.meetsThreshold, which, of)
  }

  return {
    add: (judged: Judged): void => {
      const { draft: figures, count: of } = judged
      count += of
      tallyFigures(figures, 'count', of)
      if (judged.before !== undefined) tallyFigures(judged.before, 'before', of)
      const way = crosses(judged)
      if (way !== undefined) crossed[way] += of
      for (const [place, own] of points.entries()) {
        const { points: given } = judged.outcome(place)
        if (given === undefined) unknown[place] = (unknown[place] ?? 0) + of
        else own[given] += of
      }
      for (const place of disqualified.keys()) {
        if (judged.isDisqualifiedBy(place)) disqualified[place] = (disqualified[place] ?? 0) + of
      }
      if (figures.status === 'disqualified') return
      const bin = Math.min(binCount - 1, Math.floor((figures.percent * binCount) / 100))
      bins[bin] = (bins[bin] ?? 0) + of
      for (const step of steps) {
        if (figures.range.low >= step.threshold) step.yes += of
        else if (figures.range.high >= step.threshold) step.undecided += of
      }
    },
    preview: (): ScorecardPreview => ({
      count,
      distribution: bins.map((own, bin) => ({
        from: (100 * bin) / binCount,
        to: (100 * (bin + 1)) / binCount,
        count: own,
      })),
      bands: byBand.list(before !== undefined),
      statuses: byStatus.list(before !== undefined),
      thresholds: byAnswer.list(before !== undefined),
      criteria: criteria.map(({ key }, place) => ({
        key,
        points: points[place] ?? [0, 0, 0],
        unknown: unknown[place] ?? 0,
      })),
      disqualifiers: disqualifiers.map(({ key }, place) => ({ key, count: disqualified[place] ?? 0 })),
      ...crossed,
      sensitivity: steps,
    }),
  }
}

function tallies<Key extends string>(keys: Iterable<Key>) {
  const counts = new Map([...keys].map((key) => [key, { count: 0, before: 0 }]))
  return {
    add: (key: Key, which: 'count' | 'before', of: number): void => {
      const own = counts.get(key)
      if (own !== undefined) own[which] += of
    },
    list: (hasBefore: boolean): readonly Tally<Key>[] =>
      [...counts].map(([key, { count, before }]) => ({ key, count, before: hasBefore ? before : undefined })),
  }
}
