import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { nothingTold, tell, tellGroup } from './told.ts'

const traits = fc.dictionary(
  fc.constantFrom('name', 'title', '__proto__', 'constructor'),
  fc.jsonValue({ maxDepth: 1 }),
)
const sayings = fc.array(
  fc.oneof(
    fc.record({ at: fc.integer({ min: 0, max: 5 }), traits }),
    fc.record({ at: fc.integer({ min: 0, max: 5 }), group: fc.constantFrom('a', 'b', 'c') }),
  ),
  { maxLength: 12 },
)

const all = (said: typeof sayings extends fc.Arbitrary<infer Said> ? Said : never) =>
  said.reduce(
    (told, each) =>
      'group' in each ? tellGroup(told, each.group, each.at) : tell(told, each.traits, each.at),
    nothingTold,
  )

describe('what was told of somebody', () => {
  test('is the same in whatever order it was heard, and how often', () => {
    fc.assert(
      fc.property(
        sayings.chain((said) =>
          fc.tuple(
            fc.constant(said),
            fc.shuffledSubarray([...said, ...said], { minLength: said.length * 2 }),
          ),
        ),
        ([said, shuffled]) => {
          expect(all(shuffled)).toEqual(all(said))
        },
      ),
    )
  })

  test('is what was said last of each trait', () => {
    const first = tell(nothingTold, { name: 'Kari', title: 'Sjef' }, 10)
    expect(tell(first, { name: 'Karianne', title: 'Lærling', city: 'Bodø' }, 5)).toEqual({
      traits: { name: 'Kari', title: 'Sjef', city: 'Bodø' },
      at: { name: 10, title: 10, city: 5 },
    })
  })
})
