import { acrossWorkspaces, type Database } from '@profilkort/database/connect'
import { type AlarmRow, countAlarms } from '@profilkort/database/releases/releases.queries'
import type { FastifyInstance } from 'fastify'
import { alarmTimes } from '../releases/alarm-times.ts'

const alarmKinds = { planned: 'RELEASE_OVERDUE', failed: 'RELEASE_FAILED' } satisfies {
  readonly [S in AlarmRow['state']]: string
}

/**
 * `/livez`: the process answers. `/readyz`: the database answers too; alarms are told with 200, since a server that is
 * late with a release still serves, and taking it away would help nobody.
 */
export function registerHealth(app: FastifyInstance, db: Database, clock: () => Date): void {
  app.get('/livez', () => ({ status: 'ok' }))
  app.get('/readyz', async () => {
    const rows = await acrossWorkspaces(db, (tx) => countAlarms(tx, alarmTimes(clock())))
    const alarms = rows.map(({ state, count, oldest }) => ({ kind: alarmKinds[state], count, oldest }))
    return { status: alarms.length === 0 ? 'ok' : 'degraded', alarms }
  })
}
