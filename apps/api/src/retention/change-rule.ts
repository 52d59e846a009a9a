import { randomUUIDv7 } from 'node:crypto'
import {
  deleteRule,
  lockRule,
  type RetentionRuleRow,
  saveRule,
} from '@profilkort/database/retention/rules.queries'
import { checkRetentionRule, type RetentionRule } from '@profilkort/domain/retention/retention-rule'
import { purposesOf } from '../consents/uses.ts'
import { type Context, insider } from '../graphql/context.ts'
import { NotFound, RevisionConflict, unwrap } from '../graphql/problems.ts'
import { authorise } from './retention.policy.ts'

/** Makes a rule. Nobody is erased by it before its first night. */
export async function createRule(context: Context, input: RetentionRule): Promise<RetentionRuleRow> {
  authorise(context.viewer, 'retention:manage')
  const rule = { ...(await check(context, input)), id: randomUUIDv7(), revision: 1 }
  await context.read((tx, workspaceId) =>
    saveRule(tx, workspaceId, rule, insider(context.viewer).actor, context.now),
  )
  return rule
}

/** Changes a rule to what is given. */
export async function changeRule(
  context: Context,
  id: string,
  expectedRevision: number,
  input: RetentionRule,
): Promise<RetentionRuleRow> {
  authorise(context.viewer, 'retention:manage')
  const checked = await check(context, input)
  return context.read(async (tx, workspaceId) => {
    const before = seen(await lockRule(tx, workspaceId, id), id, expectedRevision)
    const rule = { ...checked, id, revision: before.revision + 1 }
    await saveRule(tx, workspaceId, rule, insider(context.viewer).actor, context.now)
    return rule
  })
}

/** Deletes a rule with the history of its runs; receipts of who was erased by it stay. */
export async function removeRule(context: Context, id: string, expectedRevision: number): Promise<void> {
  authorise(context.viewer, 'retention:manage')
  await context.read(async (tx, workspaceId) => {
    seen(await lockRule(tx, workspaceId, id), id, expectedRevision)
    await deleteRule(tx, workspaceId, id)
  })
}

async function check(context: Context, rule: RetentionRule): Promise<RetentionRule> {
  const purposes = (await purposesOf(context)).filter(({ archivedAt }) => archivedAt === null)
  return unwrap(
    checkRetentionRule(
      rule,
      purposes.map(({ key }) => key),
    ),
  )
}

/** The rule as the caller has seen it. */
export function seen(
  rule: RetentionRuleRow | undefined,
  id: string,
  expectedRevision: number,
): RetentionRuleRow {
  if (rule === undefined) throw new NotFound('retention rule', id)
  if (rule.revision !== expectedRevision) throw new RevisionConflict(expectedRevision, rule.revision)
  return rule
}
