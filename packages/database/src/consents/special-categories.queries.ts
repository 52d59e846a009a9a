import type { Tx } from '../connect.ts'

/** A decision that rules judge customers by special categories, or, without a ground, that they no longer do. */
export interface SpecialCategoryDecision {
  readonly ground: string | null
  readonly at: Date
  readonly by: string
}

/** All decisions of a workspace, the newest first, at most 100. */
export async function listSpecialDecisions(
  tx: Tx,
  workspaceId: string,
): Promise<readonly SpecialCategoryDecision[]> {
  return tx
    .selectFrom('special_category_decision')
    .where('workspace_id', '=', workspaceId)
    .select(['ground', 'decided_at as at', 'decided_by as by'])
    .orderBy('number', 'desc')
    .limit(100)
    .execute()
}

/** The decision that holds; undefined where none was made. */
export async function findSpecialDecision(
  tx: Tx,
  workspaceId: string,
): Promise<SpecialCategoryDecision | undefined> {
  return tx
    .selectFrom('special_category_decision')
    .where('workspace_id', '=', workspaceId)
    .select(['ground', 'decided_at as at', 'decided_by as by'])
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst()
}

/** Adds a decision, which holds from now on. */
export async function insertSpecialDecision(
  tx: Tx,
  workspaceId: string,
  { ground, at, by }: SpecialCategoryDecision,
): Promise<void> {
  // Decisions come one after the other.
  await tx.selectFrom('workspace').where('id', '=', workspaceId).select('id').forUpdate().execute()
  const { last } = await tx
    .selectFrom('special_category_decision')
    .where('workspace_id', '=', workspaceId)
    .select((eb) => eb.fn.coalesce(eb.fn.max('number'), eb.val(0)).as('last'))
    .executeTakeFirstOrThrow()
  await tx
    .insertInto('special_category_decision')
    .values({ workspace_id: workspaceId, number: last + 1, ground, decided_at: at, decided_by: by })
    .execute()
}
