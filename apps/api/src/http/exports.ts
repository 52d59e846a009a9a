import { PassThrough } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { type Database, inWorkspace } from '@profilkort/database/connect'
import { listPurposes } from '@profilkort/database/consents/purposes.queries'
import { findWorkspace } from '@profilkort/database/workspaces/workspaces.queries'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { readCatalogue } from '../attributes/read-catalogue.ts'
import { customerTable } from '../exports/export-customers.ts'
import { dealTable } from '../exports/export-deals.ts'
import { exportGate } from '../exports/export-gate.ts'
import { type ExportFormat, exportFormats, parseExport } from '../exports/parse-export.ts'
import { writeTable } from '../exports/table.ts'
import { dayOf } from '../graphql/context.ts'
import type { Viewer } from '../keys/viewer.ts'
import { admit } from './admit.ts'

export interface ExportsOptions {
  readonly db: Database
  readonly clock: () => Date
  readonly authenticate: (request: FastifyRequest) => Promise<Viewer>
}

const types: { readonly [F in ExportFormat]: string } = {
  csv: 'text/csv; charset=utf-8',
  ndjson: 'application/x-ndjson; charset=utf-8',
}

/** Each holds a connection for as long as its reader takes. */
const mostAtOnce = 3
const patience = 30 * 60_000

/**
 * `GET /v1/exports/customers.csv`, `customers.ndjson`, `deals.csv`, `deals.ndjson`: whole lists as they are now, streamed;
 * see `parseExport` for what can be asked. Needs a secret key or a session that may read customers.
 */
export function registerExports(app: FastifyInstance, { db, clock, authenticate }: ExportsOptions): void {
  let running = 0
  for (const what of ['customers', 'deals'] as const) {
    for (const format of exportFormats) {
      app.get(`/v1/exports/${what}.${format}`, { handlerTimeout: patience }, async (request, reply) => {
        const { workspaceId } = admit(await authenticate(request), 'customer:read', 'An export')
        const { catalogue, purposes, currency } = await inWorkspace(db, workspaceId, async (tx) => ({
          catalogue: exportGate(await readCatalogue(tx, workspaceId)),
          purposes: await listPurposes(tx, workspaceId),
          currency: (await findWorkspace(tx, workspaceId))?.currency ?? 'NOK',
        }))
        const now = clock()
        const query = request.query as { [name: string]: unknown }
        const asked = parseExport(query, catalogue, purposes, now)
        if (running >= mostAtOnce) {
          const message = `${mostAtOnce} exports are under way. Try again when one of them has ended.`
          return reply
            .code(503)
            .header('retry-after', '5')
            .send({ error: { code: 'BUSY', message } })
        }
        const scope = { workspaceId, currency, asOf: dayOf(now) }
        const out = new PassThrough()
        const begun = Promise.withResolvers<void>()
        running++
        inWorkspace(db, workspaceId, async (tx) => {
          const table =
            what === 'customers'
              ? await customerTable(tx, scope, asked, catalogue)
              : dealTable(tx, scope, asked)
          begun.resolve()
          await pipeline(writeTable(table as Parameters<typeof writeTable>[0], format, asked), out)
        })
          .catch((error: unknown) => {
            begun.reject(error)
            request.log.info({ err: error }, 'an export ended early')
          })
          .finally(() => running--)
        await begun.promise
        return reply
          .headers({
            'cache-control': 'no-store',
            'content-disposition': `attachment; filename="${what}.${format}"`,
          })
          .type(types[format])
          .send(out)
      })
    }
  }
}
