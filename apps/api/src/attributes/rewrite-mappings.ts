import type { Tx } from '@profilkort/database/connect'
import {
  findMappingsOf,
  lockFailedMappings,
  lockImportMapping,
  rewriteImportMapping,
} from '@profilkort/database/imports/import-mappings.queries'
import { updateImport } from '@profilkort/database/imports/imports.queries'
import { migrateMapping } from '@profilkort/domain/attributes/migrations/migrate-contents'
import type { MigrationPlan } from '@profilkort/domain/attributes/migrations/migration'
import type { RewriteScope, RuleRewrite } from './rewrite-rules.ts'

/** What becomes of saved mappings that fill the attribute: they go on filling it. */
export async function planMappings({ tx, workspaceId, plan }: RewriteScope): Promise<readonly RuleRewrite[]> {
  const mappings = await findMappingsOf(tx, workspaceId, plan.before.key)
  return mappings
    .filter(({ mapping }) => migrateMapping(mapping, plan).isTouched)
    .map(({ id, name }) => ({
      kind: 'ImportMapping',
      id,
      name,
      problems: [],
      save: async () => {
        const found = await lockImportMapping(tx, workspaceId, { id })
        if (found === undefined) return
        const { content: mapping } = migrateMapping(found.mapping, plan)
        await rewriteImportMapping(tx, workspaceId, { id, mapping })
      },
    }))
}

/** Imports that failed half-way may be gone on with: what is left of them fills the attribute as it is now. */
export async function rewriteFailedImports(tx: Tx, workspaceId: string, plan: MigrationPlan): Promise<void> {
  for (const { id, mapping } of await lockFailedMappings(tx, workspaceId, plan.before.key)) {
    const { content, isTouched } = migrateMapping(mapping, plan)
    if (isTouched) await updateImport(tx, workspaceId, id, { mapping: content })
  }
}
