import {
  type Conversion,
  collectValues,
  type HeldValue,
  keepChanged,
  nextValues,
  saveConversions,
} from '@profilkort/database/attributes/conversion.queries'
import type { Tx } from '@profilkort/database/connect'
import type { Value } from '@profilkort/domain/attributes/attribute'
import type { MigrationPlan } from '@profilkort/domain/attributes/migrations/migration'
import { findOption } from '@profilkort/domain/attributes/options'
import { isSame } from '@profilkort/domain/profiles/same'

/** What becomes of one of an attribute's values; null for nothing. */
export interface ValueChange extends Omit<HeldValue, 'id'> {
  readonly after: Value | null
}

/** What a migration does to values. */
export interface ValueChanges {
  /** How many records and customers have another value afterwards, or none, or have it under another key. */
  readonly records: number
  readonly customers: number
  /** Of how many the value cannot be kept. */
  readonly lostRecords: number
  readonly lostCustomers: number
  /** The most frequent values that change. */
  readonly samples: readonly ValueChange[]
  /** The most frequent values that cannot be kept. */
  readonly lost: readonly ValueChange[]
  /** The most frequent values that are kept and are none of the options. */
  readonly unlisted: readonly ValueChange[]
}

const page = 5000
const mostTold = 100

/** Decides what each of an attribute's values becomes, and leaves the changes in the transaction for a rewrite. */
export async function convertValues(tx: Tx, workspaceId: string, plan: MigrationPlan): Promise<ValueChanges> {
  await collectValues(tx, workspaceId, plan.before.key)
  const told = { samples: [] as ValueChange[], lost: [] as ValueChange[], unlisted: [] as ValueChange[] }
  const sum = { records: 0, customers: 0, lostRecords: 0, lostCustomers: 0 }
  const tell = (list: ValueChange[], change: ValueChange) => {
    if (list.length < mostTold) list.push(change)
  }
  const isMoved = plan.before.key !== plan.after.key
  let after = 0
  for (;;) {
    const values = await nextValues(tx, { after, limit: page })
    const conversions: Conversion[] = []
    for (const { id, ...held } of values) {
      const converted = plan.convert(held.value)
      const change: ValueChange = { ...held, after: converted.kind === 'value' ? converted.value : null }
      if (isUnlisted(change.after, plan)) tell(told.unlisted, change)
      const isOther = !isSame(change.after, held.value)
      if (!isOther && !isMoved) continue
      if (isOther) conversions.push({ id, after: change.after, isLost: converted.kind === 'lost' })
      sum.records += held.records
      sum.customers += held.customers
      tell(told.samples, change)
      if (converted.kind !== 'lost') continue
      sum.lostRecords += held.records
      sum.lostCustomers += held.customers
      tell(told.lost, change)
    }
    await saveConversions(tx, conversions)
    if (values.length < page) break
    after = values.at(-1)?.id ?? after
  }
  await keepChanged(tx)
  return { ...sum, ...told }
}

function isUnlisted(value: Value | null, { after }: MigrationPlan): boolean {
  if (after.type !== 'choice' && after.type !== 'choices') return false
  const keys = typeof value === 'string' ? [value] : Array.isArray(value) ? value : []
  return keys.some((key) => findOption(after, key) === undefined)
}
