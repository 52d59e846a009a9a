import { listAllAttributes } from '@profilkort/database/attributes/attributes.queries'
import type { Attribute } from '@profilkort/domain/attributes/attribute'
import type { Migration } from '@profilkort/domain/attributes/migrations/migration'
import type { Context } from '../graphql/context.ts'
import { NotFound } from '../graphql/problems.ts'
import { convertValues, type ValueChanges } from './convert-values.ts'
import { planIn } from './plan-migration.ts'
import type { RuleRewrite } from './rewrite-rules.ts'

/** What a migration would do. */
export interface MigrationPreview extends ValueChanges {
  readonly before: Attribute
  readonly after: Attribute
  /** Of the attribute as it was looked at. */
  readonly revision: number
  readonly rewrites: readonly RuleRewrite[]
}

/** Says what a migration would do, and does nothing. */
export async function previewMigration(
  context: Context,
  key: string,
  migration: Migration,
): Promise<MigrationPreview> {
  const [locale = 'en'] = (await context.workspace()).locales
  return context.read(async (tx, workspaceId) => {
    const row = (await listAllAttributes(tx, workspaceId)).find((each) => each.key === key)
    if (row === undefined) throw new NotFound('attribute', key)
    const { plan, rewrites } = await planIn(tx, workspaceId, row, migration, locale)
    const changes = await convertValues(tx, workspaceId, plan)
    return { ...changes, before: plan.before, after: plan.after, revision: row.revision, rewrites }
  })
}
