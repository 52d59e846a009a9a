import { type AttributeRow, listAllAttributes } from '@profilkort/database/attributes/attributes.queries'
import type { Tx } from '@profilkort/database/connect'
import type { Catalogue } from '@profilkort/domain/attributes/attribute'
import type { Migration, MigrationPlan } from '@profilkort/domain/attributes/migrations/migration'
import { catalogueAfter, planMigration } from '@profilkort/domain/attributes/migrations/plan'
import type { Locale } from '@profilkort/domain/locales/locale'
import { unwrap } from '../graphql/problems.ts'
import { definitionOf } from './definition-of.ts'
import { readCatalogue } from './read-catalogue.ts'
import { planRewrites, type RuleRewrite } from './rewrite-rules.ts'

/** A migration that makes sense, with the catalogue as it is afterwards and the rules that follow it. */
export interface PlannedMigration {
  readonly plan: MigrationPlan
  readonly catalogue: Catalogue
  readonly rewrites: readonly RuleRewrite[]
}

/**
 * Decides on a migration; one that makes no sense is thrown as invalid input.
 * @param locale the language that options are written in where they become texts
 */
export async function planIn(
  tx: Tx,
  workspaceId: string,
  row: AttributeRow,
  migration: Migration,
  locale: Locale,
): Promise<PlannedMigration> {
  const all = await listAllAttributes(tx, workspaceId)
  const taken = new Set(all.map(({ key }) => key))
  const planned = unwrap(planMigration(definitionOf(row), migration, { taken, locale }))
  const catalogue = catalogueAfter(await readCatalogue(tx, workspaceId), planned)
  const rewrites = await planRewrites(tx, workspaceId, planned, catalogue)
  return { plan: planned, catalogue, rewrites }
}
