import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ContentRefused } from './problem.ts'
import { readYaml, writeYaml } from './yaml.ts'

const words = fc.constantFrom(
  'Vi',
  'vil',
  '  ',
  ' ',
  '\n',
  '\n\n',
  '- ',
  '# ',
  ': ',
  '---',
  '"',
  "'",
  '|',
  '>',
  'no',
  '1.0',
  '\t',
  '&a',
  '*a',
  '{',
  '%',
  '\\',
  'å👩‍👩‍👧',
  '\u0085',
  '\u2028',
  '\r\n',
  '\r',
  '\u0007',
)
const text = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 200 }),
  fc.array(words, { maxLength: 60 }).map((each) => each.join('')),
  fc.array(words, { maxLength: 60 }).map((each) => each.join(' ')),
)
const key = fc.oneof(
  fc.stringMatching(/^[a-z][A-Za-z0-9]{0,60}$/),
  fc.constantFrom('null', 'true', '1', 'no'),
)
const document = fc.record({
  profilkort: fc.constant(1),
  name: text,
  items: fc.array(text),
  by: fc.dictionary(key, text, { noNullPrototype: true }),
})

describe('a stream of YAML', () => {
  test('is read as what was written, whatever stands in the texts', () => {
    fc.assert(
      fc.property(fc.array(document, { maxLength: 3 }), (documents) => {
        expect(readYaml(writeYaml(documents)).map(({ value }) => value)).toEqual(documents)
      }),
      { numRuns: 1000 },
    )
  })

  test('is the same text when what was read is written again', () => {
    fc.assert(
      fc.property(fc.array(document, { minLength: 1, maxLength: 3 }), (documents) => {
        const written = writeYaml(documents)
        expect(writeYaml(readYaml(written).map(({ value }) => value as never))).toBe(written)
      }),
    )
  })

  test('has long texts in lines of their own', () => {
    const long =
      'Regnskapskontorer med 20–100 ansatte som tar inn nye kunder hver måned, og som har sluttet å tro at de kan ansette seg ut av papirarbeidet.'
    expect(writeYaml([{ profilkort: 1, summary: { nb: long, en: 'First line.\nSecond line.' } }])).toBe(`---
profilkort: 1
summary:
  nb: >-
    Regnskapskontorer med 20–100 ansatte som tar inn nye kunder hver måned, og som har sluttet å tro
    at de kan ansette seg ut av papirarbeidet.
  en: |-
    First line.
    Second line.
`)
  })

  test('says on which line it is broken, and on which line a part stands', () => {
    const broken = '---\nslug: a\n---\nslug: b\nname: {nb: "x\nkind: persona\n'
    expect(problemsOf(broken)[0]).toMatchObject({
      index: 1,
      line: expect.any(Number),
      message: expect.stringMatching(/^This is not YAML/),
    })
    const [document] = readYaml(
      '# by hand\nslug: a\nfields:\n  goals:\n    items:\n      nb:\n        - x\n        - y\n',
    )
    expect(
      [
        ['fields', 'goals'],
        ['fields', 'goals', 'items', 'nb', 1],
        ['fields', 'goals', 'nb', 1],
        ['nowhere'],
      ].map((path) => document?.lineOf(path)),
    ).toEqual([4, 8, 4, 2])
  })

  test.each([
    ['a key that stands twice', 'slug: a\nslug: b', 2],
    ['an unknown tag', 'slug: !!js/function "x"', 1],
    ['a tab', 'slug: a\nname:\n\tnb: x', 3],
  ])('with %s is refused with its line', (_what, yaml, line) => {
    expect(problemsOf(yaml).map((problem) => problem.line)).toContain(line)
  })

  test('that grows when it is read is refused', () => {
    const levels = Array.from(
      { length: 12 },
      (_, level) => `a${level + 1}: &a${level + 1} [${`*a${level}, `.repeat(10)}]`,
    )
    expect(problemsOf(`a0: &a0 [x]\n${levels.join('\n')}`)[0]?.message).toMatch(/cannot be read/)
  })
})

function problemsOf(yaml: string) {
  try {
    readYaml(yaml)
  } catch (error) {
    if (error instanceof ContentRefused) return error.problems
    throw error
  }
  return []
}
