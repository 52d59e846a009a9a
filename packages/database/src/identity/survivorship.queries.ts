import type { SurvivorshipRule, SurvivorshipRules } from '@profilkort/domain/identity/survivorship'
import { sql } from 'kysely'
import type { Tx } from '../connect.ts'

/** The workspace's own rules of whose word counts. */
export async function listSurvivorship(tx: Tx, workspaceId: string): Promise<SurvivorshipRules> {
  const rows = await tx
    .selectFrom('survivorship')
    .select(['key', 'strategy', 'sources'])
    .where('workspace_id', '=', workspaceId)
    .execute()
  return Object.fromEntries(
    rows.map(({ key, strategy, sources }) => [
      key,
      { strategy: strategy as SurvivorshipRule['strategy'], sources },
    ]),
  )
}

/** Puts a rule in place of the one there was; takes it away without one. */
export async function saveSurvivorship(
  tx: Tx,
  workspaceId: string,
  key: string,
  rule: SurvivorshipRule | null,
): Promise<void> {
  if (rule === null) {
    await tx
      .deleteFrom('survivorship')
      .where('workspace_id', '=', workspaceId)
      .where('key', '=', key)
      .execute()
    return
  }
  const values = { strategy: rule.strategy, sources: [...rule.sources] }
  await tx
    .insertInto('survivorship')
    .values({ workspace_id: workspaceId, key, ...values })
    .onConflict((conflict) => conflict.columns(['workspace_id', 'key']).doUpdateSet(values))
    .execute()
}

/** The customers that several records speak of, a thousand at a time, by id. */
export async function findJoined(
  tx: Tx,
  workspaceId: string,
  after: string | undefined,
): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`-- findJoined
    select customer_id as id from source_record
    where workspace_id = ${workspaceId}::uuid and customer_id > ${after ?? '00000000-0000-0000-0000-000000000000'}::uuid
    group by customer_id having count(*) > 1 order by customer_id limit 1000`.execute(tx)
  return rows.map(({ id }) => id)
}
