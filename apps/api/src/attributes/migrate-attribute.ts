import { randomUUIDv7 } from 'node:crypto'
import type { AttributeRow } from '@profilkort/database/attributes/attributes.queries'
import type { Migrated } from '@profilkort/database/attributes/changes.queries'
import {
  convertCustomers,
  convertRecords,
  findToUnify,
  firstId,
  type Rewrite,
  renameInCustomers,
  renameInRecords,
} from '@profilkort/database/attributes/rewrite.queries'
import type { Tx } from '@profilkort/database/connect'
import { lockIdentity } from '@profilkort/database/identity/neighbours.queries'
import { lockImports } from '@profilkort/database/imports/hold.queries'
import { lockPublishing } from '@profilkort/database/profiles/profiles.queries'
import type { Migration, MigrationPlan } from '@profilkort/domain/attributes/migrations/migration'
import { type Context, insider } from '../graphql/context.ts'
import { InUse, InvalidInput } from '../graphql/problems.ts'
import { settleIdentity } from '../identity/settle-identity.ts'
import { readAnew } from '../profiles/snapshots.ts'
import { convertValues } from './convert-values.ts'
import { lockForChange } from './lock-attribute.ts'
import { planIn } from './plan-migration.ts'
import { rewriteFailedImports } from './rewrite-mappings.ts'
import type { RuleRewrite } from './rewrite-rules.ts'
import { saveChange } from './save-change.ts'

/** An attribute as a migration made it, and what was done. */
export interface MigratedAttribute {
  readonly attribute: AttributeRow
  readonly migrated: Migrated
}

/**
 * Changes an attribute together with all that is kept by it, in one transaction: what records say, what customers have,
 * the rules of segments, scorecards and profiles, and the mappings of imports. What records said before is kept beside
 * the change.
 */
export async function migrateAttribute(
  context: Context,
  key: string,
  expectedRevision: number,
  migration: Migration,
): Promise<MigratedAttribute> {
  const [locale = 'en'] = (await context.workspace()).locales
  return context.read(async (tx, workspaceId) => {
    const row = await lockForChange(tx, workspaceId, key, expectedRevision)
    await lockAll(tx, workspaceId)
    const { plan, rewrites } = await planIn(tx, workspaceId, row, migration, locale)
    refuseBroken(rewrites)
    const id = randomUUIDv7()
    const told = await rewriteValues(tx, workspaceId, plan, { changeId: id, now: context.now })
    const by = insider(context.viewer).actor
    const rewritten = rewrites.map(({ kind, id: user, name }) => ({ kind, id: user, name }))
    const migrated = { ...told, migration, rewritten }
    const { archivedAt } = row
    const change = { kind: 'migrated', id, after: plan.after, archivedAt, migrated } as const
    const attribute = await saveChange(context, tx, workspaceId, row, change)
    for (const { save } of rewrites) await save(by, context.now)
    await rewriteFailedImports(tx, workspaceId, plan)
    await readAnew(
      tx,
      workspaceId,
      rewrites.flatMap((each) => (each.kind === 'Profile' ? [each.id] : [])),
    )
    return { attribute, migrated }
  })
}

/** Has everybody wait who would write values or rules as they were; a long import is not waited for. */
async function lockAll(tx: Tx, workspaceId: string): Promise<void> {
  if (!(await lockImports(tx, workspaceId))) {
    const message = 'An import is running, which writes values as they are now. Migrate when it has ended.'
    throw new InvalidInput([{ path: [], message }])
  }
  await lockIdentity(tx, workspaceId)
  await lockPublishing(tx, workspaceId)
}

function refuseBroken(rewrites: readonly RuleRewrite[]): void {
  const broken = rewrites.filter(({ problems }) => problems.length > 0)
  if (broken.length === 0) return
  const [first] = broken[0]?.problems ?? []
  throw new InUse(
    'attribute',
    broken,
    `Its rules would break: ${first?.message} See attributeMigrationPreview.`,
  )
}

/** Rewrites what records say and customers have. */
async function rewriteValues(
  tx: Tx,
  workspaceId: string,
  plan: MigrationPlan,
  { changeId, now }: { readonly changeId: string; readonly now: Date },
): Promise<Pick<Migrated, 'records' | 'customers' | 'lost'>> {
  const rewrite: Rewrite = { from: plan.before.key, to: plan.after.key, changeId }
  if (plan.migration.kind === 'rename') {
    const records = await renameInRecords(tx, workspaceId, rewrite)
    return { records, customers: await renameInCustomers(tx, workspaceId, rewrite), lost: 0 }
  }
  const { lostRecords } = await convertValues(tx, workspaceId, plan)
  const records = await convertRecords(tx, workspaceId, rewrite)
  const customers = await convertCustomers(tx, workspaceId, rewrite)
  await unifyAnew(tx, workspaceId, changeId, now)
  return { records, customers, lost: lostRecords }
}

/** Decides anew whose word counts, where several records speak of a customer. */
async function unifyAnew(tx: Tx, workspaceId: string, changeId: string, now: Date): Promise<void> {
  const limit = 1000
  let after = firstId
  for (;;) {
    const ids = await findToUnify(tx, workspaceId, changeId, { after, limit })
    await settleIdentity(tx, workspaceId, ids, now)
    if (ids.length < limit) return
    after = ids.at(-1) ?? after
  }
}
