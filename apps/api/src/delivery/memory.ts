import type { WorkspaceRow } from '@profilkort/database/workspaces/workspaces.queries'
import type { WorkspaceCatalogue } from '../attributes/read-catalogue.ts'
import type { Changes } from './changes.ts'
import { type Recall, recallWhileUnchanged } from './recall.ts'

/** What nearly every request asks of its workspace, kept while nothing in it has changed. */
export interface Memory {
  readonly workspace: Recall<WorkspaceRow>
  readonly catalogue: Recall<WorkspaceCatalogue>
}

const mostWorkspaces = 1000

export function openMemory(changes: Changes | undefined): Memory {
  return {
    workspace: recallWhileUnchanged(changes, mostWorkspaces),
    catalogue: recallWhileUnchanged(changes, mostWorkspaces),
  }
}
