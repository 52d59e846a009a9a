import {
  type AttributeRow,
  holdAttributes,
  listAttributes,
  lockAttributes,
} from '@profilkort/database/attributes/attributes.queries'
import type { Tx } from '@profilkort/database/connect'
import { findSpecialDecision } from '@profilkort/database/consents/special-categories.queries'
import { readVocabulary } from '@profilkort/database/rules/vocabulary.queries'
import type { Catalogue } from '@profilkort/domain/attributes/attribute'
import { metrics } from '@profilkort/domain/insight/metrics'

const metricsByKey = new Map(metrics.map((metric) => [metric.key, metric]))

/** The catalogue of a workspace, with the revision that each attribute is of. */
export interface WorkspaceCatalogue extends Catalogue {
  readonly attributes: ReadonlyMap<string, AttributeRow>
}

/** Everything that rules of a workspace may speak of. */
export async function readCatalogue(tx: Tx, workspaceId: string): Promise<WorkspaceCatalogue> {
  const attributes = await listAttributes(tx, workspaceId)
  const special = await findSpecialDecision(tx, workspaceId)
  const records = await readVocabulary(tx, workspaceId)
  return {
    attributes: byKey(attributes),
    metrics: metricsByKey,
    usesSpecialCategories: typeof special?.ground === 'string',
    records,
  }
}

/**
 * The same, staying so until the transaction ends: for who writes rules, so that no attribute is archived or migrated
 * between the check and the write. To be asked for before anything is locked.
 */
export async function holdCatalogue(tx: Tx, workspaceId: string): Promise<WorkspaceCatalogue> {
  await holdAttributes(tx, workspaceId)
  return readCatalogue(tx, workspaceId)
}

/**
 * The attributes alone, staying so until the transaction ends: for who writes values. To be asked for before anything is
 * locked.
 */
export async function holdAttributesOf(
  tx: Tx,
  workspaceId: string,
): Promise<WorkspaceCatalogue['attributes']> {
  await holdAttributes(tx, workspaceId)
  return byKey(await listAttributes(tx, workspaceId))
}

/** The same, and nobody else writes rules meanwhile: for who changes what other rules stand for. */
export async function lockCatalogue(tx: Tx, workspaceId: string): Promise<Catalogue> {
  await lockAttributes(tx, workspaceId)
  return readCatalogue(tx, workspaceId)
}

function byKey(attributes: readonly AttributeRow[]): WorkspaceCatalogue['attributes'] {
  return new Map(attributes.map((each) => [each.key, each]))
}
