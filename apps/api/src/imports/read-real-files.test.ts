import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { readContent } from './testing/read-content.ts'
import { readRows } from './testing/read-rows.ts'

// Real files that may not be committed; they lie beside the project where its developers and CI work.
const shared = path.resolve(import.meta.dirname, '../../../../../shared')
const data = (file: string) => readFileSync(path.join(shared, 'data', file))
const hasShared = existsSync(shared)

interface Described {
  readonly encoding: string
  readonly delimiter: string
  readonly rows: number
  readonly columns: number
  readonly header: readonly string[]
}
const manifest: { readonly [file: string]: Described } = hasShared
  ? JSON.parse(data('manifest.json').toString())
  : {}
/** Their manifest counts a blank last line as a row. */
const endBlank = new Set(['eiti-2011-totalt', 'eiti-2011-nox-avgift', 'partistotte-2012'])
const csv = Object.entries(manifest).filter(([file]) => file.endsWith('.csv'))

describe.skipIf(!hasShared)('real files, read', () => {
  test.each(csv)(
    '%s has the columns and rows that its manifest counts',
    async (file, { delimiter, rows, header }) => {
      const read = await readContent(data(file))
      const sign = delimiter === 'TAB' ? '\t' : delimiter
      expect(read.recognised).toMatchObject({ format: 'csv', encoding: 'utf-8', delimiter: sign })
      expect(read.looked.headers).toEqual(header.map((name) => name.trim()))
      expect(read.rows).toHaveLength(endBlank.has(path.parse(file).name) ? rows - 1 : rows)
    },
  )

  test.each([
    ['crm-maven/accounts.csv', 'crm-maven/semicolon/accounts.csv'],
    ['crm-maven/products.csv', 'crm-maven/semicolon/products.csv'],
    ['crm-maven/sales_teams.csv', 'crm-maven/semicolon/sales_teams.csv'],
    ['crm-maven/data_dictionary.csv', 'crm-maven/semicolon/data_dictionary.csv'],
    ['customer-personality/marketing_campaign.csv', 'customer-personality/marketing_campaign_tab.csv'],
    ['nordic/etatsbasen/organization.csv', 'nordic/etatsbasen/organization.original.csv'],
    ['nordic/partistotte/partistotte-2011.csv', 'nordic/partistotte/partistotte-2011.original.csv'],
  ])('%s and %s say the same', async (one, other) => {
    expect((await readContent(data(other))).rows).toEqual((await readContent(data(one))).rows)
  })

  test('customers of a shop, whatever stands between their cells, with a value that looks like two', async () => {
    const files = ['marketing_campaign', 'marketing_campaign_as_found', 'marketing_campaign_tab']
    for (const file of files) {
      const { taken, refused, columnOf, mapping, headers, cells } = await readRows(
        'contacts',
        data(`customer-personality/${file}.csv`),
      )
      expect([taken.length, refused, mapping.key]).toEqual([2240, [], ['ID']])
      expect(columnOf('Dt_Customer')).toMatchObject({ target: { type: 'time' }, dateFormat: 'dayMonthYear' })
      const place = headers.indexOf('Education')
      const educations = Map.groupBy(cells, (row) => row[place])
      expect(educations.get(file.endsWith('found') ? '2n;Cycle' : '2n Cycle')).toHaveLength(203)
      expect(taken.map(({ externalId }) => externalId)).toContain('0')
      expect(taken[0]?.attributes).toMatchObject({ dtCustomer: Date.UTC(2012, 8, 4) })
      expect(JSON.stringify(taken[0]?.attributes.income)).toContain('58138')
    }
  })

  test('answers of a bank have days with two figures for the year', async () => {
    const { taken, refused, columnOf, mapping } = await readRows(
      'contacts',
      data('nps-bank/NPStimeseries.csv'),
    )
    expect([taken.length, refused, mapping.key]).toEqual([5000, [], ['ID']])
    expect(columnOf('Survey date')).toMatchObject({ target: { type: 'time' }, dateFormat: 'dayMonthYear' })
    for (const { attributes } of taken) {
      const day = new Date(attributes.surveyDate as number)
      expect([day.getUTCFullYear(), day.getUTCMonth() + 1]).toEqual([2021, attributes.month])
    }
  })

  test('amounts of each year are read in that year’s way', async () => {
    const reference = JSON.parse(
      readFileSync(path.join(shared, 'expected/nordic.json'), 'utf8'),
    ).partistotte_by_year
    for (const year of ['2011', '2012', '2013', '2014']) {
      const { taken, refused } = await readRows(
        'companies',
        data(`nordic/partistotte/partistotte-${year}.csv`),
      )
      expect(refused).toEqual([])
      const ore = taken.reduce(
        (sum, { attributes }) => sum + Math.round((attributes.totalt as number) * 100),
        0,
      )
      expect(ore / 100).toBe(reference[year].total_paid_nok)
    }
  })

  test.each([
    ['2009-arealavgift', 0],
    ['2009-co2-avgift', 0],
    ['2009-nox-avgift', 0],
    ['2009-overskuddsandel', 0],
    ['2009-skatt', 1],
    ['2009-totalt', 0],
    ['2011-arealavgift', 0],
    ['2011-co2-avgift', 0],
    ['2011-nox-avgift', 0],
    ['2011-skatt', 0],
    ['2011-totalt', 0],
  ])('payments of %s: %i broken row', async (file, broken) => {
    const { cells, taken, refused } = await readRows('companies', data(`nordic/eiti/eiti-${file}.csv`))
    expect(taken).toHaveLength(cells.length - broken)
    expect(refused).toEqual(
      broken === 0
        ? []
        : ['3 the row has 6 cells where the header has 7; look for stray quotes or separators'],
    )
  })

  test('units of Brønnøysund: addresses in one line, codes as they are written, answers as answers', async () => {
    const { taken, refused, mapping } = await readRows('companies', data('nordic/brreg/enheter-sample.csv'))
    expect([taken.length, refused, mapping.key]).toEqual([9, [], ['organisasjonsnummer']])
    expect(taken[0]).toMatchObject({
      externalId: '810034882',
      parts: { name: 'SANDNES ELEKTRISKE AS' },
      attributes: {
        naceCode: '43.210',
        employees: 11,
        postalCode: '4306',
        municipalityNumber: '1108',
        country: 'NO',
        foundedOn: Date.UTC(1977, 5, 15),
        bankrupt: false,
        vatRegistered: true,
      },
    })
    const all = JSON.stringify(taken.map(({ attributes }) => [attributes.address, attributes.mailingAddress]))
    expect(data('nordic/brreg/enheter-sample.csv').toString()).toContain('/n')
    expect(all).not.toContain('/n')
    const units = await readRows('companies', data('nordic/brreg/underenheter-sample.csv'))
    expect([units.taken.length, units.refused]).toEqual([9, []])
    expect(units.taken[0]?.attributes).toMatchObject({
      parentOrganisationNumber: '999557244',
      naceCode: '90.020',
    })
  })

  test.each([
    ['nordic/codes/kommuner-2024.csv', 'kommunenummer', '0301'],
    ['nordic/codes/postnummer.csv', 'postnummer', '0001'],
    ['nordic/codes/sn2007-naering-2siffer.csv', 'kode', '01'],
    ['nordic/etatsbasen/organization.csv', 'kommunenummer', '0827'],
    ['nordic/testvirksomheter.csv', 'primærnæring', '42.110'],
  ])('codes in %s stay as they are written', async (file, header, code) => {
    const { cells, headers } = await readContent(data(file)).then(({ rows, looked }) => ({
      cells: rows,
      headers: looked.headers,
    }))
    const place = headers.indexOf(header)
    expect(cells.map((row) => row[place])).toContain(code)
    const { columnOf } = await readRows('companies', data(file)).catch(() => ({ columnOf: () => undefined }))
    const target = columnOf(header)?.target
    if (target?.kind === 'attribute') expect(target.type).toBe('text')
  })
})
