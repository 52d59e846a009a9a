import { expect, test } from 'vitest'
import { readContent } from './testing/read-content.ts'
import { readRows } from './testing/read-rows.ts'

/** 60,000 companies of which each second has its name only. */
const everySecond = [
  'Navn;Omsetning;Ansatte;By;Nettsted',
  ...Array.from({ length: 60_000 }, (_, at) =>
    at % 2 === 0 ? `C${at};;;;` : `C${at};${at % 900}.500,50;${at % 90};Oslo;c${at}.example`,
  ),
].join('\n')

test('what stands in each second row is seen in a file that is too long to hold', async () => {
  const { taken, refused, columnOf } = await readRows('companies', everySecond)
  expect(columnOf('Omsetning')).toMatchObject({ numberFormat: 'decimalComma' })
  expect(refused).toEqual([])
  expect(taken[1]?.attributes.annualRevenue).toEqual({ amount: 1500.5, currency: 'NOK' })
})

test('of a long file as many rows are held as may be, the same ones each time', async () => {
  const { looked } = await readContent(everySecond)
  const { length } = looked.sample
  expect(length).toBeGreaterThan(20_000)
  expect(length).toBeLessThanOrEqual(48_000)
  const filled = looked.sample.filter(([, revenue]) => revenue !== '').length
  expect(filled / length).toBeCloseTo(0.5, 1)
  expect((await readContent(everySecond)).looked.sample).toEqual(looked.sample)
})
