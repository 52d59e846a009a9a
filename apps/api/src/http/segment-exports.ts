import { PassThrough } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { type Database, inSnapshot, inWorkspace } from '@profilkort/database/connect'
import { listPurposes } from '@profilkort/database/consents/purposes.queries'
import { findSegmentBySlug } from '@profilkort/database/segments/segments.queries'
import { findWorkspace } from '@profilkort/database/workspaces/workspaces.queries'
import { type SegmentFormat, segmentFormats } from '@profilkort/domain/segments/audience'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { readCatalogue } from '../attributes/read-catalogue.ts'
import { exportGate } from '../exports/export-gate.ts'
import { parseExport } from '../exports/parse-export.ts'
import { dayOf } from '../graphql/context.ts'
import { Refused } from '../keys/refused.ts'
import { type Leaving, leaveSegment } from '../segments/export-segment.ts'
import { admit } from './admit.ts'
import type { ExportsOptions } from './exports.ts'

/** Each holds a connection for as long as its reader takes. */
const mostAtOnce = 2
const patience = 30 * 60_000

interface Asked {
  readonly workspaceId: string
  readonly slug: string
  readonly query: { readonly [name: string]: unknown }
  readonly format: SegmentFormat
  readonly by: string
}

/**
 * `POST /v1/exports/segments/<slug>.csv?purpose=marketing`, `/v1/exports/segments/<slug>/meta.csv`, `google.csv`,
 * `linkedin.csv`: the customers of a segment that may be used for the purpose, as a table or as a hashed audience. Each is
 * written down, see `segmentExports`; how many leave and how many do not is in the headers `leaving` and `left-out`. Needs a
 * secret key or a session that may read customers.
 */
export function registerSegmentExports(
  app: FastifyInstance,
  { db, clock, authenticate }: ExportsOptions,
): void {
  let running = 0
  for (const format of segmentFormats) {
    const path = format === 'csv' ? ':slug.csv' : `:slug/${format}.csv`
    app.post(`/v1/exports/segments/${path}`, { handlerTimeout: patience }, async (request, reply) => {
      const viewer = admit(await authenticate(request), 'customer:read', 'An export')
      if (running >= mostAtOnce) {
        const message = `${mostAtOnce} exports are under way. Try again when one of them has ended.`
        return reply
          .code(503)
          .header('retry-after', '5')
          .send({ error: { code: 'BUSY', message } })
      }
      const { slug } = request.params as { readonly slug: string }
      const query = request.query as Asked['query']
      const asked = { workspaceId: viewer.workspaceId, slug, query, format, by: viewer.actor }
      const out = new PassThrough()
      const begun = Promise.withResolvers<Leaving>()
      running++
      send(db, clock(), asked, begun.resolve, out)
        .catch((error: unknown) => {
          begun.reject(error)
          logEnd(request, error)
        })
        .finally(() => running--)
      const { record } = await begun.promise
      return reply
        .headers({
          'cache-control': 'no-store',
          'content-disposition': `attachment; filename="${slug}.csv"`,
          leaving: String(record.leaving),
          'left-out': JSON.stringify(record.leftOut),
        })
        .type('text/csv; charset=utf-8')
        .send(out)
    })
  }
}

function logEnd(request: FastifyRequest, error: unknown): void {
  request.log.info({ err: error }, 'an export ended early')
}

async function send(
  db: Database,
  now: Date,
  { workspaceId, slug, query, format, by }: Asked,
  begin: (leaving: Leaving) => void,
  out: PassThrough,
): Promise<void> {
  const { catalogue, purposes, currency, segment } = await inWorkspace(db, workspaceId, async (tx) => ({
    catalogue: exportGate(await readCatalogue(tx, workspaceId)),
    purposes: await listPurposes(tx, workspaceId),
    currency: (await findWorkspace(tx, workspaceId))?.currency ?? 'NOK',
    segment: await findSegmentBySlug(tx, workspaceId, slug),
  }))
  if (segment === undefined)
    throw new Refused('BAD_USER_INPUT', `There is no segment "${slug.slice(0, 60)}" here.`)
  if ('where' in query) throw new Refused('BAD_USER_INPUT', '`where` is told by the segment. Leave it out.')
  const table = parseExport(query, catalogue, purposes, now)
  const { use } = table
  if (use === undefined)
    throw new Refused('BAD_USER_INPUT', 'Say what the list is for: `?purpose=marketing`. See `purposes`.')
  const ground = purposes.find(({ key }) => key === 'profiling')?.ground ?? 'consent'
  const profiling = { purpose: 'profiling', ground, now } as const
  const scope = { workspaceId, currency, asOf: dayOf(now) }
  const asked = { segment, format, use, profiling, by, table }
  await inSnapshot(db, workspaceId, async (tx) => {
    const leaving = await leaveSegment(db, tx, scope, asked, catalogue)
    begin(leaving)
    await pipeline(leaving.text, out)
  })
}
