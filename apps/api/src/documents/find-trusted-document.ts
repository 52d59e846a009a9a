import { type Database, inWorkspace } from '@profilkort/database/connect'
import { type DocumentRow, findDocument } from '@profilkort/database/documents/documents.queries'
import type { Changes } from '../delivery/changes.ts'
import { type Recall, recallWhileUnchanged } from '../delivery/recall.ts'
import { readDocumentId, trustedDocuments } from '../graphql/trusted-documents.ts'
import type { Viewer } from '../keys/viewer.ts'

/** The text of a trusted document; undefined when neither the product nor the viewer's workspace trusts it. */
export type FindTrustedDocument = (viewer: Viewer, id: string) => Promise<string | undefined>

/** Finds documents by their ids; a workspace's own are read once and kept until something changes in it. */
export function openTrustedDocuments(db: Database, changes: Changes | undefined): FindTrustedDocument {
  const own: Recall<DocumentRow> = recallWhileUnchanged(changes, 1000)
  return async (viewer, id) => {
    const shipped = trustedDocuments.get(id)
    if (shipped !== undefined) return shipped
    const hash = readDocumentId(id)
    if (hash === undefined || viewer.kind === 'anonymous') return undefined
    const { workspaceId } = viewer
    const read = () => inWorkspace(db, workspaceId, (tx) => findDocument(tx, workspaceId, hash))
    return (await own(workspaceId, hash, read))?.text
  }
}
