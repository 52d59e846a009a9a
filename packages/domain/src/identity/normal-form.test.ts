import { expect, test } from 'vitest'
import { domainOf, emailOf } from './normal-form.ts'

test.each([
  ['https://www.Nord.no/om-oss?x=1', 'nord.no'],
  ['nord.no', 'nord.no'],
  ['http://shop.nord.no:8080', 'shop.nord.no'],
  ['blåbær.no', 'blåbær.no'],
  ['https://facebook.com/nord', undefined],
  ['https://no.linkedin.com/company/nord', undefined],
  ['https://gmail.com', undefined],
  ['www.online.no', undefined],
  ['https://linktr.ee/nord', undefined],
  ['nord.myshopify.com', undefined],
  ['https://sites.google.com/view/nord', undefined],
  ['https://www.finn.no/nord', undefined],
  ['https://nordonline.no', 'nordonline.no'],
  ['https://www.XN--BLBR-ROAH.no./', 'blåbær.no'],
  ['bla\u030abær.no', 'blåbær.no'],
  ['ukjent', undefined],
  ['', undefined],
])('the domain of %s is %s', (website, domain) => {
  expect(domainOf(website)).toBe(domain)
})

test('a page on a network or in a directory is nobody’s in any country', () => {
  const names =
    'facebook linkedin x youtube wordpress squarespace github proff gulesider eniro krak hitta allabolag'
  for (const name of names.split(' '))
    for (const country of ['com', 'no', 'se', 'dk'])
      expect(domainOf(`https://www.${name}.${country}/nord`), `${name}.${country}`).toBeUndefined()
})

test.each([
  [' Kari@Nord.NO ', 'kari@nord.no'],
  ['mailto:kari@nord.no?subject=Hei', 'kari@nord.no'],
  ['Kari Nes <kari@nord.no>', 'kari@nord.no'],
  ['kari?@nord.no', 'kari?@nord.no'],
  ['kari@nord.no.', 'kari@nord.no'],
  ['erika@kåre.no', 'erika@kåre.no'],
  ['erika@ka\u030are.no', 'erika@kåre.no'],
  ['ERIKA@XN--KRE-ULA.NO', 'erika@kåre.no'],
  ['ka\u030are@nord.no', 'kåre@nord.no'],
  ['kari@xn--a.no', 'kari@xn--a.no'],
  ['kari', undefined],
  ['@nord.no', undefined],
  ['a b@nord.no', undefined],
  ['kari@nord', undefined],
  ['', undefined],
])('the e-mail address %s is %s', (written, email) => {
  expect(emailOf(written)).toBe(email)
})
