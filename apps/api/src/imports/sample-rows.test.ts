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

test('a column that hardly any row of a long file fills is not taken for an empty one', async () => {
  const rare = Array.from({ length: 60 }, (_, column) => `Sjelden ${column}`)
  const lines = Array.from({ length: 9000 }, (_, at) => {
    const cells = rare.map((_, column) => (at === 40 + column * 100 ? `verdi ${column}` : ''))
    return [`C${at}`, ...cells].join(';')
  })
  const { columnOf } = await readRows('companies', [['Navn', ...rare].join(';'), ...lines].join('\n'))
  expect(rare.filter((header) => columnOf(header)?.target.kind !== 'attribute')).toEqual([])
})

/** Lines until there are more than 16 MB, so that the proposal looks at places of the file only. */
const large = (header: string, line: (at: number) => string) => {
  const lines = Array.from({ length: 100_000 }, (_, at) => `${line(at)}${' '.repeat(180)}`)
  return [header, ...lines].join('\n')
}

test.each([
  ['a small file', 'id;name;Gizmo\n1;Nord;3;\n2;Sør;4;;\n3;Vest;5; ;'],
  ['a large one', large('id;name;Gizmo', (at) => `${at};C${at};${at % 90};`)],
])('a delimiter too many at the end of each row changes nothing of the proposal: %s', async (_, content) => {
  const { taken, columnOf } = await readRows('companies', content)
  expect(columnOf('Gizmo')?.target).toEqual({ kind: 'attribute', key: 'gizmo', type: 'number', isNew: true })
  expect(taken[1]?.attributes).toEqual({ gizmo: expect.any(Number) })
})

test.each([
  ['a small file', (header: string, line: (at: number) => string) => `${header}\n${line(1)}\n${line(2)}`],
  ['a large one', large],
])('the cells of an export are looked at without their apostrophes: %s', async (_, make) => {
  const header = 'id,kind,stage,name,updatedAt,note'
  const { looked } = await readContent(make(header, (at) => `${at},company,lead,C${at},,'@home ${at}`))
  expect(looked.sample[0]?.at(-1)).toMatch(/^@home \d/)
})
