import { randomUUID } from 'node:crypto'
import { type Database, inWorkspace, type Tx } from '@profilkort/database/connect'
import { insertChange, lockChange, undoChange } from '@profilkort/database/identity/changes.queries'
import { findDecisions } from '@profilkort/database/identity/decisions.queries'
import {
  type DecisionChange,
  planDismiss,
  planJoin,
  planPart,
  planUndo,
} from '@profilkort/domain/identity/changes'
import type { Result } from '@profilkort/domain/result'
import { findJoined } from '../joined-customers.ts'
import { settleIdentity } from '../settle-identity.ts'

/** Joins, parts or dismisses customers that a number chooses. @returns how to undo it; undefined where it was refused */
export async function changeByChance(
  db: Database,
  workspaceId: string,
  chance: number,
  now: Date,
): Promise<(() => Promise<void>) | undefined> {
  const id = randomUUID()
  const isDone = await inWorkspace(db, workspaceId, async (tx) => {
    const { kind, records, plan } = await choose(tx, workspaceId, chance)
    if (!plan.ok) return false
    const change = { id, kind, decisions: plan.value, reason: '', changedBy: 'test', changedAt: now }
    await insertChange(tx, workspaceId, change)
    const { customers } = await settleIdentity(tx, workspaceId, records, now)
    const isTorn = kind === 'join' && new Set(records.map((each) => customers.get(each))).size > 1
    if (isTorn) throw new Error('A join left records of the two apart')
    return true
  })
  return isDone ? () => inWorkspace(db, workspaceId, (tx) => undo(tx, workspaceId, id, now)) : undefined
}

async function choose(tx: Tx, workspaceId: string, chance: number) {
  const rows = await tx.selectFrom('customer').select('id').orderBy('id').execute()
  const pick = (number: number) => rows[number % rows.length]?.id ?? ''
  const [one, other = one] = await findJoined(tx, workspaceId, [pick(chance), pick(Math.floor(chance / 7))])
  if (one === undefined || other === undefined) throw new Error('There is no customer to choose')
  const records = [...one.records, ...other.records]
  const decided = await findDecisions(tx, workspaceId, records)
  const chosen = one.records.filter((_id, index) => (chance >> index) % 2 === 1)
  const plans: readonly {
    readonly kind: 'join' | 'part' | 'dismiss'
    readonly plan: Result<readonly DecisionChange[]>
  }[] = [
    { kind: 'join', plan: planJoin(one === other ? [one] : [one, other], decided) },
    { kind: 'part', plan: planPart(one, chosen, decided) },
    { kind: 'dismiss', plan: planDismiss(one, other, decided) },
  ]
  const { kind, plan } = plans[chance % plans.length] ?? { kind: 'join', plan: planJoin([one], decided) }
  return { kind, plan, records }
}

async function undo(tx: Tx, workspaceId: string, id: string, now: Date): Promise<void> {
  const change = await lockChange(tx, workspaceId, id)
  const records = [...new Set(change?.decisions.flatMap(({ a, b }) => [a, b]))]
  const plan = planUndo(change?.decisions ?? [], await findDecisions(tx, workspaceId, records))
  if (!plan.ok) throw new Error(plan.problems[0].message)
  await undoChange(tx, workspaceId, id, plan.value, { undoneBy: 'test', undoneAt: now })
  await settleIdentity(tx, workspaceId, records, now)
}
