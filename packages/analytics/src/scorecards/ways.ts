import { chunkRows } from '../columns/chunk.ts'
import type { Numbers, Width } from './adding-kernels.ts'
import type { JudgedQuestion } from './judged.ts'

/** The ways to come out by some questions, each with a number. */
export interface Ways {
  /** How many there may be; infinite where they are numbered as they are found. */
  readonly number: number
  readonly width: Width
  /** @param to of that width */
  readonly find: (chunk: number, to: Numbers) => void
  /** The number of the answer to each question. */
  readonly numbersOf: (way: number) => readonly number[]
}

/** Up to so many ways are told apart by narrow numbers, and can be counted in a table. */
export const mostNarrow = 2 ** 20

/** The answers to all questions as the digits of one number, as long as doubles count without a gap. */
export function waysOf(judged: readonly JudgedQuestion[]): Ways {
  const parts: JudgedQuestion[][] = [[]]
  let product = 1
  for (const each of judged) {
    product *= each.answers.length
    if (product <= Number.MAX_SAFE_INTEGER) parts.at(-1)?.push(each)
    else {
      product = each.answers.length
      parts.push([each])
    }
  }
  const [first = [], ...others] = parts
  if (others.length > 0) return numberedAsFound(parts.map((part) => digitsOf(part, 'wide')))
  return digitsOf(first, numberOf(first) <= mostNarrow ? 'narrow' : 'wide')
}

/** How many ways there are for some questions to come out. */
function numberOf(judged: readonly JudgedQuestion[]): number {
  return judged.reduce((product, { answers }) => product * answers.length, 1)
}

function digitsOf(judged: readonly JudgedQuestion[], width: Width): Ways {
  const adds = judged.map(({ adding }, index) => adding(numberOf(judged.slice(0, index)), width))
  return {
    number: numberOf(judged),
    width,
    find: (chunk, to) => {
      to.fill(0)
      for (const add of adds) add(chunk, to)
    },
    numbersOf: (way) => {
      const numbers = judged.map(() => 0)
      let rest = way
      for (const [index, { answers }] of judged.entries()) {
        numbers[index] = rest % answers.length
        rest = Math.floor(rest / answers.length)
      }
      return numbers
    },
  }
}

/** For more questions than one number has digits for: what was found together is given the next number. */
function numberedAsFound(parts: readonly Ways[]): Ways {
  const numbers = new Map<string, number>()
  const names: string[] = []
  const found = parts.map(() => new Float64Array(chunkRows))
  return {
    number: Number.POSITIVE_INFINITY,
    width: 'wide',
    find: (chunk, to) => {
      for (const [index, part] of parts.entries()) part.find(chunk, found[index] as Float64Array)
      for (let row = 0; row < chunkRows; row++) {
        const name = found.map((each) => each[row]).join(' ')
        const number = numbers.get(name) ?? names.push(name) - 1
        numbers.set(name, number)
        to[row] = number
      }
    },
    numbersOf: (way) =>
      (names[way] ?? '').split(' ').flatMap((each, index) => parts[index]?.numbersOf(Number(each)) ?? []),
  }
}
