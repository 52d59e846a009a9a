import { acrossWorkspaces, type Database, inWorkspace, type Tx } from '@profilkort/database/connect'
import { listPurposes } from '@profilkort/database/consents/purposes.queries'
import {
  type CustomerRow,
  eachCustomer,
  findCustomers,
} from '@profilkort/database/customers/customers.queries'
import { nowSeen } from '@profilkort/database/customers/unseen'
import { loadAnswers } from '@profilkort/database/scorecards/answers.queries'
import {
  findScorecards,
  listScorecards,
  type ScorecardRow,
} from '@profilkort/database/scorecards/scorecards.queries'
import {
  dropFits,
  type FitToKeep,
  findScoring,
  holdForScoring,
  listAnsweredSince,
  listChanged,
  listUsable,
  listWithoutCustomer,
  type Scoring,
  saveFits,
  saveScoring,
  surveyFits,
} from '@profilkort/database/scorecards/scoring.queries'
import { findWorkspace, listWorkspaceIds } from '@profilkort/database/workspaces/workspaces.queries'
import type { Catalogue } from '@profilkort/domain/attributes/attribute'
import { specialAmong } from '@profilkort/domain/consents/special-rules'
import { sensitiveOf, withheldOf } from '@profilkort/domain/consents/withheld'
import { looksAround } from '@profilkort/domain/rules/looks-around'
import {
  computeFit,
  type PreparedScorecard,
  prepareScorecard,
  rulesOf,
} from '@profilkort/domain/scorecards/fit'
import type { FitCause } from '@profilkort/domain/scorecards/fit-change'
import { readCatalogue } from '../attributes/read-catalogue.ts'
import { dayOf } from '../graphql/context.ts'
import { loadFacts } from '../rules/load-facts.ts'
import { allEveryMs, aroundEveryMs, mostChanged, oneByOne, patienceMs } from '../worker/keeping.ts'
import { rulesWritten } from './rules-written.ts'

const atOnce = 1000
/** So many are scored before others have a turn: some milliseconds. */
const inOneGo = 250

/** Brings the fits of all published scorecards of all workspaces up to date, one after the other. */
export async function keepAllFits(db: Database, now: Date, signal?: AbortSignal): Promise<void> {
  await oneByOne(await acrossWorkspaces(db, listWorkspaceIds), (workspaceId) =>
    keepFits(db, workspaceId, now, signal),
  )
}

export async function keepFits(
  db: Database,
  workspaceId: string,
  now: Date,
  signal?: AbortSignal,
): Promise<void> {
  const scorecards = await inWorkspace(db, workspaceId, (tx) => listScorecards(tx, workspaceId, false))
  await oneByOne(scorecards, async ({ id }) => {
    if (signal?.aborted) return
    const isNew = await inWorkspace(db, workspaceId, (tx) => keepFitsBy(tx, workspaceId, id, now))
    if (isNew) await surveyFits(db)
  })
}

/**
 * All of it or nothing is done in the transaction: readers see the fits by one revision or by the next, never both, and
 * what is broken off is done again by the next.
 * @returns whether another revision than before scores now
 */
async function keepFitsBy(tx: Tx, workspaceId: string, id: string, now: Date): Promise<boolean> {
  if (!(await holdForScoring(tx, workspaceId, id))) return false
  const [scorecard] = await findScorecards(tx, workspaceId, [id])
  if (scorecard?.published === undefined || scorecard.archivedAt !== null) return false
  // What is committed after this is seen as a change the next time, even if it is in what is read below.
  const seen = await nowSeen(tx)
  const found = await findScoring(tx, workspaceId, id)
  const whom = await whomToScore(tx, workspaceId, scorecard, found, now)
  if (whom !== 'all' && whom.length === 0) return false
  const scorer = await openScorer(tx, workspaceId, scorecard, found, now)
  if (whom === 'all') await scorer.scoreAll()
  else await scorer.scoreSome(whom)
  await saveScoring(tx, workspaceId, id, {
    revision: scorecard.published.revision,
    scoredAt: now,
    allScoredAt: whom === 'all' ? now : (found?.allScoredAt ?? now),
    ...seen,
  })
  return found?.revision !== scorecard.published.revision
}

async function whomToScore(
  tx: Tx,
  workspaceId: string,
  { published }: ScorecardRow,
  found: Scoring | undefined,
  now: Date,
): Promise<'all' | readonly string[]> {
  if (found === undefined || published?.revision !== found.revision) return 'all'
  const every = rulesWritten(published.content).some(looksAround) ? aroundEveryMs : allEveryMs
  const isDue =
    now.getTime() - found.allScoredAt.getTime() >= every || dayOf(now) !== dayOf(found.allScoredAt)
  const isLost = now.getTime() - found.scoredAt.getTime() > patienceMs
  if (isDue || isLost) return 'all'
  const changed = await listChanged(tx, workspaceId, found, mostChanged)
  return changed === undefined || changed.length > mostChanged ? 'all' : changed
}

