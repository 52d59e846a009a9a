import { publishScorecardRevision } from '@profilkort/database/scorecards/scorecard-publications.queries'
import { type ScorecardRow, saveScorecardRevision } from '@profilkort/database/scorecards/scorecards.queries'
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
    save: async (by, at) => {
      let next = revision
      if (!isDraftOnly) {
        next += 1
        await saveScorecardRevision(tx, workspaceId, { id, revision: next, content: scoring.content, by, at })
        const note = `${plan.before.key} → ${plan.after.key}`
        await publishScorecardRevision(tx, workspaceId, { id, revision: next, note, at, by })
      }
      if (hasDraft)
        await saveScorecardRevision(tx, workspaceId, {
          id,
          revision: next + 1,
          content: draft.content,
          by,
          at,
        })
    },
  }
}
