import * as fc from 'fast-check'
import type { Money } from '../../attributes/attribute.ts'

/** The instant that the generated rules and customers are about. */
export const testNow = Date.UTC(2026, 10, 23, 12, 30, 15, 123)
const day = 86_400_000

/** Texts that break what escapes, folds, compares or counts characters carelessly; few, so that they meet. */
const nastyTexts = [
  '',
  ' ',
  'software',
  'Software',
  'retail',
  'erp',
  'crm',
  'Oslo',
  'OSLO',
  'oslo ',
  'Tromsø',
  'TROMSØ',
  'ø',
  'Ø',
  "O'Hara",
  '"quoted"',
  '100%',
  '%',
  '_',
  'a_b',
  'a\\b',
  '\\',
  '$1',
  '?',
  '{}',
  '[]',
  'null',
  'true',
  '42',
  'amount',
  'currency',
  'straße',
  'STRASSE',
  'STRAẞE',
  'İstanbul',
  'istanbul',
  'ısı',
  'Kárášjohka',
  'KÁRÁŠJOHKA',
  'Čáhcesuolu',
  'ĐŊŦŽ',
  'đŋŧž',
  'a\u0300',
  'à',
  'À',
  'A\u0300',
  'e\u0301\u0302',
  '😀',
  '👩‍👩‍👧',
  '😀Oslo',
  'Oslo😀',
  '𝔘',
  '\u{10FFFF}',
  '\uFFFF',
  '\u200B',
  '\t\n',
  'ﬁ',
  'ΣΑΣ',
  'σας',
  'Ω',
  'Ω',
] as const

const nastyNumbers = [
  0,
  -0,
  1,
  -1,
  19,
  20,
  21,
  50,
  99,
  100,
  101,
  0.1,
  0.2,
  0.1 + 0.2,
  0.3,
  1 / 3,
  1e-7,
  5e-324,
  -5e-324,
  2.2250738585072014e-308,
  1e308,
  -1e308,
  Number.MAX_VALUE,
  -Number.MAX_VALUE,
  Number.MAX_SAFE_INTEGER,
  Number.MAX_SAFE_INTEGER + 1,
  1e21,
  123456.789,
  Number.EPSILON,
] as const

/** Any text that PostgreSQL can hold: no NUL, no lone surrogates. */
export const text: fc.Arbitrary<string> = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...nastyTexts) },
  {
    weight: 1,
    arbitrary: fc
      .string({ unit: 'binary', maxLength: 12 })
      .map((each) => each.replaceAll('\0', '').toWellFormed()),
  },
)

const nastyParts = [
  's',
  'S',
  'o',
  'O',
  'ø',
  'Ø',
  'e',
  'software',
  'OSLO',
  '%',
  '_',
  '\\',
  "'",
  ' ',
  '😀',
  'İ',
  'i',
  'ß',
  'ẞ',
  'ž',
  '\u0300',
]

/** A part of such a text, cut between characters; never empty. */
export const part: fc.Arbitrary<string> = fc
  .oneof(
    fc.constantFrom(...nastyParts),
    fc.tuple(text, fc.nat(8), fc.integer({ min: 1, max: 4 })).map(([whole, from, length]) =>
      Array.from(whole)
        .slice(from, from + length)
        .join(''),
    ),
  )
  .filter((each) => each !== '')

export const choice: fc.Arbitrary<string> = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom('software', 'retail', 'erp', 'crm') },
  { weight: 1, arbitrary: text },
)

export const number: fc.Arbitrary<number> = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...nastyNumbers) },
  { weight: 2, arbitrary: fc.integer({ min: -3, max: 120 }) },
  { weight: 1, arbitrary: fc.double({ noNaN: true, noDefaultInfinity: true }) },
)

export const money: fc.Arbitrary<Money> = fc.record({
  amount: number,
  currency: fc.constantFrom('NOK', 'SEK', 'EUR'),
})

export const days: fc.Arbitrary<number> = fc.oneof(
  fc.constantFrom(1, 2, 30, 365),
  fc.integer({ min: 1, max: 36_525 }),
)

/** Instants, close to the edges of days and of "the last so many days". */
export const instant: fc.Arbitrary<number> = fc.oneof(
  fc
    .tuple(fc.constantFrom(0, 1, 2, 30, 365, -1), fc.constantFrom(-1, 0, 1))
    .map(([back, off]) => testNow - back * day + off),
  fc
    .tuple(fc.integer({ min: 0, max: 40 }), fc.constantFrom(-1, 0, 1))
    .map(([back, off]) => Math.floor(testNow / day) * day - back * day + off),
  fc.integer({ min: 0, max: testNow + 400 * day }),
)

/** An instant or a whole day as ISO 8601 text. */
export const time: fc.Arbitrary<string> = fc
  .tuple(instant, fc.boolean())
  .map(([at, whole]) => (whole ? new Date(at).toISOString().slice(0, 10) : new Date(at).toISOString()))
