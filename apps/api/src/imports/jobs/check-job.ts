import { inWorkspace, type Tx } from '@profilkort/database/connect'
import { listImportMappings } from '@profilkort/database/imports/import-mappings.queries'
import {
  type ImportRow,
  listFormerMappings,
  updateImport,
} from '@profilkort/database/imports/imports.queries'
import { hasRecords } from '@profilkort/database/imports/known-rows.queries'
import { type FormerKey, type FormerReading, formerKeys } from '@profilkort/domain/imports/former-key'
import { isOwnExport } from '@profilkort/domain/imports/ready/profilkort'
import { customerKinds } from '../chunks/kinds-of-rows.ts'
import type { FirstLook } from '../events.ts'
import type { ImportWishes } from '../import-request.ts'
import { isReadAsOwn } from '../own-export.ts'
import { readKnownAttributes } from '../read-attributes.ts'
import type { Job } from './job.ts'

/** Looks through the file and decides how it is read. */
export async function checkJob({ environment: { db }, key, row, open }: Job): Promise<void> {
  const { workspaceId, id } = key
  const kind = customerKinds[row.kind]
  const { attributes, saved, isKnown, former } = await inWorkspace(db, workspaceId, async (tx) => ({
    attributes: await readKnownAttributes(tx, workspaceId),
    saved: await listImportMappings(tx, workspaceId, row.kind),
    isKnown: kind === undefined || (await hasRecords(tx, workspaceId, { source: row.source, kind })),
    former: await listFormerKeys(tx, workspaceId, row),
  }))
  const wishes = { ...wishesOf(row), kind: row.kind }
  const { mapping, remarks, ...look } = await (await open()).check({
    wishes,
    attributes,
    saved,
    former: isKnown ? former : [],
  })
  await inWorkspace(db, workspaceId, (tx) =>
    updateImport(tx, workspaceId, id, {
      state: 'running',
      mapping,
      proposal: look satisfies FirstLook,
      remarks: { reader: remarks, writer: [] },
      // Customers of an export of this product may be known by their ids here.
      looksUp: isKnown || isReadAsOwn(mapping),
    }),
  )
}

/** What rows of the source were told apart by in its files. A product is known by its name, whatever the source. */
async function listFormerKeys(
  tx: Tx,
  workspaceId: string,
  { source, kind }: ImportRow,
): Promise<readonly FormerKey[]> {
  if (kind === 'products') return []
  const readings = await listFormerMappings(tx, workspaceId, { source, kind })
  const isOwn = ({ mapping }: FormerReading) => isOwnExport(mapping.columns.map(({ column }) => column))
  // The ids of an export of this product are not the source's.
  return [...formerKeys(readings.filter((each) => !isOwn(each))), ...formerKeys(readings.filter(isOwn))]
}

/** How an import was asked for. */
export function wishesOf({ request }: ImportRow): ImportWishes {
  return request as ImportWishes
}
