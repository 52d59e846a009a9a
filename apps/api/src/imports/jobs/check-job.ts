import { inWorkspace } from '@profilkort/database/connect'
import { listImportMappings } from '@profilkort/database/imports/import-mappings.queries'
import { type ImportChange, type ImportRow, updateImport } from '@profilkort/database/imports/imports.queries'
import { hasRecords } from '@profilkort/database/imports/known-rows.queries'
import { judgeSample, lookAt, readAttributes } from '../check-file.ts'
import { customerKinds } from '../chunks/read-chunks.ts'
import type { FirstLook } from '../events.ts'
import type { ImportWishes } from '../import-request.ts'
import { writtenAs } from '../recognise.ts'
import { settleMapping } from '../settle-mapping.ts'
import type { Job } from './job.ts'

/** Looks through the file and decides how it is read. */
export async function checkJob({ environment: { db, files }, key, row }: Job): Promise<void> {
  const { workspaceId, id } = key
  const wishes = wishesOf(row)
  const looked = await lookAt(files.pathOf(id), wishes.sheet)
  const recognised = { ...writtenAs(looked.recognised), headers: looked.headers }
  const keep = (change: ImportChange) =>
    inWorkspace(db, workspaceId, (tx) => updateImport(tx, workspaceId, id, change))
  await keep({ proposal: { recognised } satisfies FirstLook })
  const { attributes, saved, isKnown } = await inWorkspace(db, workspaceId, async (tx) => {
    const kind = customerKinds[row.kind]
    return {
      attributes: await readAttributes(tx, workspaceId),
      saved: await listImportMappings(tx, workspaceId, row.kind),
      isKnown: kind === undefined || (await hasRecords(tx, workspaceId, { source: row.source, kind })),
    }
  })
  const { mapping, added, proposal } = settleMapping({ ...wishes, kind: row.kind }, looked, attributes, saved)
  await keep({
    state: 'running',
    mapping,
    proposal: { recognised, proposal } satisfies FirstLook,
    remarks: { reader: judgeSample(mapping, looked, [...attributes, ...added]), writer: [] },
    looksUp: isKnown,
  })
}

/** How an import was asked for. */
export function wishesOf({ request }: ImportRow): ImportWishes {
  return request as ImportWishes
}
