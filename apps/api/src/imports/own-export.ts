import type { Tx } from '@profilkort/database/connect'
import { findCustomersAsExported } from '@profilkort/database/imports/own-exports.queries'
import type { Mapping } from '@profilkort/domain/imports/mapping'
import { isOwnExport } from '@profilkort/domain/imports/ready/profilkort'

/** Whether the rows of a file are of an export of this product, each known by the id that it has here. */
export function isReadAsOwn({ key, columns }: Pick<Mapping, 'key' | 'columns'>): boolean {
  return key.join() === 'id' && isOwnExport(columns.map(({ column }) => column))
}

export type OwnCustomer = Awaited<ReturnType<typeof findCustomersAsExported>>[number]

/** The customers of this workspace among the ids of an export, by those ids; none where the export is another workspace's. */
export async function findOwnCustomers(
  tx: Tx,
  workspaceId: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, OwnCustomer>> {
  const found = await findCustomersAsExported(tx, workspaceId, ids.filter(isUuid))
  return new Map(found.map((customer) => [customer.exportedAs, customer]))
}

export function isUuid(text: string): boolean {
  return /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text)
}
