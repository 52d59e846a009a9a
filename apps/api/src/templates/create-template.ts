import type { Tx } from '@profilkort/database/connect'
import { countTemplates, insertTemplate } from '@profilkort/database/templates/templates.queries'
import { failed, ok, type Result } from '@profilkort/domain/result'
import { checkTemplate } from '@profilkort/domain/templates/check'
import type { Template } from '@profilkort/domain/templates/template'
import { holdCatalogue } from '../attributes/read-catalogue.ts'
import { type Context, insider } from '../graphql/context.ts'
import { unwrap } from '../graphql/problems.ts'
import { findTemplateIn, listTemplatesOf } from './find-template.ts'
import { authorise } from './template.policy.ts'
import { keyFrom, type TemplateInput, toTemplate } from './template-input.ts'

/** How many templates of its own a workspace has at most. */
export const mostTemplates = 200

export interface CreateTemplateInput extends TemplateInput {
  readonly key?: string | null | undefined
  readonly copyOf?: string | null | undefined
}

/** Makes a template of the workspace's own, from nothing or as a copy of another. @returns its key */
export async function createTemplate(context: Context, input: CreateTemplateInput): Promise<string> {
  authorise(context.viewer, 'template:write')
  return context.read(async (tx, workspaceId) => {
    const catalogue = await holdCatalogue(tx, workspaceId)
    const start = unwrap(await findStart(tx, workspaceId, input.copyOf))
    const key = input.key ?? keyFrom(input.name)
    const template = unwrap(checkTemplate(toTemplate({ ...start, key }, input), catalogue))
    unwrap(await checkRoom(tx, workspaceId))
    const inserted = await insertTemplate(tx, workspaceId, template, insider(context.viewer).actor)
    return unwrap(inserted ? ok(key) : failed(keyTaken(key)))
  })
}

const empty: Omit<Template, 'key'> = { name: {}, kinds: [], sections: [] }

/** What a new template starts from: nothing, or another one's kinds and sections. A copy gets a name of its own. */
async function findStart(
  tx: Tx,
  workspaceId: string,
  copyOf: string | null | undefined,
): Promise<Result<Omit<Template, 'key'>>> {
  if (copyOf === null || copyOf === undefined) return ok(empty)
  const found = await findTemplateIn(tx, workspaceId, copyOf)
  if (found !== undefined) return ok({ ...empty, kinds: found.kinds, sections: found.sections })
  const known = (await listTemplatesOf(tx, workspaceId)).map(({ key }) => key).join(', ')
  return failed({ path: ['copyOf'], message: `There is no template "${copyOf}". There is: ${known}.` })
}

async function checkRoom(tx: Tx, workspaceId: string): Promise<Result<undefined>> {
  if ((await countTemplates(tx, workspaceId)) < mostTemplates) return ok(undefined)
  const message = `A workspace has at most ${mostTemplates} templates of its own. Delete one that is no longer used.`
  return failed({ path: [], message })
}

function keyTaken(key: string) {
  return { path: ['key'], message: `The key "${key}" is taken. Choose another.` }
}
