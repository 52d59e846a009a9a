import { updateWorkspace } from '@profilkort/database/workspaces/workspaces.queries'
import type { Locale } from '@profilkort/domain/locales/locale'
import { failed, ok, type Result } from '@profilkort/domain/result'
import type { Context } from '../graphql/context.ts'
import { unwrap } from '../graphql/problems.ts'

/** What an administrator may set; what is not given stays. */
export interface WorkspaceSettings {
  readonly name?: string | undefined
  readonly locales?: readonly Locale[] | undefined
  /** Null turns the gate off. */
  readonly completenessGate?: number | null | undefined
  readonly requiresReview?: boolean | undefined
}

export async function changeWorkspace(context: Context, settings: WorkspaceSettings): Promise<void> {
  const checked = unwrap(check(settings))
  await context.read((tx, workspaceId) => updateWorkspace(tx, workspaceId, checked))
}

function check(settings: WorkspaceSettings): Result<WorkspaceSettings> {
  const { name, locales, completenessGate: gate } = settings
  if (name !== undefined && (name.trim() === '' || name.length > 100))
    return failed({ path: ['name'], message: 'A name has 1 to 100 characters.' })
  if (locales !== undefined && (locales.length === 0 || new Set(locales).size < locales.length))
    return failed({ path: ['locales'], message: 'Name each language once, the source language first.' })
  if (typeof gate === 'number' && !(gate >= 0 && gate <= 1))
    return failed({
      path: ['completenessGate'],
      message: 'The gate is a share from 0 to 1, such as 0.8; null for none.',
    })
  return ok(settings)
}
