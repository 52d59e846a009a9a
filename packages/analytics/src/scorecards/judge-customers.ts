import { chunkRows } from '../columns/chunk.ts'
import type { CustomerColumns } from '../customers/customer-columns.ts'
import { type CustomerFilter, eachMatch, marksOf } from '../customers/filter.ts'
import { type Answered, judge, type Question } from './judged.ts'
import { waysOf } from './ways.ts'

/** Customers who came out the same by every question: whatever is computed of one holds of all of them. */
export interface Alike {
  /** Which of its answers each question came out as, in the order of the questions. */
  readonly numbers: readonly number[]
  readonly count: number
}

/** How the customers of a filter came out. */
export interface Judgement {
  /** What each question can come out as: what the numbers stand for. */
  readonly answers: readonly (readonly Answered[])[]
  readonly alike: readonly Alike[]
  /** The ids of customers that came out in one of these ways, at most `limit` of them: the first there are. */
  readonly idsOf: (which: (alike: Alike) => boolean, limit: number) => readonly string[]
}

/** Puts questions to the customers of a filter: one pass over the columns that they look at. */
export function judgeCustomers(
  columns: CustomerColumns,
  filter: CustomerFilter,
  questions: readonly Question[],
): Judgement {
  const place = {
    columns,
    marks: marksOf(columns, filter.holding),
    rowOf: (id: string) => columns.ids.find(id),
    end: columns.ids.end,
  }
  const judged = questions.map((question) => judge(question, place))
  const { number, width, numbersOf, find } = waysOf(judged)
  const counter = width === 'narrow' ? countInTable(number) : countInMap()
  const way = width === 'narrow' ? new Uint32Array(chunkRows) : new Float64Array(chunkRows)
  eachMatch(columns, filter, (chunk, rows, count) => {
    find(chunk, way)
    counter.add(way, rows, count)
  })
  const alike = counter.counts().map(([own, count]) => ({ way: own, numbers: numbersOf(own), count }))
  return {
    answers: judged.map(({ answers }) => answers),
    alike,
    idsOf: (which, limit) => {
      const wanted = new Set(alike.filter(which).map((each) => each.way))
      const ids: string[] = []
      if (wanted.size === 0) return ids
      eachMatch(columns, filter, (chunk, rows, count) => {
        if (ids.length >= limit) return
        find(chunk, way)
        for (const row of rows.subarray(0, count).toSorted()) {
          if (ids.length < limit && wanted.has(way[row] as number))
            ids.push(columns.ids.idOf(chunk * chunkRows + row))
        }
      })
      return ids
    },
  }
}

interface Counter {
  readonly add: (way: Uint32Array | Float64Array, rows: Uint16Array, count: number) => void
  readonly counts: () => readonly (readonly [way: number, count: number])[]
}

function countInTable(ways: number): Counter {
  const table = new Uint32Array(ways)
  return {
    add: (way, rows, count) => {
      for (let at = 0; at < count; at++) {
        const number = way[rows[at] as number] as number
        table[number] = (table[number] as number) + 1
      }
    },
    counts: () => {
      const found: [number, number][] = []
      for (let way = 0; way < ways; way++) {
        const count = table[way] as number
        if (count > 0) found.push([way, count])
      }
      return found
    },
  }
}

function countInMap(): Counter {
  const counts = new Map<number, number>()
  return {
    add: (way, rows, count) => {
      for (let at = 0; at < count; at++) {
        const number = way[rows[at] as number] as number
        counts.set(number, (counts.get(number) ?? 0) + 1)
      }
    },
    counts: () => [...counts],
  }
}
