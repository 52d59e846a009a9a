import { acrossWorkspaces, type Database, inWorkspace, type Tx } from '@profilkort/database/connect'
import { listPurposes } from '@profilkort/database/consents/purposes.queries'
import {
  countChanged,
  countMembers,
  findKeeping,
  holdForKeeping,
  type Keeping,
  keepMembers,
  saveKeeping,
  saveSize,
  sizeOfList,
} from '@profilkort/database/segments/keeping.queries'
import { listSegments, type SegmentRow, shareSegment } from '@profilkort/database/segments/segments.queries'
import { findWorkspace, listWorkspaceIds } from '@profilkort/database/workspaces/workspaces.queries'
import { partsOf, segmentsOf } from '@profilkort/domain/rules/fields'
import { lower } from '@profilkort/domain/rules/lower'
import { isRecordsField, isTest, type Rule } from '@profilkort/domain/rules/rule'
import type { Segments } from '@profilkort/domain/segments/segments'
import { readCatalogue } from '../attributes/read-catalogue.ts'
import { dayOf } from '../graphql/context.ts'

/** A rule about days, a metric or a consent may come to hold though nothing changes: so often everybody is looked at. */
export const allEveryMs = 3_600_000
/** What rules look at besides customers changes more often, and is not followed one by one. */
export const aroundEveryMs = 300_000
/** What customers are gone or changed otherwise is kept for a day only: see `customer_change`. */
export const patienceMs = 12 * 3_600_000
/** More changes than these cost more one by one than looking at everybody. */
export const mostChanged = 20_000

/** Brings the members of all segments of all workspaces up to date, one after the other. */
export async function keepAllSegments(db: Database, now: Date, signal?: AbortSignal): Promise<void> {
  for (const workspaceId of await acrossWorkspaces(db, listWorkspaceIds)) {
    await keepSegments(db, workspaceId, now, signal)
  }
}

export async function keepSegments(
  db: Database,
  workspaceId: string,
  now: Date,
  signal?: AbortSignal,
): Promise<void> {
  const segments = await inWorkspace(db, workspaceId, (tx) => listSegments(tx, workspaceId, false))
  for (const { id } of segments) {
    if (signal?.aborted) return
    await inWorkspace(db, workspaceId, (tx) => keepSegment(tx, workspaceId, id, now))
  }
}

/** All of it or nothing is done in the transaction: one that is broken off is done again by the next. */
async function keepSegment(tx: Tx, workspaceId: string, id: string, now: Date): Promise<void> {
  if (!(await holdForKeeping(tx, workspaceId, id))) return
  const segment = await shareSegment(tx, workspaceId, id)
  if (segment === undefined) return
  if (segment.kind === 'dynamic') return keepDynamic(tx, workspaceId, segment, now)
  const { revision } = segment
  return saveSize(tx, workspaceId, id, { revision, size: await sizeOfList(tx, workspaceId, id), at: now })
}

async function keepDynamic(tx: Tx, workspaceId: string, segment: SegmentRow, now: Date): Promise<void> {
  const { id, revision, rule } = segment
  const found = await findKeeping(tx, workspaceId, id)
  const whom = found === undefined ? 'all' : await whomToLookAt(tx, workspaceId, found, segment, now)
  if (whom === 'none') return
  const [workspace, purposes] = [await findWorkspace(tx, workspaceId), await listPurposes(tx, workspaceId)]
  const ground = purposes.find(({ key }) => key === 'profiling')?.ground ?? 'consent'
  const isChanged = found !== undefined && JSON.stringify(found.rule) !== JSON.stringify(rule)
  const at = now.getTime()
  const segments = await segmentsNamedIn(tx, workspaceId, [rule, ...(isChanged ? [found.rule] : [])])
  const kept = await keepMembers(
    tx,
    { workspaceId, currency: workspace?.currency ?? 'NOK', asOf: dayOf(now) },
    {
      id,
      revision,
      rule: lower(rule, at, segments),
      before: isChanged ? lower(found.rule, at, segments) : undefined,
      use: { purpose: 'profiling', ground, now },
      since: found?.snapshot,
    },
    whom,
  )
  await saveKeeping(tx, workspaceId, id, {
    revision,
    rule,
    size: await countMembers(tx, workspaceId, id),
    keptAt: now,
    allKeptAt: whom === 'all' ? now : (found?.allKeptAt ?? now),
    database: kept.database,
    snapshot: kept.snapshot,
  })
}

/** What the segments that rules name stand for. */
async function segmentsNamedIn(
  tx: Tx,
  workspaceId: string,
  rules: readonly Rule[],
): Promise<Segments | undefined> {
  const isNaming = rules.some((each) => segmentsOf(each).length > 0)
  return isNaming ? (await readCatalogue(tx, workspaceId)).records?.segments : undefined
}

/** Whether a rule looks at more than a customer's own values: what becomes of that is not noted with the customer. */
export function looksAround(rule: Rule): boolean {
  return partsOf(rule).some((part) =>
    isTest(part)
      ? isRecordsField(part.field)
      : part.kind === 'inSegment' || part.kind === 'company' || part.kind === 'people',
  )
}

async function whomToLookAt(
  tx: Tx,
  workspaceId: string,
  found: Keeping,
  { revision, rule }: SegmentRow,
  now: Date,
): Promise<'all' | 'changed' | 'none'> {
  const changed = await countChanged(tx, workspaceId, found, mostChanged)
  const isLost = changed === undefined || now.getTime() - found.keptAt.getTime() > patienceMs
  const isDue =
    now.getTime() - found.allKeptAt.getTime() >= (looksAround(rule) ? aroundEveryMs : allEveryMs) ||
    dayOf(now) !== dayOf(found.allKeptAt)
  if (isLost || isDue || revision !== found.revision || changed >= mostChanged) return 'all'
  return changed === 0 ? 'none' : 'changed'
}
