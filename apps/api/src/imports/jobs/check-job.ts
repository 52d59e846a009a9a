import { inWorkspace } from '@profilkort/database/connect'
import { listImportMappings } from '@profilkort/database/imports/import-mappings.queries'
import { type ImportRow, updateImport } from '@profilkort/database/imports/imports.queries'
import { hasRecords } from '@profilkort/database/imports/known-rows.queries'
import { customerKinds } from '../chunks/kinds-of-rows.ts'
import type { FirstLook } from '../events.ts'
import type { ImportWishes } from '../import-request.ts'
import { readKnownAttributes } from '../read-attributes.ts'
import type { Job } from './job.ts'

/** Looks through the file and decides how it is read. */
export async function checkJob({ environment: { db }, key, row, open }: Job): Promise<void> {
  const { workspaceId, id } = key
  const kind = customerKinds[row.kind]
  const { attributes, saved, isKnown } = await inWorkspace(db, workspaceId, async (tx) => ({
    attributes: await readKnownAttributes(tx, workspaceId),
    saved: await listImportMappings(tx, workspaceId, row.kind),
    isKnown: kind === undefined || (await hasRecords(tx, workspaceId, { source: row.source, kind })),
  }))
  const wishes = { ...wishesOf(row), kind: row.kind }
  const { mapping, remarks, ...look } = await (await open()).check({ wishes, attributes, saved })
  await inWorkspace(db, workspaceId, (tx) =>
    updateImport(tx, workspaceId, id, {
      state: 'running',
      mapping,
      proposal: look satisfies FirstLook,
      remarks: { reader: remarks, writer: [] },
      looksUp: isKnown,
    }),
  )
}

/** How an import was asked for. */
export function wishesOf({ request }: ImportRow): ImportWishes {
  return request as ImportWishes
}
