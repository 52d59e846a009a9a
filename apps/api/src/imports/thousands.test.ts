import { expect, test } from 'vitest'
import { readRows } from './testing/read-rows.ts'

test('points between thousands are no decimals in files with semicolons', async () => {
  const companies = await readRows(
    'companies',
    'Navn;Ansatte;Antall biler\nA AS;1.250;1.000\nB AS;12.500;2.500\nC AS;3.000;4.000\n',
  )
  expect(companies.taken.map(({ attributes }) => attributes)).toEqual([
    { employees: 1250, antallBiler: 1000 },
    { employees: 12_500, antallBiler: 2500 },
    { employees: 3000, antallBiler: 4000 },
  ])
  const deals = await readRows('deals', 'Deal ID;Beløp\n1;12.500\n2;7.000\n3;150.000\n')
  expect(deals.taken.map(({ amounts }) => amounts.value)).toEqual([12_500, 7000, 150_000])
  const others = await readRows('deals', 'Deal ID,Amount\n1,12.500\n2,7.000\n')
  expect(others.taken.map(({ amounts }) => amounts.value)).toEqual([12.5, 7])
})
