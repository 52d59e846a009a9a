import type { CoreRule } from '@profilkort/domain/rules/core'
import type { Outcome } from '@profilkort/domain/scorecards/criterion-fit'
import { chunkRows } from '../columns/chunk.ts'
import { type DecisionPlan, fails, runDecision } from '../rules/decision-plan.ts'
import type { Marks, RuleColumns } from '../rules/to-columns.ts'
import { ruleToDecisions } from '../rules/to-decisions.ts'
import {
  addCoded,
  addDecided,
  addSteps,
  addToAll,
  type Numbers,
  strides,
  type Width,
} from './adding-kernels.ts'

/** A thing that customers are judged by. */
export type Question =
  /** 2 points where `two` holds, else 1 where `one` does, else 0. */
  | { readonly kind: 'rules'; readonly two: CoreRule; readonly one: CoreRule | undefined }
  /** Whether a rule holds; where that is open, it does not. */
  | { readonly kind: 'holds'; readonly rule: CoreRule }
  /** What sellers answered, by the ids of customers; of all others nothing is known. */
  | {
      readonly kind: 'answers'
      /** What tells the question from others: those of the same have the same outcomes. */
      readonly of: unknown
      readonly outcomes: ReadonlyMap<string, Outcome>
    }

/** What a question came out as for a customer. Of `holds`: 2 points where it does, else 0. */
export type Answered = Outcome

/** Adds something for each row of a chunk. */
export type Add = (chunk: number, to: Numbers) => void

type Adding = JudgedQuestion['adding']

/** A question put to columns: every row has one of a few answers. */
export interface JudgedQuestion {
  /** What each number in a chunk stands for; the first is the one of a customer that nothing is known of. */
  readonly answers: readonly Answered[]
  /** What adds `stride` times the number of each row's answer to what is there. */
  readonly adding: (stride: number, width: Width) => Add
}

const unknown: Answered = { points: undefined, known: 0 }
const byPoints = ([0, 1, 2] as const).map((points): Answered => ({ points, known: 1 }))
/** Unknown, 0, 1 and 2 points. */
const ruleAnswers = [unknown, ...byPoints]
const holdsAnswers: readonly Answered[] = [
  { points: 0, known: 1 },
  { points: 2, known: 1 },
]

export interface Place {
  readonly columns: RuleColumns
  readonly marks: Marks
  /** The row of a customer; undefined for one that is not there. */
  readonly rowOf: (id: string) => number | undefined
  /** One more than the greatest row. */
  readonly end: number
}

export function judge(question: Question, { columns, marks, rowOf, end }: Place): JudgedQuestion {
  switch (question.kind) {
    case 'rules': {
      const two = ruleToDecisions(question.two, columns, marks)
      const one = question.one && ruleToDecisions(question.one, columns, marks)
      return { answers: ruleAnswers, adding: adding(two, one, numbersOfRules) }
    }
    case 'holds':
      return {
        answers: holdsAnswers,
        adding: adding(ruleToDecisions(question.rule, columns, marks), undefined, numbersOfHolds),
      }
    case 'answers':
      return judgeAnswers(question.outcomes, rowOf, end)
  }
}

/** Numbers of `ruleAnswers` by `3 · two + one`, each failing (0), open (1) or holding (2). */
const numbersOfRules = [1, 0, 2, 0, 0, 0, 3, 3, 3]
/** Numbers of `holdsAnswers`: open is as good as failing. */
const numbersOfHolds = [0, 0, 0, 0, 0, 0, 1, 1, 1]

/** @param one `undefined` always fails */
function adding(two: DecisionPlan, one: DecisionPlan | undefined, numbers: readonly number[]): Adding {
  return addByCodes(two, one, numbers) ?? addBySteps(two, one, numbers) ?? addByDecisions(two, one, numbers)
}

/** Both rules are about the codes of one column: one look into a table. */
function addByCodes(
  two: DecisionPlan,
  one: DecisionPlan | undefined,
  numbers: readonly number[],
): Adding | undefined {
  if (two.kind !== 'coded') return undefined
  if (one !== undefined && (one.kind !== 'coded' || one.column !== two.column)) return undefined
  const { column, table } = two
  const byCode = Uint32Array.from(
    table,
    (decided, code) => numbers[3 * decided + (one?.table[code] ?? 0)] ?? 0,
  )
  return (stride, width) => {
    const table = strides(byCode, stride, width)
    return (chunk, to) => {
      const codes = column.codes(chunk)
      if (codes === undefined) addToAll(table[0] ?? 0, to)
      else addCoded(codes, table, to)
    }
  }
}

/** Both rules compare one column's numbers upwards, as "at least 100, else at least 20": how many steps are reached. */
function addBySteps(
  two: DecisionPlan,
  one: DecisionPlan | undefined,
  numbers: readonly number[],
): Adding | undefined {
  if (numbers !== numbersOfRules || !isStep(two)) return undefined
  if (one !== undefined && (!isStep(one) || one.column !== two.column)) return undefined
  const lower = one?.value ?? two.value
  // Where `two` holds, `one` has to hold as well; it does not matter there.
  if (lower > two.value) return undefined
  // Without `one` the step from 0 to 2 points is taken at once.
  const { column, value } = two
  return (stride) => (chunk, to) => {
    const found = column.numbers(chunk)
    if (found !== undefined) addSteps(found, lower, value, stride, to)
  }
}

type Step = DecisionPlan & { readonly kind: 'compared' }

function isStep(plan: DecisionPlan): plan is Step {
  return plan.kind === 'compared' && plan.op === '>=' && !plan.negated && plan.code === undefined
}

const decidedTwo = new Uint8Array(chunkRows)
const decidedOne = new Uint8Array(chunkRows)

function addByDecisions(
  two: DecisionPlan,
  one: DecisionPlan | undefined,
  numbers: readonly number[],
): Adding {
  return (stride, width) => {
    const table = strides(numbers, stride, width)
    return (chunk, to) => {
      runDecision(two, chunk, decidedTwo)
      if (one === undefined) decidedOne.fill(fails)
      else runDecision(one, chunk, decidedOne)
      addDecided(decidedTwo, decidedOne, table, to)
    }
  }
}

function judgeAnswers(
  outcomes: ReadonlyMap<string, Outcome>,
  rowOf: Place['rowOf'],
  end: number,
): JudgedQuestion {
  const answers: Answered[] = [unknown]
  const numbers = new Map<string, number>()
  const byRow = new Uint32Array(end)
  for (const [id, outcome] of outcomes) {
    const row = rowOf(id)
    if (row === undefined || outcome.points === undefined) continue
    const name = `${outcome.points} ${outcome.known}`
    const number = numbers.get(name) ?? answers.push(outcome) - 1
    numbers.set(name, number)
    byRow[row] = number
  }
  return {
    answers,
    adding: (stride) => (chunk, to) => {
      const from = chunk * chunkRows
      const rows = Math.min(chunkRows, end - from)
      for (let row = 0; row < rows; row++) {
        to[row] = (to[row] as number) + (byRow[from + row] as number) * stride
      }
    },
  }
}
