import { bandOf, type Fit, type PreparedScorecard } from './fit.ts'
import { reachOf } from './next-question.ts'
import { sumOf, total } from './parts.ts'
import type { Criterion, Points } from './scorecard.ts'

/**
 * What is to be decided of a lead: whether it reaches the threshold, or which band it is in whatever the unknown turns
 * out to be, with enough known for a band at all.
 */
export type Goal = 'threshold' | 'band'

/** A question to a lead, and how far an answer takes it. */
export interface LeadQuestion {
  readonly criterion: Criterion
  /** How many different points an answer can give: 3, or 2 for a rule that gives 2 or nothing. */
  readonly outcomes: number
  /** With how many of them the goal is decided, 0 to `outcomes`. */
  readonly decisive: number
  /** How much an answer can move the ends of the range, in points. */
  readonly reach: number
}

/** A lead with its fit, to ask questions of. */
export interface Lead {
  readonly id: string
  readonly fit: Fit
}

/** A lead that is not decided, with the question that can decide it soonest and the others after it. */
export interface AskedLead extends Lead {
  readonly best: LeadQuestion
  readonly questions: readonly [LeadQuestion, ...LeadQuestion[]]
}

/** A question over all leads that are not decided. */
export interface QuestionTally {
  readonly criterion: Criterion
  /** Of how many leads it is the best question. */
  readonly best: number
  /** Of how many leads some answer to it decides the goal. */
  readonly canDecide: number
  /** Of how many leads every answer to it decides the goal. */
  readonly decides: number
}

export interface QuestionPlan {
  /** Leads that are not decided: surest to be decided by one answer first, then most points, then by id. */
  readonly leads: readonly AskedLead[]
  /** The question that can decide most leads first. */
  readonly questions: readonly QuestionTally[]
  /** How many leads need no question: decided already, or disqualified. */
  readonly settled: number
}

/** What to ask whom, so that most decisions become possible. A pure function of the leads' fits. */
export function planQuestions(prepared: PreparedScorecard, all: readonly Lead[], goal: Goal): QuestionPlan {
  const leads = all.flatMap((lead): AskedLead[] => {
    const [best, ...others] = questionsOf(prepared, lead.fit, goal)
    return best === undefined ? [] : [{ ...lead, best, questions: [best, ...others] }]
  })
  return {
    leads: leads.toSorted(bySureness),
    questions: tally(prepared.scorecard.criteria, leads),
    settled: all.length - leads.length,
  }
}

/**
 * The questions to a lead, best first: with the greatest share of deciding answers, then the greatest reach, then by
 * key. None where the goal is decided already or the lead is disqualified. An answer gives each of its possible points
 * in turn, everything else staying as it is.
 */
export function questionsOf(prepared: PreparedScorecard, fit: Fit, goal: Goal): readonly LeadQuestion[] {
  const { parts } = prepared
  const lows = fit.criteria.map(({ low }) => low)
  const highs = fit.criteria.map(({ high }) => high)
  if (fit.status === 'disqualified' || isDecided(prepared, lows, highs, fit.coverage, goal)) return []
  const questions = parts.flatMap((part) => {
    const [lowSum, highSum] = [sumOf(part, lows), sumOf(part, highs)]
    return part.members.flatMap((place): LeadQuestion[] => {
      const each = fit.criteria[place]
      if (each === undefined || each.known === 1) return []
      const outcomes = outcomesOf(each.criterion)
      const coverage = fit.coverage + (each.criterion.weight * (1 - each.known)) / weightOf(prepared)
      const decisive = outcomes.filter((points) => {
        const value = each.criterion.weight * points
        return isDecided(prepared, lows.with(place, value), highs.with(place, value), coverage, goal)
      })
      const reach = reachOf(each, part, lowSum, highSum)
      return [{ criterion: each.criterion, outcomes: outcomes.length, decisive: decisive.length, reach }]
    })
  })
  return questions.toSorted(
    (a, b) => shareOf(b) - shareOf(a) || b.reach - a.reach || (a.criterion.key < b.criterion.key ? -1 : 1),
  )
}

function isDecided(
  { scorecard, parts, maximum }: PreparedScorecard,
  lows: readonly number[],
  highs: readonly number[],
  coverage: number,
  goal: Goal,
): boolean {
  const [low, high] = [total(parts, lows), total(parts, highs)]
  if (goal === 'threshold') return low >= scorecard.threshold || high < scorecard.threshold
  const bandAt = (points: number) => bandOf(scorecard.bands, Math.min(100, (100 * points) / maximum))?.key
  return coverage >= scorecard.coverageFloor && bandAt(low) === bandAt(high)
}

function outcomesOf(criterion: Criterion): readonly Points[] {
  return criterion.kind === 'rule' && criterion.one === undefined ? [0, 2] : [0, 1, 2]
}

function weightOf({ scorecard }: PreparedScorecard): number {
  return scorecard.criteria.reduce((sum, { weight }) => sum + weight, 0)
}

function shareOf({ decisive, outcomes }: LeadQuestion): number {
  return decisive / outcomes
}

function bySureness(a: AskedLead, b: AskedLead): number {
  return shareOf(b.best) - shareOf(a.best) || b.fit.points - a.fit.points || (a.id < b.id ? -1 : 1)
}

function tally(criteria: readonly Criterion[], leads: readonly AskedLead[]): readonly QuestionTally[] {
  const asked = leads.flatMap(({ best, questions }) =>
    questions.map((question) => ({ ...question, isBest: question === best })),
  )
  const byKey = Map.groupBy(asked, ({ criterion }) => criterion.key)
  const tallies = criteria.map((criterion): QuestionTally => {
    const own = byKey.get(criterion.key) ?? []
    const count = (isCounted: (one: (typeof own)[number]) => boolean) => own.filter(isCounted).length
    return {
      criterion,
      best: count(({ isBest }) => isBest),
      canDecide: count(({ decisive }) => decisive > 0),
      decides: count(({ decisive, outcomes }) => decisive === outcomes),
    }
  })
  return tallies
    .filter(({ criterion }) => byKey.has(criterion.key))
    .toSorted(
      (a, b) =>
        b.canDecide - a.canDecide ||
        b.decides - a.decides ||
        b.best - a.best ||
        (a.criterion.key < b.criterion.key ? -1 : 1),
    )
}
