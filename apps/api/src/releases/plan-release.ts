import { randomUUID } from 'node:crypto'
import type { Tx } from '@profilkort/database/connect'
import { findProfiles } from '@profilkort/database/profiles/profiles.queries'
import { findRevision } from '@profilkort/database/profiles/revisions.queries'
import {
  enqueueRelease,
  insertRelease,
  lockRelease,
  type ReleaseItem,
  type ReleaseRow,
  settleRelease,
  updateRelease,
} from '@profilkort/database/releases/releases.queries'
import type { Locale } from '@profilkort/domain/locales/locale'
import { instantOf, type ZonedTime } from '@profilkort/domain/releases/zoned-time'
import { failed, ok, okUnless, type Problem, type Result } from '@profilkort/domain/result'
import { type Context, insider } from '../graphql/context.ts'
import { NotFound, RevisionConflict, unwrap } from '../graphql/problems.ts'
import { publishRelease } from './publish-release.ts'

export interface ItemInput {
  readonly profileId: string
  readonly action: ReleaseItem['action']
  /** The newest when not given, as it is now. */
  readonly revision?: number | null | undefined
  readonly locales?: readonly Locale[] | null | undefined
}

export interface ReleaseInput {
  readonly name: string
  readonly items: readonly ItemInput[]
  /** Null or not given for one that is published by hand. */
  readonly at?: ZonedTime | null | undefined
}

/** A release, and the plan of it that the caller has seen. */
export interface SeenRelease {
  readonly id: string
  readonly expectedRevision: number
}

const longestName = 120
const mostItems = 100

/** Plans what is published together: now decided, done at its time or by hand. @returns its id */
export async function planRelease(context: Context, input: ReleaseInput): Promise<string> {
  return context.read((tx, workspaceId) => planIn(tx, workspaceId, context, input))
}

/** Plans a release in a transaction of the caller's. */
export async function planIn(
  tx: Tx,
  workspaceId: string,
  { viewer, now }: Pick<Context, 'viewer' | 'now'>,
  input: ReleaseInput,
): Promise<string> {
  const plan = unwrap(await check(tx, workspaceId, input, now))
  const id = randomUUID()
  await insertRelease(tx, workspaceId, { ...plan, id, createdBy: insider(viewer).actor, createdAt: now })
  if (plan.at !== null) await enqueueRelease(tx, workspaceId, id, plan.at)
  return id
}

/** Plans a release anew while nothing of it is published. */
export async function replanRelease(context: Context, seen: SeenRelease, input: ReleaseInput): Promise<void> {
  const { id } = seen
  await context.read(async (tx, workspaceId) => {
    await lockPlanned(tx, workspaceId, seen)
    const plan = unwrap(await check(tx, workspaceId, input, context.now))
    await updateRelease(tx, workspaceId, { ...plan, id })
    // A job at the old time finds nothing due, and does nothing.
    if (plan.at !== null) await enqueueRelease(tx, workspaceId, id, plan.at)
  })
}

/** Publishes a planned release now, whatever its time. */
export async function publishNow(context: Context, seen: SeenRelease): Promise<void> {
  await context.read(async (tx, workspaceId) => {
    const release = await lockPlanned(tx, workspaceId, seen)
    await publishRelease(tx, workspaceId, release, insider(context.viewer).actor, context.now)
  })
}

export async function cancelRelease(context: Context, seen: SeenRelease): Promise<void> {
  await context.read(async (tx, workspaceId) => {
    await lockPlanned(tx, workspaceId, seen)
    const by = insider(context.viewer).actor
    await settleRelease(tx, workspaceId, seen.id, { state: 'cancelled', by, at: context.now })
  })
}

async function lockPlanned(
  tx: Tx,
  workspaceId: string,
  { id, expectedRevision }: SeenRelease,
): Promise<ReleaseRow> {
  const release = await lockRelease(tx, workspaceId, id)
  if (release === undefined) throw new NotFound('release', id)
  if (release.state !== 'planned') {
    const message = `This release is ${release.state} already. Plan a new one.`
    return unwrap(failed({ path: ['id'], message }))
  }
  if (release.revision !== expectedRevision) throw new RevisionConflict(expectedRevision, release.revision)
  return release
}

type Plan = Pick<ReleaseRow, 'name' | 'at' | 'zone' | 'items'>

async function check(tx: Tx, workspaceId: string, input: ReleaseInput, now: Date): Promise<Result<Plan>> {
  const name = input.name.trim()
  const at = input.at ? checkTime(input.at, now) : ok(null)
  const items = await checkItems(tx, workspaceId, input.items)
  const isNamed = name !== '' && name.length <= longestName
  const problems: readonly Problem[] = [
    ...(isNamed ? [] : [{ path: ['name'], message: `Give it a name of 1 to ${longestName} characters.` }]),
    ...(at.ok ? [] : at.problems),
    ...(items.ok ? [] : items.problems),
  ]
  return okUnless(problems, {
    name,
    at: at.ok ? at.value : null,
    zone: input.at?.zone ?? null,
    items: items.ok ? items.value : [],
  })
}

function checkTime(time: ZonedTime, now: Date): Result<Date> {
  const instant = instantOf(time)
  if (!instant.ok) {
    const [first, ...rest] = instant.problems.map((problem) => ({
      ...problem,
      path: ['at', ...problem.path],
    }))
    return first === undefined ? instant : failed(first, ...rest)
  }
  if (instant.value > now) return instant
  const message = `That time has passed: it is ${now.toISOString()} now. Choose a later one, or publish at once.`
  return failed({ path: ['at'], message })
}

async function checkItems(
  tx: Tx,
  workspaceId: string,
  items: readonly ItemInput[],
): Promise<Result<readonly ReleaseItem[]>> {
  if (items.length === 0 || items.length > mostItems)
    return failed({ path: ['items'], message: `A release has 1 to ${mostItems} profiles.` })
  const rows = new Map(
    (await findProfiles(tx, workspaceId, [...new Set(items.map(({ profileId }) => profileId))])).map(
      (row) => [row.id, row],
    ),
  )
  const problems: Problem[] = []
  const checked: ReleaseItem[] = []
  for (const [index, item] of items.entries()) {
    const row = rows.get(item.profileId)
    const isTwice = checked.some(({ profileId }) => profileId === item.profileId)
    const revision = item.action === 'publish' ? (item.revision ?? row?.revision ?? null) : null
    const isThere =
      row !== undefined &&
      (revision === null || (await findRevision(tx, workspaceId, row.id, revision)) !== undefined)
    const locales = item.locales ?? null
    if (row === undefined)
      problems.push({ path: ['items', index, 'profile'], message: 'There is no such profile here.' })
    else if (isTwice)
      problems.push({
        path: ['items', index, 'profile'],
        message: 'This profile stands twice in the release.',
      })
    else if (!isThere)
      problems.push({
        path: ['items', index, 'revision'],
        message: `There is no revision ${revision}; the newest is ${row.revision}.`,
      })
    else checked.push({ profileId: row.id, action: item.action, revision, locales })
  }
  return okUnless(problems, checked)
}
