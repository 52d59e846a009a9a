import type { AttributeRow } from '@profilkort/database/attributes/attributes.queries'
import { collectValues, nextValues } from '@profilkort/database/attributes/conversion.queries'
import { findRecordsSaying, firstId } from '@profilkort/database/attributes/rewrite.queries'
import { findAttributeUsers } from '@profilkort/database/attributes/users.queries'
import type { Tx } from '@profilkort/database/connect'
import { findSpecialDecision } from '@profilkort/database/consents/special-categories.queries'
import { lockIdentity } from '@profilkort/database/identity/neighbours.queries'
import type { Attribute } from '@profilkort/domain/attributes/attribute'
import { checkAttribute } from '@profilkort/domain/attributes/check'
import { isSame } from '@profilkort/domain/profiles/same'
import type { Context } from '../graphql/context.ts'
import { InUse, InvalidInput, unwrap } from '../graphql/problems.ts'
import { settleIdentity } from '../identity/settle-identity.ts'
import { definitionOf } from './definition-of.ts'
import { lockForChange } from './lock-attribute.ts'
import { saveChange } from './save-change.ts'

/** What can be changed without a look at what is kept; a key and a type are for `migrateAttribute`. */
export type AttributeChanges = Partial<
  Pick<Attribute, 'label' | 'category' | 'subject' | 'options' | 'sensitive'>
> & {
  /** Null takes it away. */
  readonly unit?: Attribute['unit'] | null
  readonly order?: number | null
}

/** Changes an attribute as the caller has seen it; what is not given stays. Saving what is there makes no revision. */
export async function updateAttribute(
  context: Context,
  key: string,
  expectedRevision: number,
  changes: AttributeChanges,
): Promise<AttributeRow> {
  return context.read(async (tx, workspaceId) => {
    const row = await lockForChange(tx, workspaceId, key, expectedRevision)
    const before = definitionOf(row)
    const after = unwrap(checkAttribute(changed(before, changes)))
    if (isSame(before, after)) return row
    await refuseUsedOptions(tx, workspaceId, before, after)
    if (after.sensitive && !before.sensitive) await refuseScored(tx, workspaceId, key)
    const { archivedAt } = row
    const saved = await saveChange(context, tx, workspaceId, row, { kind: 'updated', after, archivedAt })
    const isWithheldOtherwise = after.sensitive !== before.sensitive || after.subject !== before.subject
    if (isWithheldOtherwise && (after.sensitive || before.sensitive))
      await deriveAnew(tx, workspaceId, key, context.now)
    return saved
  })
}

function changed(before: Attribute, { unit, order, label, ...changes }: AttributeChanges): Attribute {
  const { unit: oldUnit, order: oldOrder, ...rest } = before
  const newUnit = unit === undefined ? oldUnit : (unit ?? undefined)
  const newOrder = order === undefined ? oldOrder : (order ?? undefined)
  return {
    ...rest,
    ...changes,
    label: { ...before.label, ...label },
    ...(newUnit === undefined ? {} : { unit: newUnit }),
    ...(newOrder === undefined ? {} : { order: newOrder }),
  }
}

/** An option that records name is merged into another, not taken away. */
async function refuseUsedOptions(
  tx: Tx,
  workspaceId: string,
  before: Attribute,
  after: Attribute,
): Promise<void> {
  const kept = new Set(after.options.map(({ key }) => key))
  const removed = new Set(before.options.map(({ key }) => key).filter((key) => !kept.has(key)))
  if (removed.size === 0) return
  const limit = 5000
  await collectValues(tx, workspaceId, before.key)
  for (let last = 0; ; last += limit) {
    const held = await nextValues(tx, { after: last, limit })
    for (const { value, records } of held) {
      const names = typeof value === 'string' ? [value] : Array.isArray(value) ? value : []
      const used: unknown = names.find((key) => removed.has(key))
      if (typeof used !== 'string') continue
      const message = `${records} records say "${used}". Merge it into another option with attributeMigrate.`
      throw new InvalidInput([{ path: ['options'], message }])
    }
    if (held.length < limit) return
  }
}

/** What is of a special category from now on is known with consent only; what is no longer is known again. */
async function deriveAnew(tx: Tx, workspaceId: string, key: string, now: Date): Promise<void> {
  await lockIdentity(tx, workspaceId)
  const limit = 1000
  for (let after = firstId; ; ) {
    const ids = await findRecordsSaying(tx, workspaceId, key, { after, limit })
    await settleIdentity(tx, workspaceId, ids, now)
    if (ids.length < limit) return
    after = ids.at(-1) ?? after
  }
}

/** Special categories are left out of scoring, unless the workspace has stated on what ground it uses them. */
async function refuseScored(tx: Tx, workspaceId: string, key: string): Promise<void> {
  const special = await findSpecialDecision(tx, workspaceId)
  if (typeof special?.ground === 'string') return
  const users = (await findAttributeUsers(tx, workspaceId, key)).filter(({ kind }) => kind === 'Scorecard')
  const next = 'What is sensitive is left out of scoring: take it out there first.'
  if (users.length > 0) throw new InUse('attribute', users, next)
}
