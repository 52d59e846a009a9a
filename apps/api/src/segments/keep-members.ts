import { acrossWorkspaces, type Database, inWorkspace, type Tx } from '@profilkort/database/connect'
import { listPurposes } from '@profilkort/database/consents/purposes.queries'
import {
  countConcerned,
  countMembers,
  findKeeping,
  holdForKeeping,
  type Keeping,
  keepMembers,
  saveKeeping,
  saveSize,
  sizeOfList,
  type Unseen,
} from '@profilkort/database/segments/keeping.queries'
import { listSegments, type SegmentRow, shareSegment } from '@profilkort/database/segments/segments.queries'
import { findWorkspace, listWorkspaceIds } from '@profilkort/database/workspaces/workspaces.queries'
import { isSame } from '@profilkort/domain/profiles/same'
import { segmentsOf } from '@profilkort/domain/rules/fields'
import { asksProfiled, looksAround } from '@profilkort/domain/rules/looks-around'
import { type LoweredBy, lower } from '@profilkort/domain/rules/lower'
import type { Rule } from '@profilkort/domain/rules/rule'
import { inlined, reachOf } from '@profilkort/domain/segments/inline'
import { readCatalogue } from '../attributes/read-catalogue.ts'
import { dayOf } from '../graphql/context.ts'
import { allEveryMs, aroundEveryMs, mostChanged, oneByOne, patienceMs } from '../worker/keeping.ts'

/** Brings the members of all segments of all workspaces up to date, one after the other. */
export async function keepAllSegments(db: Database, now: Date, signal?: AbortSignal): Promise<void> {
  await oneByOne(await acrossWorkspaces(db, listWorkspaceIds), (workspaceId) =>
    keepSegments(db, workspaceId, now, signal),
  )
}

export async function keepSegments(
  db: Database,
  workspaceId: string,
  now: Date,
  signal?: AbortSignal,
): Promise<void> {
  const segments = await inWorkspace(db, workspaceId, (tx) => listSegments(tx, workspaceId, false))
  await oneByOne(segments, async ({ id }) => {
    if (signal?.aborted) return
    await inWorkspace(db, workspaceId, (tx) => keepSegment(tx, workspaceId, id, now))
  })
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
  const { id, revision } = segment
  const found = await findKeeping(tx, workspaceId, id)
  const written = found === undefined ? [segment.rule] : [segment.rule, found.rule]
  const records = await recordsFor(tx, workspaceId, written)
  // With what it names in it, so that a change of any of that is one of its own.
  const rule = inlined(segment.rule, records?.segments ?? new Map())
  const before = found !== undefined && !isSame(found.rule, rule) ? found.rule : undefined
  const since = found && unseenBy(found, rule)
  const isNew = found === undefined || before !== undefined || revision !== found.revision
  const whom = isNew || !since ? 'all' : await whomToLookAt(tx, workspaceId, found, { rule, since }, now)
  if (whom === 'none') return
  const [workspace, purposes] = [await findWorkspace(tx, workspaceId), await listPurposes(tx, workspaceId)]
  const ground = purposes.find(({ key }) => key === 'profiling')?.ground ?? 'consent'
  const kept = await keepMembers(
    tx,
    { workspaceId, currency: workspace?.currency ?? 'NOK', asOf: dayOf(now) },
    {
      id,
      revision,
      rule: lower(segment.rule, now.getTime(), records),
      before: before && lower(before, now.getTime(), records),
      use: { purpose: 'profiling', ground, now },
      since,
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

/** What rules stand for; nothing is read for those that say it by themselves. */
async function recordsFor(
  tx: Tx,
  workspaceId: string,
  rules: readonly Rule[],
): Promise<LoweredBy | undefined> {
  if (!rules.some(asksProfiled)) return undefined
  return (await readCatalogue(tx, workspaceId)).records
}

/** Whoever writes a list may do so by a clock that is behind, and commit later. */
const clocksDifferMs = 300_000

/** @param rule with the rules of segments in it: what it still names are lists */
function unseenBy({ snapshot, keptAt }: Keeping, rule: Rule): Unseen {
  const listsSince = new Date(keptAt.getTime() - clocksDifferMs)
  return { snapshot, lists: segmentsOf(rule), listsSince, reach: reachOf(rule) }
}

async function whomToLookAt(
  tx: Tx,
  workspaceId: string,
  found: Keeping,
  { rule, since }: { readonly rule: Rule; readonly since: Unseen },
  now: Date,
): Promise<'all' | 'changed' | 'none'> {
  const changed = await countConcerned(tx, workspaceId, found.database, since, mostChanged)
  const isLost = changed === undefined || now.getTime() - found.keptAt.getTime() > patienceMs
  const isDue =
    now.getTime() - found.allKeptAt.getTime() >= (looksAround(rule) ? aroundEveryMs : allEveryMs) ||
    dayOf(now) !== dayOf(found.allKeptAt)
  if (isLost || isDue || changed >= mostChanged) return 'all'
  return changed === 0 ? 'none' : 'changed'
}
