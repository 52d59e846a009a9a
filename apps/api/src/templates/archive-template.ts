import {
  archiveTemplate,
  deleteTemplate,
  findTemplateUsers,
} from '@profilkort/database/templates/templates.queries'
import type { Context } from '../graphql/context.ts'
import { InUse } from '../graphql/problems.ts'
import { lockForChange, lockOwn } from './lock-template.ts'
import { authorise } from './template.policy.ts'

/** Puts a template away: no profile starts from it any more, and those written in it stay as they are. */
export async function putInArchive(context: Context, key: string, expectedRevision: number): Promise<void> {
  authorise(context.viewer, 'template:write')
  await context.read(async (tx, workspaceId) => {
    const { archivedAt } = await lockForChange(tx, workspaceId, key, expectedRevision)
    await archiveTemplate(tx, workspaceId, key, archivedAt ?? context.now)
  })
}

export async function takeFromArchive(context: Context, key: string): Promise<void> {
  authorise(context.viewer, 'template:write')
  await context.read(async (tx, workspaceId) => {
    await lockOwn(tx, workspaceId, key)
    await archiveTemplate(tx, workspaceId, key, null)
  })
}

/** Deletes a template with all its revisions, unless a profile is written in it. @returns the key it had */
export async function removeTemplate(
  context: Context,
  key: string,
  expectedRevision: number,
): Promise<string> {
  authorise(context.viewer, 'template:write')
  return context.read(async (tx, workspaceId) => {
    await lockForChange(tx, workspaceId, key, expectedRevision)
    const users = await findTemplateUsers(tx, workspaceId, key)
    if (users.length > 0) {
      throw new InUse(
        'template',
        users.map(({ id, slug }) => ({ kind: 'Profile', id, name: slug })),
      )
    }
    await deleteTemplate(tx, workspaceId, key)
    return key
  })
}