/** What scores the customers of a workspace by a published scorecard, and keeps their fits. */
async function openScorer(
  tx: Tx,
  workspaceId: string,
  { id, published }: ScorecardRow,
  found: Scoring | undefined,
  now: Date,
) {
  if (published === undefined) throw new Error('Only a published scorecard scores')
  const [workspace, purposes] = [await findWorkspace(tx, workspaceId), await listPurposes(tx, workspaceId)]
  const catalogue = await readCatalogue(tx, workspaceId)
  const prepared = prepareScorecard(published.content, now.getTime(), catalogue.records)
  const groundOf = (purpose: string) => purposes.find(({ key }) => key === purpose)?.ground ?? 'consent'
  const use = { purpose: 'profiling', ground: groundOf('profiling'), now }
  const scope = { workspaceId, currency: workspace?.currency ?? 'NOK', asOf: dayOf(now) }
  const isPublished = found?.revision !== published.revision
  const by = { scorecardId: id, revision: published.revision, at: now, isTold: found !== undefined }

  async function score(customers: readonly CustomerRow[], causeOf: CauseOf): Promise<void> {
    for (let from = 0; from < customers.length; from += inOneGo) {
      await scoreFew(customers.slice(from, from + inOneGo), causeOf)
    }
  }

  async function scoreFew(customers: readonly CustomerRow[], causeOf: CauseOf): Promise<void> {
    const ids = customers.map((customer) => customer.id)
    const facts = await loadFacts(tx, scope, customers, rulesOf(prepared))
    const answers = await loadAnswers(tx, workspaceId, id, ids)
    const withheld = await withheldAmong(customers)
    const fits = customers.flatMap((customer): FitToKeep[] => {
      const known = facts.get(customer.id)
      if (known === undefined) return []
      const own = answers.get(customer.id) ?? {}
      const fit = computeFit(prepared, known, own, withheld(customer))
      const disqualifiedBy = fit.disqualifiedBy.map(({ key }) => key)
      return [
        {
          customerId: customer.id,
          kind: customer.kind,
          figures: fit,
          disqualifiedBy,
          ...causeOf(customer.id),
        },
      ]
    })
    await saveFits(tx, workspaceId, by, fits)
  }

  /** What may not be used of a customer: see `withheldFrom`. */
  async function withheldAmong(customers: readonly CustomerRow[]) {
    const special = specialOf(prepared, catalogue)
    if (special.size === 0) return () => undefined
    if (!catalogue.usesSpecialCategories) return () => special
    const consented = { purpose: 'specialCategories', ground: 'consent', now } as const
    const ids = customers.map((customer) => customer.id)
    const allowed = await listUsable(tx, workspaceId, ids, consented)
    const sensitive = sensitiveOf(catalogue.attributes.values())
    return ({ id: own, kind }: CustomerRow) => {
      if (kind === 'person' && allowed.has(own)) return undefined
      return special.intersection(withheldOf(kind, sensitive, []))
    }
  }

  return {
    scoreAll: async (): Promise<void> => {
      // Those who changed and those whom only time has passed for are told apart as long as both are known.
      const changed = found && !isPublished ? await listChanged(tx, workspaceId, found, mostChanged) : []
      const isChanged = new Set(changed)
      const cause: FitCause = isPublished ? 'published' : 'timePassed'
      for await (const customers of eachCustomer(tx, scope, { use })) {
        await score(customers, (customerId) => ({
          cause: isChanged.has(customerId) ? 'customerChanged' : cause,
          by: null,
        }))
      }
      await dropFits(tx, workspaceId, by, await listWithoutCustomer(tx, workspaceId, id, use))
    },
    scoreSome: async (changed: readonly string[]): Promise<void> => {
      for (let from = 0; from < changed.length; from += atOnce) {
        const ids = changed.slice(from, from + atOnce)
        const usable = await listUsable(tx, workspaceId, ids, use)
        const customers = await findCustomers(tx, scope, [...usable])
        const answered = await listAnsweredSince(tx, workspaceId, id, ids, found?.scoredAt ?? now)
        await score(customers, (customerId) => {
          const seller = answered.get(customerId)
          return seller === undefined
            ? { cause: 'customerChanged', by: null }
            : { cause: 'answered', by: seller }
        })
        const there = new Set(customers.map((customer) => customer.id))
        const gone = ids.filter((customerId) => !there.has(customerId))
        await dropFits(tx, workspaceId, by, gone)
      }
    },
  }
}

type CauseOf = (customerId: string) => Pick<FitToKeep, 'cause' | 'by'>

function specialOf({ mentions }: PreparedScorecard, catalogue: Catalogue): ReadonlySet<string> {
  return new Set(specialAmong([...new Set([...mentions.values()].flat())], catalogue))
}
