import {
  publishScorecardRevision,
  type ScorecardRow,
  saveScorecardRevision,
} from '@profilkort/database/scorecards/scorecards.queries'
import { migrateScorecard } from '@profilkort/domain/attributes/migrations/migrate-contents'
import type { RewriteScope, RuleRewrite } from './rewrite-rules.ts'

/**
 * What becomes of a scorecard: the revision that scores is saved anew and goes on scoring, and so is a newer draft,
 * which stays one.
 */
export function planScorecard(
  { tx, workspaceId, plan, catalogue }: RewriteScope,
  { id, slug, revision, content, published }: ScorecardRow,
): RuleRewrite {
  const draft = migrateScorecard(content, plan, catalogue)
  const scoring = published && migrateScorecard(published.content, plan, catalogue)
  const isDraftOnly = published === undefined || !scoring?.isTouched
  const hasDraft = published?.revision !== revision
  return {
    kind: 'Scorecard',
    id,
    name: slug,
    problems: [...draft.problems, ...(hasDraft ? (scoring?.problems ?? []) : [])],
    save: async (by) => {
      let next = revision
      if (!isDraftOnly) {
        next += 1
        await saveScorecardRevision(tx, workspaceId, id, next, scoring.content, by)
        await publishScorecardRevision(tx, workspaceId, id, next, published.at)
      }
      if (hasDraft) await saveScorecardRevision(tx, workspaceId, id, next + 1, draft.content, by)
    },
  }
}
