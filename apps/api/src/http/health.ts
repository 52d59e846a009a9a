import { acrossWorkspaces, type Database } from '@profilkort/database/connect'
import { countOverdue } from '@profilkort/database/releases/releases.queries'
import type { FastifyInstance } from 'fastify'

/** How late a release may be before it is an alarm, in milliseconds. */
const lateMs = 60_000

/**
 * `/livez`: the process answers. `/readyz`: the database answers too; alarms are told with 200, since a server that is
 * late with a release still serves, and taking it away would help nobody.
 */
export function registerHealth(app: FastifyInstance, db: Database, clock: () => Date): void {
  app.get('/livez', () => ({ status: 'ok' }))
  app.get('/readyz', async () => {
    const before = new Date(clock().getTime() - lateMs)
    const { count, oldest } = await acrossWorkspaces(db, (tx) => countOverdue(tx, before))
    if (count === 0) return { status: 'ok', alarms: [] }
    return { status: 'degraded', alarms: [{ kind: 'RELEASE_OVERDUE', count, oldest }] }
  })
}
