import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { inWorkspace } from '../connect.ts'
import { testDatabase } from '../testing/database.ts'
import { listInteractions } from './interactions.queries.ts'
import { ensureMonth, listMonths } from './months.queries.ts'

const db = await testDatabase()
const workspaceId = randomUUID()

test('servers that need the same months at once make each once, while others read and write', async () => {
  const months = Array.from(
    { length: 24 },
    (_, index) => `20${20 + Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`,
  )
  const make = async (order: readonly string[]) => {
    for (const month of order) await ensureMonth(db, 'interaction', month)
  }
  const use = async () => {
    for (const month of months) {
      await inWorkspace(db, workspaceId, (tx) =>
        listInteractions(tx, workspaceId, [randomUUID()], { limit: 10 }),
      )
      await inWorkspace(db, workspaceId, (tx) =>
        sql`insert into interaction (workspace_id, at, id, type, name, source, message_id, received_at)
          values (${workspaceId}::uuid, '1999-01-01', ${randomUUID()}::uuid, 'page', ${month}, 'web', 'm', now())`.execute(
          tx,
        ),
      )
    }
  }
  await Promise.all([make(months), make(months.toReversed()), make(months), use(), use()])
  expect(await listMonths(db, 'interaction')).toEqual(months)
})
