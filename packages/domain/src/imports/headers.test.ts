import { expect, test } from 'vitest'
import { attributeNames, partNames } from './header-names.ts'
import {
  attributeOf,
  foldHeader,
  keyFromHeader,
  partOf,
  speaksOfCode,
  speaksOfDate,
  speaksOfNumber,
  speaksOfPhone,
} from './headers.ts'
import { type ImportKind, importKinds, type Part } from './kinds.ts'
import { companyIds, companyNamesElsewhere } from './whose-names.ts'

test.each<[kind: ImportKind, header: string, part: Part | undefined]>([
  ['companies', 'Selskaps-ID', 'id'],
  ['companies', 'Company name', 'name'],
  ['companies', 'account', 'name'],
  ['companies', 'Företagsnamn', 'name'],
  ['companies', 'Lifecycle Stage', 'stage'],
  ['contacts', 'First Name', 'firstName'],
  ['contacts', 'Etternavn', 'lastName'],
  ['contacts', 'Associated Company', 'companyName'],
  ['deals', 'Opportunity ID', 'id'],
  ['deals', 'Close Date', 'closedOn'],
  ['deals', 'Beløp', 'value'],
  ['deals', 'Säljare', 'owner'],
  ['products', 'Listepris', 'price'],
  ['companies', 'Kundenr', 'id'],
  ['companies', 'Kundnr', 'id'],
  ['companies', 'Kundenummer', 'id'],
  ['companies', 'Kundnummer', 'id'],
  ['companies', 'Debitornr.', 'id'],
  ['deals', 'Beløb', 'value'],
  ['deals', 'Beloeb', 'value'],
  ['deals', 'Værdi', 'value'],
  ['deals', 'Värde', 'value'],
  ['deals', 'Kund', 'companyName'],
  ['deals', 'Handels-ID', 'id'],
  ['deals', 'Affärs-ID', 'id'],
  ['deals', 'Avtale-ID', 'id'],
  ['deals', 'Opprettet dato', 'openedOn'],
  ['deals', 'Oprettelsesdato', 'openedOn'],
  ['deals', 'Amount Currency', 'currency'],
  ['deals', 'Deal - Value', 'value'],
  ['deals', 'Förväntat avslutsdatum', 'expectedCloseOn'],
  ['orders', 'Totalbeløp', 'value'],
  ['orders', 'Kundenr', 'contactId'],
  ['orders', 'Associated Company', 'companyName'],
  ['orders', 'Kundenavn', 'contactName'],
  ['channelCosts', 'Maaned', 'month'],
  ['nps', 'Poeng', 'score'],
  ['companies', 'toString', undefined],
])('of %s, "%s" is the part %s', (kind, header, part) => {
  expect(partOf(kind, header)).toBe(part)
})

test.each([
  ['Bransje', 'industry'],
  ['sector', 'industry'],
  ['antallAnsatte', 'employees'],
  ['Antal anställda', 'employees'],
  ['Omsättning', 'annualRevenue'],
  ['Stiftet år', 'yearFounded'],
  ['office_location', 'country'],
  ['forretningsadresse.kommune', 'municipality'],
  ['Org.nr.', 'organisationNumber'],
  ['hjemmeside', 'website'],
  ['E-post', 'email'],
  ['Språk', 'language'],
  ['Favourite colour', undefined],
  ['__proto__', undefined],
])('"%s" is the attribute %s', (header, key) => {
  expect(attributeOf(header)).toBe(key)
})

test('every known name is as headers are when they are folded, so that one can match it', () => {
  for (const names of [attributeNames, ...Object.values(partNames)]) {
    for (const name of Object.values(names).flat()) expect(foldHeader(name)).toBe(name)
  }
})

test('what a company is called is known in rows of all kinds that belong to one', () => {
  for (const kind of importKinds.filter((each) => 'companyName' in partNames[each])) {
    for (const name of companyNamesElsewhere) expect(partOf(kind, name), kind).toBe('companyName')
    for (const name of companyIds) expect(partOf(kind, name), kind).toBe('companyId')
  }
})

test('no name of a kind is one of two parts', () => {
  for (const [kind, names] of Object.entries(partNames)) {
    const all = Object.values(names).flatMap((each) => [...new Set(each)])
    expect(
      all.filter((name, index) => all.indexOf(name) !== index),
      kind,
    ).toEqual([])
  }
})

test.each([
  ['Sum-myndighet', 'sumMyndighet'],
  ['harRegistrertAntallAnsatte', 'harRegistrertAntallAnsatte'],
  ['naeringskode1.kode', 'naeringskode1Kode'],
  ['ÅRSRESULTAT 2024', 'arsresultat2024'],
  ['2024 result', 'column2024Result'],
  ['__proto__', 'proto'],
  ['名前', 'column'],
])('"%s" makes the key %s', (header, key) => {
  expect(keyFromHeader(header)).toBe(key)
})

test('codes are known by their headers, counts are not taken for codes', () => {
  expect(
    [
      'kommunenr',
      'Zip code',
      'Parent ID',
      'postadresse.landkode',
      'parent_id',
      'naeringskode1',
      'NACE',
      'naceBeskrivelse',
      'parentid',
      'clientid',
      'merchantid',
      'parentId',
      'CLIENTID',
      'App version',
      'EAN',
    ].filter((header) => !speaksOfCode(header)),
  ).toEqual([])
  expect(
    ['employees', 'paid', 'totalt', 'Number of employees', 'grid', 'starttid', 'conversion', 'Mean'].filter(
      speaksOfCode,
    ),
  ).toEqual([])
  expect(foldHeader('  Stiftet år ')).toBe('stiftetar')
})

test('headers speak of a day or a time in any case; ids that end in the word for time do not', () => {
  expect(
    [
      'starttid',
      'Sluttid',
      'Opprettet tid',
      'Tid',
      'tidspunkt',
      'registreringstid',
      'Created date',
      'Dato',
      'Stiftelsesdato',
      'CREATED_AT',
      'updatedAt',
      'Opprettet',
    ].filter((header) => !speaksOfDate(header)),
  ).toEqual([])
  expect(['parentid', 'clientid', 'merchantid', 'hostid', 'Ventetid', 'format'].filter(speaksOfDate)).toEqual(
    [],
  )
})

test('headers speak of telephones', () => {
  expect(['Telefon', 'Mobile phone', 'Tlf', 'Fax 2'].filter((header) => !speaksOfPhone(header))).toEqual([])
})

test('headers speak of amounts and counts', () => {
  expect(
    [
      'Sum-myndighet',
      'Nettobeløp',
      'Total',
      'Omsättning',
      'Omsetning',
      'Salg',
      'Omsetning 2023',
      'Omsetning 2023 (NOK)',
      'Beløp eks. mva',
      'Resultat før skatt',
      'Egenkapital',
      'Lønnskostnader',
      'Lönekostnad',
      'Kredittgrense',
      'Kreditgräns',
      'Budsjett 2024',
      'Kontraktsverdi NOK',
      'Kontraktsvärde',
    ].filter((header) => !speaksOfNumber(header)),
  ).toEqual([])
  expect(['account', 'Kunde', 'Reference', 'netid'].filter(speaksOfNumber)).toEqual([])
})
