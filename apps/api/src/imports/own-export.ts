import type { Tx } from '@profilkort/database/connect'
import { findCustomersAsExported } from '@profilkort/database/imports/own-exports.queries'
import { type ImportKind, kinds } from '@profilkort/domain/imports/kinds'
import type { Mapping } from '@profilkort/domain/imports/mapping'
import { columnProfiler } from '@profilkort/domain/imports/profile-columns'
import { isOwnExport } from '@profilkort/domain/imports/ready/profilkort'
import type { LookedThrough } from './look-through.ts'

/** Whether the rows of a file are of an export of this product, each known by the id that it has here. */
export function isReadAsOwn({ key, columns }: Pick<Mapping, 'key' | 'columns'>): boolean {
  return key.join() === 'id' && isOwnExport(columns.map(({ column }) => column))
}

/**
 * What a look at an export of this product tells of rows of one kind: a list of all customers has companies and people,
 * and columns that only the others have something in are as good as empty.
 */
export function lookAtKind(kind: ImportKind, looked: LookedThrough): LookedThrough {
  const { subject } = kinds[kind]
  const place = looked.headers.indexOf('kind')
  if (subject === undefined || place < 0 || !isOwnExport(looked.headers)) return looked
  const other = subject === 'company' ? 'person' : 'company'
  const sample = looked.sample.filter((cells) => cells[place]?.trim() !== other)
  const profiler = columnProfiler(looked.headers)
  for (const cells of sample) profiler.add(cells)
  return { ...looked, sample, profiles: profiler.finish() }
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
