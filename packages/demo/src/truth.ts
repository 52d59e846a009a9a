import type { DemoTruth } from './demo.ts'

export const truth: DemoTruth = {
  best: {
    industries: ['accounting', 'construction'],
    employees: [20, 100],
    system: 'cloudAccounting',
    winRate: 0.65,
  },
  restWinRate: 0.3,
  givenUp: { industry: 'hospitality', employeesBelow: 10, stoppedOn: '2024-11-01' },
  seasons: [1, 0.95, 1.2, 1.1, 1.15, 0.9, 0.4, 0.85, 1.1, 1.15, 1.35, 1.5],
  duplicates: 60,
}
