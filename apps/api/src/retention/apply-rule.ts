import { randomUUIDv7 } from 'node:crypto'
import { acrossWorkspaces, type Database, inWorkspace, type Tx } from '@profilkort/database/connect'
import { listPurposes } from '@profilkort/database/consents/purposes.queries'
import { type Due, findDue } from '@profilkort/database/retention/due.queries'
import {
  insertRun,
  listRules,
  lockRule,
  type RetentionRuleRow,
} from '@profilkort/database/retention/rules.queries'
import { listWorkspaceIds } from '@profilkort/database/workspaces/workspaces.queries'
import { failed, ok } from '@profilkort/domain/result'
import { type Context, insider } from '../graphql/context.ts'
import { unwrap } from '../graphql/problems.ts'
import { erasePerson } from '../personal-data/erase-person.ts'
import { seen } from './change-rule.ts'
import { authorise } from './retention.policy.ts'

/** At most so many people are erased by one rule in one go; the rest the next night. */
const mostAtOnce = 1000

/** Who is named where nobody pressed the button. */
const worker = 'Schedule'

/** The people that are due by a rule: how many, and the first of them. */
export async function readDue(
  tx: Tx,
  workspaceId: string,
  rule: RetentionRuleRow,
  now: Date,
  limit: number,
): Promise<Due> {
  const purpose = (await listPurposes(tx, workspaceId)).find(({ key }) => key === rule.purpose)
  const use = purpose && { purpose: purpose.key, ground: purpose.ground, now }
  return findDue(tx, workspaceId, rule, { now, use, limit })
}

/** Does each night what the rules of all workspaces say: erases, or reports who would be. */
export async function applyAllRules(db: Database, now: Date): Promise<void> {
  for (const workspaceId of await acrossWorkspaces(db, listWorkspaceIds)) {
    for (const rule of await inWorkspace(db, workspaceId, (tx) => listRules(tx, workspaceId)))
      await applyRule(db, workspaceId, rule, { isToErase: rule.action === 'erase', by: worker, now })
  }
}

/**
 * Erases those who are due by a rule now that somebody has looked at them; refused when they are not as many as were
 * seen. @returns how many were erased
 */
export async function eraseDue(
  context: Context,
  id: string,
  expectedRevision: number,
  expectedCount: number,
): Promise<RetentionRuleRow> {
  authorise(context.viewer, 'retention:manage')
  const { db, now, viewer } = context
  const { workspaceId, actor } = insider(viewer)
  const rule = await context.read(async (tx) => {
    const locked = seen(await lockRule(tx, workspaceId, id), id, expectedRevision)
    const { count } = await readDue(tx, workspaceId, locked, now, 1)
    const message = `${count} people are due, not ${expectedCount}. Look at them again, then ask with that number.`
    unwrap(count === expectedCount ? ok(count) : failed({ path: ['expectedCount'], message }))
    return locked
  })
  await applyRule(db, workspaceId, rule, { isToErase: true, by: actor, now })
  return rule
}

/** Each person in a transaction of its own, so that others wait for none of them long. */
async function applyRule(
  db: Database,
  workspaceId: string,
  rule: RetentionRuleRow,
  { isToErase, by, now }: { readonly isToErase: boolean; readonly by: string; readonly now: Date },
): Promise<void> {
  const due = await inWorkspace(db, workspaceId, (tx) => readDue(tx, workspaceId, rule, now, mostAtOnce))
  if (due.count === 0) return
  const erasing = isToErase ? due.ids : []
  for (const id of erasing) {
    const how = { reason: 'retention', by: `${by}: ${rule.name}`, now } as const
    await inWorkspace(db, workspaceId, (tx) => erasePerson(tx, workspaceId, id, how))
  }
  const run = {
    id: randomUUIDv7(),
    ruleId: rule.id,
    runAt: now,
    runBy: by,
    found: due.count,
    erased: erasing.length,
  }
  await inWorkspace(db, workspaceId, (tx) => insertRun(tx, workspaceId, run))
}
