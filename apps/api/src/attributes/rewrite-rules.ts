import type { AttributeUser } from '@profilkort/database/attributes/changes.queries'
import {
  findAttributeUsers,
  findPinnedRevisions,
  renameSurvivorship,
} from '@profilkort/database/attributes/users.queries'
import type { Tx } from '@profilkort/database/connect'
import { findProfiles } from '@profilkort/database/profiles/profiles.queries'
import { findScorecards } from '@profilkort/database/scorecards/scorecards.queries'
import { findSegments, saveSegment } from '@profilkort/database/segments/segments.queries'
import { findTemplates, saveTemplateRevision } from '@profilkort/database/templates/templates.queries'
import type { Catalogue } from '@profilkort/domain/attributes/attribute'
import { migrateSegment, migrateTemplate } from '@profilkort/domain/attributes/migrations/migrate-contents'
import type { MigrationPlan } from '@profilkort/domain/attributes/migrations/migration'
import type { Problem } from '@profilkort/domain/result'
import { planMappings } from './rewrite-mappings.ts'
import { planProfile } from './rewrite-profile.ts'
import { planScorecard } from './rewrite-scorecard.ts'

/** Something whose rules a migration rewrites. */
export interface RuleRewrite extends AttributeUser {
  /** Tests that have no equal afterwards, each with its place: while there is one, nothing is migrated. */
  readonly problems: readonly Problem[]
  /** Saves the next revision. @param by who migrates */
  readonly save: (by: string, now: Date) => Promise<void>
}

/**
 * Says what becomes of all rules that speak of the attribute, by kind and name, and of mappings of imports.
 * @param catalogue as it is after the migration
 */
export async function planRewrites(
  tx: Tx,
  workspaceId: string,
  plan: MigrationPlan,
  catalogue: Catalogue,
): Promise<readonly RuleRewrite[]> {
  const users = await findAttributeUsers(tx, workspaceId, plan.before.key)
  const idsOf = (kind: AttributeUser['kind']) =>
    users.flatMap((user) => (user.kind === kind ? [user.id] : []))
  const scope: RewriteScope = { tx, workspaceId, plan, catalogue }
  const profiles = await findProfiles(tx, workspaceId, idsOf('Profile'))
  const pinned = await findPinnedRevisions(tx, workspaceId, idsOf('Profile'))
  const profileRewrites: RuleRewrite[] = []
  for (const row of profiles) profileRewrites.push(await planProfile(scope, row, pinned.get(row.id) ?? []))
  const rewrites = [
    ...(await planSegments(scope, idsOf('Segment'))),
    ...(await findIfAny(idsOf('Scorecard'), (ids) => findScorecards(tx, workspaceId, ids))).map((row) =>
      planScorecard(scope, row),
    ),
    ...profileRewrites,
    ...(await planTemplates(scope, idsOf('Template'))),
    ...planSurvivorship(scope, idsOf('Survivorship')),
  ]
  const place = (of: AttributeUser) => users.findIndex(({ kind, id }) => kind === of.kind && id === of.id)
  return [...rewrites.toSorted((a, b) => place(a) - place(b)), ...(await planMappings(scope))]
}

/** What the rewrites of one migration share. */
export interface RewriteScope {
  readonly tx: Tx
  readonly workspaceId: string
  readonly plan: MigrationPlan
  readonly catalogue: Catalogue
}

async function findIfAny<Row>(
  ids: readonly string[],
  find: (ids: readonly string[]) => Promise<readonly Row[]>,
): Promise<readonly Row[]> {
  return ids.length === 0 ? [] : find(ids)
}

async function planSegments(
  { tx, workspaceId, plan, catalogue }: RewriteScope,
  ids: readonly string[],
): Promise<readonly RuleRewrite[]> {
  const segments = await findSegments(tx, workspaceId, ids)
  return segments.map((segment) => {
    const { content: rule, problems } = migrateSegment(segment.rule, plan, catalogue)
    return {
      kind: 'Segment',
      id: segment.id,
      name: segment.slug,
      problems,
      save: (by: string, at: Date) =>
        saveSegment(tx, workspaceId, { ...segment, rule, revision: segment.revision + 1, at, by }),
    }
  })
}

async function planTemplates(
  { tx, workspaceId, plan }: RewriteScope,
  keys: readonly string[],
): Promise<readonly RuleRewrite[]> {
  const templates = await findTemplates(tx, workspaceId, keys)
  return templates.flatMap(({ key, revision, content: before }): RuleRewrite[] => {
    const { content, isTouched, problems } = migrateTemplate(before, plan)
    if (!isTouched) return []
    const save = (by: string) => saveTemplateRevision(tx, workspaceId, revision + 1, content, by)
    return [{ kind: 'Template', id: key, name: key, problems, save }]
  })
}

function planSurvivorship(
  { tx, workspaceId, plan: { before, after } }: RewriteScope,
  keys: readonly string[],
): readonly RuleRewrite[] {
  if (before.key === after.key) return []
  return keys.map((key) => ({
    kind: 'Survivorship',
    id: key,
    name: key,
    problems: [],
    save: () => renameSurvivorship(tx, workspaceId, key, after.key),
  }))
}
