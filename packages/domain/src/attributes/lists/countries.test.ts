import { expect, test } from 'vitest'
import { countryNames, parseCountry } from './countries.ts'

test.each([
  ['Norge', 'NO'],
  ['NORWAY', 'NO'],
  [' no ', 'NO'],
  ['Sverige', 'SE'],
  ['Tyskland', 'DE'],
  ['Germany', 'DE'],
  ['Vietnam', 'VN'],
  ['Serbia', 'RS'],
  ['Yemen', 'YE'],
  ['USA', 'US'],
  ['Forente stater', undefined],
  ['USA ', 'US'],
  ['Storbritannia', 'GB'],
  ['Great Britain', 'GB'],
  ['Korea', 'KR'],
  ['dd', 'DE'],
  ['Philipines', undefined],
  ['European Union', undefined],
  ['constructor', undefined],
])('%s is %s', (name, code) => {
  expect(parseCountry(name)).toBe(code)
})

test('every name leads to a code that has that name, and to no former state', () => {
  const former = new Set(['DD', 'SU', 'YU', 'CS', 'FX', 'ZR', 'VD', 'YD', 'RH', 'TP', 'UK', 'AN', 'BU'])
  expect(countryNames.length).toBeGreaterThan(300)
  for (const name of countryNames) {
    const code = parseCountry(name)
    expect(code, name).toMatch(/^[A-Z]{2}$/)
    expect(former.has(code ?? ''), `${name} ${code}`).toBe(false)
  }
})
