import { expect, test } from 'vitest'
import { withOwnNumbers } from './own-numbers.ts'

const number = { kind: 'attribute', key: 'score', type: 'number', isNew: false } as const
const text = { kind: 'attribute', key: 'note', type: 'text', isNew: false } as const

test.each([
  [[['1.234', '1,5']], 'decimalPoint'],
  [[['1,234', '1.5']], 'decimalComma'],
  [[['-9,5 NOK', '']], 'decimalComma'],
  [[['9', '']], 'decimalPoint'],
] as const)('%j is read with a %s', (sample, numberFormat) => {
  const columns = [
    { column: 'score', target: number, confidence: 'sure', numberFormat: 'decimalPoint' },
    { column: 'note', target: text, confidence: 'sure' },
  ] as const
  const mapping = { kind: 'companies', key: ['score'], columns } as const
  const read = withOwnNumbers(mapping, { headers: ['score', 'note'], sample })
  expect(read.columns).toEqual([{ ...columns[0], numberFormat }, columns[1]])
})
