import type { Database } from '@profilkort/database/connect'
import type { FastifyInstance } from 'fastify'
import { sql } from 'kysely'

/** `/livez`: the process answers. `/readyz`: the database answers too. */
export function registerHealth(app: FastifyInstance, db: Database): void {
  app.get('/livez', () => ({ status: 'ok' }))
  app.get('/readyz', async () => {
    await sql`select 1`.execute(db)
    return { status: 'ok' }
  })
}
