import { randomUUID } from 'node:crypto'
import { type Database, inWorkspace, type Tx } from '@profilkort/database/connect'
import type { Use } from '@profilkort/database/consents/may-be-used'
import type { MetricScope } from '@profilkort/database/insight/metrics.queries'
import {
  countLeaving,
  insertSegmentExport,
  type Membership,
  type SegmentExport,
  streamContacts,
  streamLeaving,
} from '@profilkort/database/segments/leaving.queries'
import type { SegmentRow } from '@profilkort/database/segments/segments.queries'
import type { Catalogue } from '@profilkort/domain/attributes/attribute'
import { checkRule } from '@profilkort/domain/rules/check'
import { lower } from '@profilkort/domain/rules/lower'
import type { SegmentFormat } from '@profilkort/domain/segments/audience'
import { customerTable } from '../exports/export-customers.ts'
import type { ExportRequest } from '../exports/parse-export.ts'
import { writeTable } from '../exports/table.ts'
import { Refused } from '../keys/refused.ts'
import { audienceHeader, audienceLine } from './export-audience.ts'

/** What leaves of a segment, and for what. */
export interface SegmentLeaving {
  readonly segment: SegmentRow
  readonly format: SegmentFormat
  /** What the list is for: only those who may be used for it leave. */
  readonly use: Use
  /** Whoever may not be profiled is in no segment with a rule. */
  readonly profiling: Use
  readonly by: string
  /** How a table is written. */
  readonly table: ExportRequest
}

export interface Leaving {
  readonly record: SegmentExport
  readonly text: AsyncIterable<string>
}

/**
 * Counts what leaves, writes it down for good, and then lets it go: all of it as it is in the transaction's snapshot.
 * @param catalogue what may leave: a segment whose rule speaks of anything else does not
 */
export async function leaveSegment(
  db: Database,
  tx: Tx,
  scope: MetricScope,
  asked: SegmentLeaving,
  catalogue: Catalogue,
): Promise<Leaving> {
  const { segment, format, use } = asked
  const membership = membershipOf(asked, catalogue)
  // Begins only when it is read; what cannot be written is refused before anything is noted.
  const text = await textOf(tx, scope, asked, membership, catalogue)
  const counted = await countLeaving(tx, scope, membership, use)
  const contacts = format === 'csv' ? undefined : await countContacts(tx, scope, membership, use, format)
  const record: SegmentExport = {
    id: randomUUID(),
    segmentId: segment.id,
    segmentName: segment.slug,
    revision: segment.revision,
    purpose: use.purpose,
    format,
    leaving: contacts?.found ?? counted.leaving,
    leftOut: {
      noConsent: counted.noConsent,
      company: contacts === undefined ? 0 : counted.companies,
      noContact: contacts?.missing ?? 0,
    },
    exportedAt: use.now,
    exportedBy: asked.by,
  }
  await inWorkspace(db, scope.workspaceId, (own) => insertSegmentExport(own, scope.workspaceId, record))
  return { record, text }
}

async function textOf(
  tx: Tx,
  scope: MetricScope,
  { format, use, table: request }: SegmentLeaving,
  membership: Membership,
  catalogue: Catalogue,
): Promise<AsyncIterable<string>> {
  if (format !== 'csv') return audience(tx, scope, membership, use, format)
  const table = await customerTable(tx, scope, request, catalogue)
  const rows = streamLeaving(tx, scope, membership, use)
  return writeTable({ ...table, rows }, 'csv', request)
}

function membershipOf({ segment, profiling, use }: SegmentLeaving, catalogue: Catalogue): Membership {
  if (segment.kind === 'static') return { kind: 'static', segmentId: segment.id }
  const checked = checkRule(segment.rule, catalogue)
  if (checked.ok)
    return {
      kind: 'dynamic',
      rule: lower(checked.value, use.now.getTime(), catalogue.records),
      profiling,
    }
  throw new Refused(
    'BAD_USER_INPUT',
    `This segment cannot leave: its rule speaks of what stays here. ${checked.problems[0].message}`,
  )
}

type Audience = Exclude<SegmentFormat, 'csv'>

async function countContacts(
  tx: Tx,
  scope: MetricScope,
  membership: Membership,
  use: Use,
  format: Audience,
): Promise<{ readonly found: number; readonly missing: number }> {
  let found = 0
  let missing = 0
  for await (const rows of streamContacts(tx, scope, membership, use)) {
    for (const row of rows) {
      if (audienceLine(row, format) === undefined) missing++
      else found++
    }
  }
  return { found, missing }
}

async function* audience(
  tx: Tx,
  scope: MetricScope,
  membership: Membership,
  use: Use,
  format: Audience,
): AsyncGenerator<string> {
  yield audienceHeader(format)
  for await (const rows of streamContacts(tx, scope, membership, use)) {
    yield rows.map((row) => audienceLine(row, format) ?? '').join('')
  }
}
