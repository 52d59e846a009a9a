import type { Tx } from '@profilkort/database/connect'
import {
  countTemplates,
  findFieldKinds,
  findTemplateUsers,
  lockTemplate,
  type TemplateRow,
} from '@profilkort/database/templates/templates.queries'
import { isSame } from '@profilkort/domain/profiles/same'
import type { Problem } from '@profilkort/domain/result'
import { checkChange, kindsOf } from '@profilkort/domain/templates/change'
import { checkTemplate } from '@profilkort/domain/templates/check'
import type { Template } from '@profilkort/domain/templates/template'
import { holdCatalogue } from '../attributes/read-catalogue.ts'
import { mostTemplates } from '../templates/create-template.ts'
import { type ContentProblem, problemIn } from './problem.ts'
import type { SourceDocument } from './source-document.ts'

/** A template as it came in. */
export interface GivenTemplate {
  readonly source: SourceDocument
  readonly template: Template
}

/** What is to be done with a template. */
export interface PlannedTemplate extends GivenTemplate {
  /** As it is in the workspace; undefined where it is new. */
  readonly row: TemplateRow | undefined
  readonly outcome: 'created' | 'updated' | 'unchanged'
  /** The ids of the profiles that are written in it. */
  readonly users: readonly string[]
}

export interface TemplatePlan {
  readonly planned: readonly PlannedTemplate[]
  /** By key, as they will be; those with problems too, so that profiles are not told of them again. */
  readonly templates: ReadonlyMap<string, Template>
  readonly problems: readonly ContentProblem[]
}

/** Decides what becomes of the templates; locks those that are there, in the order of their keys. */
export async function planTemplates(
  tx: Tx,
  workspaceId: string,
  given: readonly GivenTemplate[],
): Promise<TemplatePlan> {
  const catalogue = await holdCatalogue(tx, workspaceId)
  const planned: PlannedTemplate[] = []
  const problems: ContentProblem[] = []
  for (const { source, template } of given.toSorted((a, b) => (a.template.key < b.template.key ? -1 : 1))) {
    const row = await lockTemplate(tx, workspaceId, template.key)
    const checked = checkTemplate(template, catalogue)
    const isNew = row === undefined
    const users = isNew ? [] : await findTemplateUsers(tx, workspaceId, template.key)
    const earlier =
      users.length === 0 ? kindsOf(template) : await findFieldKinds(tx, workspaceId, template.key)
    const told = [...problemsOf(checked), ...problemsOf(checkChange(earlier, template))]
    problems.push(
      ...told.map(({ path, message }) => problemIn(source, { path: ['template', ...path], message })),
    )
    const outcome = isNew ? 'created' : isSame(row.content, template) ? 'unchanged' : 'updated'
    planned.push({ source, template, row, outcome, users: users.map(({ id }) => id) })
  }
  const added = planned.filter(({ outcome }) => outcome === 'created')
  const [last] = added.slice(-1)
  if (last !== undefined && (await countTemplates(tx, workspaceId)) + added.length > mostTemplates) {
    const message = `A workspace has at most ${mostTemplates} templates of its own. Delete some that are no longer used.`
    problems.push(problemIn(last.source, { path: ['template'], message }))
  }
  return { planned, templates: new Map(planned.map(({ template }) => [template.key, template])), problems }
}

function problemsOf(
  result: { readonly ok: true } | { readonly ok: false; readonly problems: readonly Problem[] },
) {
  return result.ok ? [] : result.problems
}
