import fc from 'fast-check'
import { expect, test } from 'vitest'
import { atMost } from './at-most.ts'

test('no more run at once than may, all have their turn, and one that fails does not keep its place', async () => {
  const work = fc.record({ fails: fc.boolean() })
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 1, max: 3 }),
      fc.array(work, { maxLength: 9 }),
      fc.scheduler(),
      async (count, works, scheduler) => {
        const inTurn = atMost(count)
        let running = 0
        let most = 0
        const each = async ({ fails }: { readonly fails: boolean }) => {
          await scheduler.schedule(Promise.resolve())
          return inTurn(async () => {
            most = Math.max(most, ++running)
            await scheduler.schedule(Promise.resolve())
            running--
            if (fails) throw new Error('as asked')
          })
        }
        const ends = Promise.allSettled(works.map(each))
        await scheduler.waitFor(ends)
        expect(most).toBeLessThanOrEqual(count)
        const failures = (await ends).filter(({ status }) => status === 'rejected')
        expect(failures).toHaveLength(works.filter(({ fails }) => fails).length)
      },
    ),
  )
})
