import { describe, expect, test } from 'vitest'
import { demoCsv } from './csv.ts'
import { flawedCompanies, flawedDeals } from './flaws.ts'
import { generateDemo } from './generate.ts'

const demo = generateDemo()
const files = demoCsv(demo)

/** What a reader of semicolons, quotes and Norwegian numbers gets out of a file. */
function read(csv: string): readonly { readonly [header: string]: string }[] {
  const [header = [], ...rows] = csv
    .replace('\uFEFF', '')
    .trimEnd()
    .split('\r\n')
    .map((line) => [...`;${line}`.matchAll(/;(?:"((?:[^"]|"")*)"|([^;]*))/g)])
    .map((cells) => cells.map(([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? ''))
  return rows.map((cells) => Object.fromEntries(header.map((name, index) => [name, cells[index] ?? ''])))
}
const number = (cell = '') => (cell === '' ? undefined : Number(cell.replaceAll(' ', '').replace(',', '.')))
const day = (cell = '') => (cell === '' ? undefined : cell.split('.').toReversed().join('-'))

describe('the export', () => {
  test('reads like one of a Norwegian CRM', () => {
    expect(files['companies.csv'].startsWith('\uFEFFSelskaps-ID;Navn;Organisasjonsnummer;')).toBe(true)
    expect(files['companies.csv']).toMatch(/;Bygg og anlegg;\d+;\d{1,3}( \d{3})+,00;Norge;/)
    expect(files['companies.csv']).toMatch(/;Regnskap i skyen, Lønnssystem;/)
    expect(files['deals.csv']).toMatch(/;Vunnet;\d\d\.\d\d\.\d{4};\d\d\.\d\d\.\d{4};[\d ]+,[05]0\r\n/)
    expect(files['contacts.csv']).toMatch(/;Økonomisjef;/)
  })

  test('says of companies what the demo says', () => {
    const rows = read(files['companies.csv'])
    expect(
      rows.map((row) => [
        row['Selskaps-ID'],
        row.Navn,
        number(row.Ansatte),
        number(row.Omsetning),
        number(row['Stiftet år']),
      ]),
    ).toEqual(
      demo.companies.map(({ id, name, employees, annualRevenue, yearFounded }) => [
        id,
        name,
        employees,
        annualRevenue,
        yearFounded,
      ]),
    )
  })

  test('says of deals what the demo says, and refers to companies by id and name', () => {
    const companies = new Map(read(files['companies.csv']).map((row) => [row['Selskaps-ID'], row.Navn]))
    const rows = read(files['deals.csv'])
    expect(
      rows.map((row) => [row['Salgs-ID'], day(row.Opprettet), day(row.Avsluttet), number(row.Verdi)]),
    ).toEqual(demo.deals.map(({ id, openedOn, closedOn, value }) => [id, openedOn, closedOn, value]))
    for (const row of rows) expect(companies.get(row['Selskaps-ID'])).toBe(row.Selskap)
    const products = new Set(read(files['products.csv']).map((row) => row.Produkt))
    expect(rows.filter((row) => !products.has(row.Produkt))).toEqual([])
  })

  test.each<[string, string]>(Object.entries(files))(
    '%s has as many cells in each line and ends its lines as Windows does',
    (_name, csv) => {
      const lines = csv.split('\r\n')
      expect(lines.at(-1)).toBe('')
      expect(new Set(lines.slice(0, -1).map((line) => line.split(';').length)).size).toBe(1)
      expect(csv.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
    },
  )
})

describe('the export with flaws', () => {
  test.each([
    ['companies.csv', flawedCompanies(demo)],
    ['deals.csv', flawedDeals(demo)],
  ] as const)('differs in %s in the lines it names and in no other', (name, { csv, flaws }) => {
    const [good, bad] = [files[name].split('\r\n'), csv.split('\r\n')]
    const changed = good.flatMap((line, index) => (line === bad[index] ? [] : [index + 1]))
    expect(changed).toEqual(flaws.map(({ line }) => line))
    expect(bad).toHaveLength(good.length)
  })

  test('has a company nobody told of, a day no calendar has, words for a value and an id twice', () => {
    const lines = flawedDeals(demo).csv.split('\r\n')
    expect(demo.companies.map(({ id }) => id)).not.toContain(lines[4]?.split(';')[1])
    expect(lines[9]).toContain(';31.02.2025;')
    expect(lines[14]).toMatch(/;etter avtale$/)
    expect(lines[19]?.split(';')[0]).toBe(lines[2]?.split(';')[0])
  })
})
