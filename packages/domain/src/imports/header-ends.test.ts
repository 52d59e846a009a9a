import { expect, test } from 'vitest'
import { headerEnds, speaksOfCurrency } from './header-ends.ts'

const told: readonly (readonly [
  header: string,
  name: string,
  currency?: string | undefined,
  withTax?: boolean,
])[] = [
  ['Beløp (NOK)', 'Beløp', 'NOK'],
  ['Amount (EUR)', 'Amount', 'EUR'],
  ['Amount [€]', 'Amount', 'EUR'],
  ['Beløp i SEK', 'Beløp', 'SEK'],
  ['Amount in usd', 'Amount', 'USD'],
  ['Verdi NOK', 'Verdi', 'NOK'],
  ['revenue_nok', 'revenue', 'NOK'],
  ['Omsetning kr', 'Omsetning'],
  ['Omsetning (i kroner)', 'Omsetning'],
  ['Beløp eks. mva', 'Beløp'],
  ['Beløp (ekskl. mva.)', 'Beløp'],
  ['Belopp exkl. moms', 'Belopp'],
  ['Amount excl. VAT (EUR)', 'Amount', 'EUR'],
  ['Beløp NOK inkl. mva', 'Beløp', 'NOK', true],
  ['Amount incl VAT', 'Amount', undefined, true],
  ['Omsetning MNOK', 'Omsetning MNOK'],
  ['Omsetning (mill. NOK)', 'Omsetning (mill. NOK)', 'NOK'],
  ['Omsetning mill. NOK', 'Omsetning mill. NOK', 'NOK'],
  ['Omsetning i 1000 kr', 'Omsetning i 1000 kr'],
  ['NOK', 'NOK', 'NOK'],
  ['Omsetning 2023', 'Omsetning 2023'],
  ['revenueNok', 'revenueNok'],
  ['Kontakt', 'Kontakt'],
]

test('a currency and words on tax are taken off the end of a header, and nothing else is', () => {
  for (const [header, name, currency, withTax = false] of told)
    expect(headerEnds(header), header).toEqual({ name, currency, withTax })
})

test('a currency in capitals makes amounts of figures, seconds do not', () => {
  expect(['Resultat (NOK)', 'Resultat €', 'Svartid (sek)', 'Resultat kr'].filter(speaksOfCurrency)).toEqual([
    'Resultat (NOK)',
    'Resultat €',
  ])
})
