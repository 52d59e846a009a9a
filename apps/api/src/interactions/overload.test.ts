import { inWorkspace } from '@profilkort/database/connect'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { makeWriteKey, sendEvents } from '../testing/events.ts'
import { startTestServer } from '../testing/server.ts'

const server = await startTestServer()
const { db, url, workspace } = server
const writeKey = await makeWriteKey(server)
const batchOf = (round: number) => ({
  batch: Array.from({ length: 1000 }, (_, index) => ({
    type: 'track',
    anonymousId: 'a',
    event: 'x',
    messageId: `${round} ${index}`,
  })),
})
const countKept = async () => {
  const { rows } = await inWorkspace(db, workspace.id, (tx) =>
    sql<{ count: number }>`select count(*) as count from interaction`.execute(tx),
  )
  return rows[0]?.count
}

test('while nothing can be written a bounded number of events waits, others are told to come back, and none is lost', async () => {
  await sendEvents(url, writeKey, '/v1/batch', batchOf(0))
  let release = () => {}
  const held = new Promise<void>((resolve) => (release = resolve))
  let isHeld = () => {}
  const holding = new Promise<void>((resolve) => (isHeld = resolve))
  const hold = db.transaction().execute(async (tx) => {
    await sql`lock table interaction_message in share mode`.execute(tx)
    isHeld()
    await held
  })
  await holding
  const waiting = Array.from({ length: 40 }, (_, round) =>
    sendEvents(url, writeKey, '/v1/batch', batchOf(round + 1)),
  )
  const refused = await Promise.any(
    waiting.map(async (each) => {
      const answer = await each
      return answer.status === 503 ? answer : Promise.reject(new Error(String(answer.status)))
    }),
  )
  expect(refused.headers.get('retry-after')).toBe('1')
  expect(refused.body).toMatchObject({ success: false, error: { code: 'OVERLOADED' } })
  release()
  await hold
  const answers = await Promise.all(waiting)
  const taken = answers.filter(({ status }) => status === 200).length
  expect(answers.every(({ status }) => status === 200 || status === 503)).toBe(true)
  expect(taken).toBeGreaterThanOrEqual(20)
  expect(await countKept()).toBe((taken + 1) * 1000)
  expect((await sendEvents(url, writeKey, '/v1/batch', batchOf(99))).status).toBe(200)
})
