import { expect, test } from 'vitest'
import { formsOf, renewed } from './old-forms.ts'

test.each([
  ['email:post@xn--kre-ula.no', 'email:post@kåre.no'],
  ['email:mailto:post@nord.no', 'email:post@nord.no'],
  ['email:ka\u030are@nord.no', 'email:kåre@nord.no'],
  ['email:post@nord.no.', 'email:post@nord.no'],
  ['domain:xn--blbr-roah.no', 'domain:blåbær.no'],
  ['domain:bla\u030abær.no', 'domain:blåbær.no'],
  ['email:xn--a@nord.no', 'email:xn--a@nord.no'],
  ['email:post@xn--a.no', 'email:post@xn--a.no'],
  ['id:shop:xn--kre-ula.', 'id:shop:xn--kre-ula.'],
  ['phone:+4722334455', 'phone:+4722334455'],
  ['xn--nothing', 'xn--nothing'],
])('the token %s is %s today', (token, today) => {
  expect(renewed(token)).toBe(today)
  expect(renewed(today)).toBe(today)
})

test('a token is found by what it was kept as', () => {
  expect(formsOf('email:post@nord.no')).toEqual(['email:post@nord.no'])
  expect(formsOf('email:post@kåre.no')).toEqual([
    'email:post@kåre.no',
    'email:post@xn--kre-ula.no',
    'email:post@ka\u030are.no',
  ])
  expect(formsOf('email:post@xn--kre-ula.no')).toEqual(formsOf('email:post@kåre.no'))
  expect(formsOf('email:kåre@nord.no')).toEqual(['email:kåre@nord.no', 'email:ka\u030are@nord.no'])
  expect(formsOf('domain:blåbær.no')).toContain('domain:xn--blbr-roah.no')
  expect(formsOf('email:mailto:post@nord.no')).toEqual(['email:post@nord.no', 'email:mailto:post@nord.no'])
})
