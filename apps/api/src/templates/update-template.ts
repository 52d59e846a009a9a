import {
  findFieldKinds,
  findTemplateUsers,
  saveTemplateRevision,
} from '@profilkort/database/templates/templates.queries'
import { checkChange, kindsOf } from '@profilkort/domain/templates/change'
import { checkTemplate } from '@profilkort/domain/templates/check'
import { holdCatalogue } from '../attributes/read-catalogue.ts'
import { type Context, insider } from '../graphql/context.ts'
import { unwrap } from '../graphql/problems.ts'
import { readAnew } from '../profiles/snapshots.ts'
import { lockForChange } from './lock-template.ts'
import { authorise } from './template.policy.ts'
import { type TemplateInput, toTemplate } from './template-input.ts'

/**
 * Saves a new revision of a template. Profiles keep all that they hold and are read with the new one at once, by their
 * readers too.
 */
export async function updateTemplate(
  context: Context,
  key: string,
  expectedRevision: number,
  input: TemplateInput,
): Promise<void> {
  authorise(context.viewer, 'template:write')
  await context.read(async (tx, workspaceId) => {
    const catalogue = await holdCatalogue(tx, workspaceId)
    const { revision, content } = await lockForChange(tx, workspaceId, key, expectedRevision)
    const template = unwrap(checkTemplate(toTemplate(content, input), catalogue))
    const users = (await findTemplateUsers(tx, workspaceId, key)).map(({ id }) => id)
    const earlier = users.length === 0 ? kindsOf(template) : await findFieldKinds(tx, workspaceId, key)
    unwrap(checkChange(earlier, template))
    await saveTemplateRevision(tx, workspaceId, revision + 1, template, insider(context.viewer).actor)
    await readAnew(tx, workspaceId, users)
  })
}
