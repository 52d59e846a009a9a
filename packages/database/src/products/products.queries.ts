// placeholder of the integrator: the owner of this feature replaces this file
import type { Tx } from '../connect.ts'
export async function findProducts(
  tx: Tx,
  workspaceId: string,
  keys: readonly string[],
): Promise<readonly { readonly key: string; readonly name: string }[]> {
  return tx
    .selectFrom('product')
    .select(['key', 'name'])
    .where('workspace_id', '=', workspaceId)
    .where('key', 'in', [...keys])
    .execute()
}
