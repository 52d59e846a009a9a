import { expect, test } from 'vitest'
import type { Rule } from '../rules/rule.ts'
import { checkSegment } from './segment.ts'
import { circleOf } from './segments.ts'

const within = (...slugs: readonly string[]): Rule => ({
  kind: 'any',
  rules: slugs.map((segment): Rule => ({ kind: 'people', atLeast: 1, rule: { kind: 'inSegment', segment } })),
})
const segments = new Map(
  Object.entries({ a: within('b', 'c'), b: within('c'), c: within(), d: within('a') }).map(([slug, rule]) => [
    slug,
    { name: {}, rule },
  ]),
)

test.each<[slug: string, rule: Rule, circle: readonly string[] | undefined]>([
  ['c', within('c'), ['c', 'c']],
  ['c', within('d'), ['c', 'd', 'a', 'b', 'c']],
  ['c', within('b'), ['c', 'b', 'c']],
  ['d', within('a'), undefined],
  ['a', within('b', 'gone'), undefined],
])('%s with another rule is within itself by the way it is', (slug, rule, circle) => {
  expect(circleOf(slug, rule, segments)).toEqual(circle)
})

test('a segment that would be within itself is refused with the way', () => {
  const records = {
    interactions: new Map(),
    stages: new Set<string>(),
    products: new Map(),
    purposes: new Map(),
    partial: new Set<never>(),
    segments,
  }
  const catalogue = { attributes: new Map(), metrics: new Map(), records }
  const checked = checkSegment({ name: { en: 'C' }, rule: within('d') }, catalogue, 'c')
  expect(checked.ok ? [] : checked.problems).toEqual([
    { path: ['rule'], message: expect.stringContaining('c → d → a → b → c') },
  ])
})
