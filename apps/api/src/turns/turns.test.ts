import { setTimeout as sleep } from 'node:timers/promises'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { inTurns } from './turns.ts'

test('those who come while a statement is under way share the next two, each with its own answer', async () => {
  const reads: (readonly string[])[] = []
  const ask = inTurns<string, string>(async (_group, items) => {
    reads.push(items)
    await sleep(5)
    return new Map(items.map((item) => [item, item.toUpperCase()]))
  })
  const answers = await Promise.all(
    ['a', 'b', 'c', 'b', 'c'].map(async (item) => (await ask('g', [item])).get(item)),
  )
  expect(answers).toEqual(['A', 'B', 'C', 'B', 'C'])
  expect(reads).toEqual([['a'], ['b', 'c'], ['c']])
  expect(await ask('g', ['d', 'e'])).toEqual(
    new Map([
      ['d', 'D'],
      ['e', 'E'],
    ]),
  )
})

test('of many who ask again and again half are in each statement, so that the others are answered meanwhile', async () => {
  const sizes: number[] = []
  const ask = inTurns<number, number>(async (_group, items) => {
    sizes.push(items.length)
    await sleep(1)
    return new Map()
  })
  await Promise.all(
    Array.from({ length: 16 }, async (_, asker) => {
      for (let round = 0; round < 10; round++) await ask('g', [asker])
    }),
  )
  expect(Math.max(...sizes)).toBe(8)
  expect(sizes.filter((size) => size === 8).length).toBeGreaterThan(15)
})

test('nobody is answered from a read that began before it asked', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 1, maxLength: 30 }),
      async (waits) => {
        let written = 0
        const ask = inTurns<string, number>(async () => {
          const seen = written
          await sleep(1)
          return new Map([['x', seen]])
        })
        await Promise.all(
          waits.map(async (wait) => {
            await sleep(wait)
            written++
            const mine = written
            expect((await ask('g', ['x'])).get('x')).toBeGreaterThanOrEqual(mine)
          }),
        )
      },
    ),
    { numRuns: 50 },
  )
})

test('a read that fails is told to those who asked for it, and to nobody after', async () => {
  let fails = true
  const ask = inTurns<string, string>(async (_group, items) => {
    await sleep(1)
    if (fails) throw new Error('away')
    return new Map(items.map((item) => [item, item]))
  })
  const both = await Promise.allSettled([ask('g', ['a']), ask('g', ['b'])])
  expect(both.map(({ status }) => status)).toEqual(['rejected', 'rejected'])
  fails = false
  expect((await ask('g', ['c'])).get('c')).toBe('c')
})
