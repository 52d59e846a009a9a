import type { Tx } from '@profilkort/database/connect'
import {
  clearLoad,
  copyRows,
  ensureLayout,
  openLoad,
  writeLoad,
} from '@profilkort/database/imports/load-records.queries'
import type { CustomerKind } from '@profilkort/domain/customers/customer'
import type { WriteScope } from './write-scope.ts'

/** Copies encoded rows in as new records, and gives up their bytes. A row that is none breaks the transaction. */
export async function copyNew(
  tx: Tx,
  { client, workspaceId, source, importId, now, headers }: WriteScope,
  kind: CustomerKind,
  encoded: Uint8Array<ArrayBuffer>,
): Promise<void> {
  const layoutId = await ensureLayout(tx, workspaceId, headers)
  await openLoad(tx)
  // A dry run writes all its chunks in one transaction.
  await clearLoad(tx)
  await copyRows(client, encoded)
  // Megabytes each, which would otherwise wait for the garbage collector to come by.
  encoded.buffer.transfer(0)
  await writeLoad(tx, { workspaceId, source, kind, importId, layoutId, isMention: false, now })
}
