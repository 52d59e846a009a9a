/** Answers to how likely one is to recommend, taken together. */
export interface Nps {
  readonly answers: number
  /** 9 and 10. */
  readonly promoters: number
  /** 7 and 8. */
  readonly passives: number
  /** 0 to 6. */
  readonly detractors: number
  /** The share of promoters less that of detractors, -100 to 100; undefined without an answer. */
  readonly score: number | undefined
  /** Of the answers themselves, 0 to 10. */
  readonly mean: number | undefined
}

/** @param counts how often each answer was given, at its own index, 0 to 10 */
export function npsOf(counts: readonly number[]): Nps {
  const sum = (from: number, to: number) =>
    counts.slice(from, to + 1).reduce((total, count) => total + count, 0)
  const [answers, promoters, detractors] = [sum(0, 10), sum(9, 10), sum(0, 6)]
  const points = counts.reduce((total, count, answer) => total + count * answer, 0)
  return {
    answers,
    promoters,
    passives: sum(7, 8),
    detractors,
    score: answers === 0 ? undefined : (100 * (promoters - detractors)) / answers,
    mean: answers === 0 ? undefined : points / answers,
  }
}
