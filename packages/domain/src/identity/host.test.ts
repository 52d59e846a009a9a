import { domainToASCII } from 'node:url'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { hostOf } from './host.ts'

test.each([
  ['Nord.NO.', 'nord.no'],
  ['xn--blbr-roah.no', 'blåbær.no'],
  ['xn--nxasmm1c.com', 'βόλος.com'],
  ['xn--mnchen-3ya.de', 'münchen.de'],
  ['日本語。jp', '日本語.jp'],
  ['xn--wgv71a119e.jp', '日本語.jp'],
  ['xn--.no', 'xn--.no'],
  ['1.2', '1.2'],
])('the host %s is %s', (written, host) => {
  expect(hostOf(written)).toBe(host)
})

test('a host is the same however it is written, and once more', () => {
  const label = fc.string({
    unit: fc.constantFrom(...'abz09-æøåäöüéñčßжд日本語한😀'),
    minLength: 1,
    maxLength: 12,
  })
  fc.assert(
    fc.property(label, (written) => {
      const ascii = domainToASCII(`${written}.no`)
      fc.pre(ascii !== '')
      expect(hostOf(ascii)).toBe(hostOf(`${written}.no`))
      expect(hostOf(hostOf(ascii))).toBe(hostOf(ascii))
      expect(domainToASCII(hostOf(ascii))).toBe(ascii)
    }),
    { numRuns: 3000 },
  )
})
