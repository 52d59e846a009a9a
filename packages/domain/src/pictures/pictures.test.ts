import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { avatarGrounds, avatarSvg, initials } from './avatar.ts'
import {
  offeredWidths,
  type PictureVariant,
  parseVariant,
  pictureFormats,
  pictureWidths,
  variantName,
} from './picture.ts'

describe('initials', () => {
  test.each([
    ['Regnskapsførere i vekst', 'RV'],
    ['åse østby', 'ÅØ'],
    ['Farid', 'F'],
    ['«Små» (sesong)steder', 'SS'],
    ['🎿 Ski', 'S'],
    ['Åse Østby'.normalize('NFD'), 'ÅØ'],
    ['ßeta ßau', 'SS'],
    ['  ', '?'],
  ])('of "%s" are %s', (name, expected) => {
    expect(initials(name)).toBe(expected)
  })

  test('of any name make a picture without anything that runs, always the same', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string(), (name, seed) => {
        const svg = avatarSvg(name, seed)
        expect(svg).toMatch(/^<svg [^<]*><rect [^<]*\/><text [^<>]*>[^<>]*<\/text><\/svg>$/)
        expect(avatarSvg(name, seed)).toBe(svg)
      }),
    )
  })

  test('are read on each ground: 4.5 to 1 against white', () => {
    const linear = (part: number) => (part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4)
    for (const ground of avatarGrounds) {
      const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) =>
        linear(Number.parseInt(ground.slice(at, at + 2), 16) / 255),
      )
      expect(1.05 / (0.2126 * r + 0.7152 * g + 0.0722 * b + 0.05), ground).toBeGreaterThanOrEqual(4.5)
    }
  })
})

test.each([
  [60, [96]],
  [96, [96]],
  [1000, [96, 192, 384, 768, 1536]],
  [700, [96, 192, 384, 768]],
  [9000, [96, 192, 384, 768, 1536]],
])('a picture %i wide is offered in widths that differ: %j', (width, expected) => {
  expect(offeredWidths(width)).toEqual(expected)
})

test('a variant is read from its name; no name makes work that is not on the list', () => {
  const part = fc.integer({ min: 0, max: 100 })
  const common = { width: fc.constantFrom(...pictureWidths), format: fc.constantFrom(...pictureFormats) }
  const variants: fc.Arbitrary<PictureVariant> = fc.oneof(
    fc.record({ kind: fc.constant('width' as const), ...common }),
    fc.record({
      kind: fc.constant('square' as const),
      ...common,
      focalPoint: fc.record({ x: part, y: part }),
    }),
  )
  fc.assert(
    fc.property(variants, (variant) => {
      expect(parseVariant(variantName(variant))).toEqual(variant)
    }),
  )
  for (const name of [
    '',
    '97.webp',
    '96.svg',
    'square-96.webp',
    '96@1,2.webp',
    'square-96@101,0.webp',
    '../x',
    '096.webp',
  ])
    expect(parseVariant(name), name).toBeUndefined()
})
