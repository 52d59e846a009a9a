import { expect, test } from 'vitest'
import { domainOf, emailOf, organisationNumberOf } from './identifiers.ts'

test.each([
  ['923 609 016', '923609016'],
  ['NO 923609016 MVA', '923609016'],
  ['NO923609016MVA', '923609016'],
  ['556036-0793', '5560360793'],
  ['DK-12345678', '12345678'],
  ['-', ''],
])('the organisation number %s is %s', (written, number) => {
  expect(organisationNumberOf(written)).toBe(number)
})

test.each([
  ['https://www.Nord.no/om-oss?x=1', 'nord.no'],
  ['nord.no', 'nord.no'],
  ['http://shop.nord.no:8080', 'shop.nord.no'],
  ['blåbær.no', 'blåbær.no'],
  ['https://facebook.com/nord', undefined],
  ['https://no.linkedin.com/company/nord', undefined],
  ['ukjent', undefined],
  ['', undefined],
])('the domain of %s is %s', (website, domain) => {
  expect(domainOf(website)).toBe(domain)
})

test('e-mail addresses are compared in small letters', () => {
  expect(emailOf(' Kari@Nord.NO ')).toBe('kari@nord.no')
  expect(['kari', '@nord.no', 'a b@nord.no', 'kari@nord'].map(emailOf)).toEqual([
    undefined,
    undefined,
    undefined,
    undefined,
  ])
})
