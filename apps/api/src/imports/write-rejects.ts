import { type Database, inWorkspace } from '@profilkort/database/connect'
import type { ImportKey, ImportRow } from '@profilkort/database/imports/imports.queries'
import { listRejects, type RejectedRow } from '@profilkort/database/imports/rejects.queries'
import { encodeText } from '@profilkort/domain/imports/csv/write-csv'
import { rejectLine, rejectsHeader } from '@profilkort/domain/imports/rejects'
import type { FirstLook } from './events.ts'

const rowsAtOnce = 1000

/** The rows of an import that could not be taken, as a file like the one it was, with why in a last column. */
export async function* writeRejects(
  db: Database,
  { workspaceId, id }: ImportKey,
  { proposal }: ImportRow,
): AsyncGenerator<Uint8Array> {
  const { recognised } = (proposal ?? {}) as Partial<FirstLook>
  const { headers = [], delimiter = ',', encoding = 'utf-8' } = recognised ?? {}
  const isUnicode = encoding.startsWith('utf-')
  yield encodeText(`${isUnicode ? '\uFEFF' : ''}${rejectsHeader(headers, delimiter)}`, encoding)
  let rejects: readonly RejectedRow[] = []
  do {
    const after = rejects.at(-1)?.line ?? 0
    rejects = await inWorkspace(db, workspaceId, (tx) =>
      listRejects(tx, workspaceId, id, { after, limit: rowsAtOnce }),
    )
    yield encodeText(rejects.map((reject) => rejectLine(headers, reject, delimiter)).join(''), encoding)
  } while (rejects.length === rowsAtOnce)
}
