import type { RetentionRule } from '@profilkort/domain/retention/retention-rule'
import type { Tx } from '../connect.ts'

/** A rule as it is kept. */
export interface RetentionRuleRow extends RetentionRule {
  readonly id: string
  readonly revision: number
}

function rules(tx: Tx, workspaceId: string) {
  return tx
    .selectFrom('retention_rule')
    .where('workspace_id', '=', workspaceId)
    .select(['id', 'name', 'months', 'source', 'kind', 'purpose', 'action', 'revision'])
}

/** The workspace's rules by name, at most 100. */
export async function listRules(tx: Tx, workspaceId: string): Promise<readonly RetentionRuleRow[]> {
  return (await rules(tx, workspaceId)
    .orderBy('name')
    .orderBy('id')
    .limit(100)
    .execute()) as readonly RetentionRuleRow[]
}

/** Takes the row that a change of the rule is decided on. */
export async function lockRule(
  tx: Tx,
  workspaceId: string,
  id: string,
): Promise<RetentionRuleRow | undefined> {
  const row = await rules(tx, workspaceId).where('id', '=', id).forUpdate().executeTakeFirst()
  return row as RetentionRuleRow | undefined
}

/** Keeps a rule as it is from now on. */
export async function saveRule(
  tx: Tx,
  workspaceId: string,
  { id, ...values }: RetentionRuleRow,
  by: string,
  now: Date,
): Promise<void> {
  await tx
    .insertInto('retention_rule')
    .values({ workspace_id: workspaceId, id, ...values, created_by: by, created_at: now })
    .onConflict((conflict) => conflict.columns(['workspace_id', 'id']).doUpdateSet(values))
    .execute()
}

export async function deleteRule(tx: Tx, workspaceId: string, id: string): Promise<void> {
  await tx.deleteFrom('retention_rule').where('workspace_id', '=', workspaceId).where('id', '=', id).execute()
}

/** What came of a rule once. */
export interface RetentionRunRow {
  readonly id: string
  readonly ruleId: string
  readonly runAt: Date
  readonly runBy: string
  /** How many people were due. */
  readonly found: number
  readonly erased: number
}

export async function insertRun(tx: Tx, workspaceId: string, run: RetentionRunRow): Promise<void> {
  await tx
    .insertInto('retention_run')
    .values({
      workspace_id: workspaceId,
      id: run.id,
      rule_id: run.ruleId,
      run_at: run.runAt,
      run_by: run.runBy,
      found: run.found,
      erased: run.erased,
    })
    .execute()
}

/** The last runs of a rule, the newest first. */
export async function listRuns(
  tx: Tx,
  workspaceId: string,
  ruleId: string,
): Promise<readonly RetentionRunRow[]> {
  return tx
    .selectFrom('retention_run')
    .select(['id', 'rule_id as ruleId', 'run_at as runAt', 'run_by as runBy', 'found', 'erased'])
    .where('workspace_id', '=', workspaceId)
    .where('rule_id', '=', ruleId)
    .orderBy('run_at', 'desc')
    .orderBy('id')
    .limit(50)
    .execute()
}
