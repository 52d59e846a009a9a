import { expect, test } from 'vitest'
import { domainOf, emailOf } from './normal-form.ts'

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
