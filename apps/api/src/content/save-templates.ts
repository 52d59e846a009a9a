import type { Tx } from '@profilkort/database/connect'
import { insertTemplate, saveTemplateRevision } from '@profilkort/database/templates/templates.queries'
import { type Context, insider } from '../graphql/context.ts'
import type { ImportedDocument } from './import-content.ts'
import type { PlannedTemplate } from './plan-templates.ts'
import { ContentRefused, problemIn } from './problem.ts'

/** Writes the templates that are new or have changed. */
export async function saveTemplates(
  context: Context,
  tx: Tx,
  workspaceId: string,
  planned: readonly PlannedTemplate[],
): Promise<readonly (ImportedDocument & { readonly index: number })[]> {
  const by = insider(context.viewer).actor
  const saved: (ImportedDocument & { readonly index: number })[] = []
  for (const { source, template, row, outcome } of planned) {
    const revision = (row?.revision ?? 0) + (outcome === 'unchanged' ? 0 : 1)
    if (outcome === 'updated') await saveTemplateRevision(tx, workspaceId, revision, template, by)
    if (outcome === 'created') {
      const isInserted = await insertTemplate(tx, workspaceId, template, by)
      if (!isInserted) {
        const message = `Somebody else made the template "${template.key}" just now. Import again.`
        throw new ContentRefused([problemIn(source, { path: ['template', 'key'], message })])
      }
    }
    saved.push({
      index: source.index,
      document: template.key,
      kind: 'template',
      outcome,
      revision,
      published: [],
    })
  }
  return saved
}
