import type { DemoTruth } from './demo.ts'

/** What is planted whatever the day: who the best are, whom to give up, and the seasons. */
export const truth = Object.freeze({
  best: {
    industries: ['accounting', 'construction'],
    employees: [20, 100],
    system: 'cloudAccounting',
    winRate: 0.65,
  },
  restWinRate: 0.3,
  givenUp: { industry: 'hospitality', employeesBelow: 10 },
  seasons: [0.8, 0.9, 1.2, 1.25, 1.1, 0.9, 0.4, 0.8, 1, 1, 1.25, 1.4],
  dealsOf: { best: [0.12, 0.18, 0.27, 0.37], givenUp: 0.32 },
  duplicates: 60,
  life: {
    best: {
      renews: 0.9,
      credits: 0.02,
      salesHours: 4,
      ticketsAYear: 0.7,
      minutes: 10,
      content: 5,
      refers: 0.45,
      nps: 9,
    },
    rest: {
      renews: 0.6,
      credits: 0.04,
      salesHours: 5,
      ticketsAYear: 2,
      minutes: 20,
      content: 4,
      refers: 0.06,
      nps: 7,
    },
    givenUp: {
      renews: 0.1,
      credits: 0.1,
      salesHours: 7,
      ticketsAYear: 4,
      minutes: 35,
      content: 2,
      refers: 0,
      nps: 4,
    },
  },
  interactions: { bestPerRest: 4, ticketShareOfGivenUp: 0.58, ticketShareOfRest: 0.08 },
} as const)

/** The whole truth as of a day: sales to the profile that is given up stopped at the turn of the year before last. */
export function truthAsOf(today: string): DemoTruth {
  const stoppedOn = `${Number(today.slice(0, 4)) - 2}-01-01`
  return Object.freeze({ ...truth, givenUp: Object.freeze({ ...truth.givenUp, stoppedOn }) })
}
