// placeholder of the integrator: the owner of this feature replaces this file
import type { Tx } from '../connect.ts'
export async function findApproval(
  _tx: Tx,
  _workspaceId: string,
  _profileId: string,
  _revision: number,
): Promise<{ by: string; at: Date } | undefined> {
  return undefined
}
