import { type Database, ping } from '@profilkort/database/connect'
import type { FastifyInstance } from 'fastify'

/** `/livez`: the process answers. `/readyz`: the database answers too. */
export function registerHealth(app: FastifyInstance, db: Database): void {
  app.get('/livez', () => ({ status: 'ok' }))
  app.get('/readyz', async () => {
    await ping(db)
    return { status: 'ok' }
  })
}
