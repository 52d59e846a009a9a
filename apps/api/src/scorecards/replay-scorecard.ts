import { type CustomerRow, findCustomers } from '@profilkort/database/customers/customers.queries'
import { listOutcomes, loadAnswersAt, type OutcomesRow } from '@profilkort/database/scorecards/replay.queries'
import type { CustomerKind } from '@profilkort/domain/customers/customer'
import { computeFit, type PreparedScorecard, rulesOf } from '@profilkort/domain/scorecards/fit'
import { gatherReplay, knownAt, type Replayed, withRecordsUntil } from '@profilkort/domain/scorecards/replay'
import { useFor } from '../consents/uses.ts'
import { withCare } from '../customers/read-customers.ts'
import type { Context } from '../graphql/context.ts'
import { loadFacts } from '../rules/load-facts.ts'
import { withheldFrom } from './withheld-from.ts'

/** At most so many customers are judged, those whose deals were closed last. */
export const mostReplayed = 50_000
const atOnce = 1000

export interface ReplayQuestion {
  readonly scorecardId: string
  /** Both with rules as of the end of the day. */
  readonly draft: PreparedScorecard
  readonly before: PreparedScorecard | undefined
  readonly kind: CustomerKind
  /** `2026-03-01`; its end is what both judge at. */
  readonly day: string
  /** Whether values that were said later are taken for known. */
  readonly withLaterValues: boolean
}

export interface Replay {
  readonly draft: Replayed
  readonly before: Replayed | undefined
  readonly customers: number
  readonly isCut: boolean
  /** Of how many customers a value that the draft looks at was said only later. */
  readonly valuesSaidLater: number
}

/** The last millisecond of a day in UTC. */
export function endOf(day: string): number {
  return Date.parse(`${day}T00:00:00Z`) + 86_400_000 - 1
}

/** How a draft would have judged on a day the customers whose deals were closed since, and what became of them. */
export async function replayScorecard(context: Context, question: ReplayQuestion): Promise<Replay> {
  const { draft, before, kind, day } = question
  const use = await useFor(context, 'profiling')
  return withCare(
    context,
    async (scope) => {
      const listed = await context.read((tx) =>
        listOutcomes(tx, scope, day, { kind, use, limit: mostReplayed + 1 }),
      )
      const gathered = { draft: gatherReplay(draft), before: before && gatherReplay(before) }
      const rows = listed.slice(0, mostReplayed)
      let valuesSaidLater = 0
      for (let from = 0; from < rows.length; from += atOnce) {
        const judged = await judgeThen(context, question, rows.slice(from, from + atOnce))
        for (const { outcomes, draftFit, beforeFit, isSaidLater } of judged) {
          gathered.draft.add(draftFit, outcomes)
          if (beforeFit !== undefined) gathered.before?.add(beforeFit, outcomes)
          if (isSaidLater) valuesSaidLater++
        }
      }
      return {
        draft: gathered.draft.replayed(),
        before: gathered.before?.replayed(),
        customers: rows.length,
        isCut: listed.length > mostReplayed,
        valuesSaidLater,
      }
    },
    { isSpecial: true },
  )
}

/** Some customers by both scorecards, as they were known on the day. */
async function judgeThen(context: Context, question: ReplayQuestion, rows: readonly OutcomesRow[]) {
  const { draft, before, day, scorecardId, withLaterValues } = question
  const at = endOf(day)
  const ids = rows.map(({ customerId }) => customerId)
  const rules = [...rulesOf(draft), ...(before ? rulesOf(before) : [])]
  const { currency, id: workspaceId } = await context.workspace()
  // Metrics as they were: what was closed, ordered and spent until then.
  const scope = { workspaceId, currency, asOf: day }
  const { customers, facts, answers } = await context.read(async (tx) => {
    const found = await findCustomers(tx, scope, ids)
    return {
      customers: found,
      facts: await loadFacts(tx, scope, found, rules),
      answers: await loadAnswersAt(tx, workspaceId, scorecardId, ids, new Date(at)),
    }
  })
  const withheld = await withheldFrom(context, draft, customers)
  const withheldBefore = before && (await withheldFrom(context, before, customers))
  const outcomesOf = new Map(rows.map((row) => [row.customerId, row]))
  return customers.flatMap((customer) => {
    const [outcomes, now] = [outcomesOf.get(customer.id), facts.get(customer.id)]
    if (outcomes === undefined || now === undefined) return []
    const then = withLaterValues ? withRecordsUntil(now, at) : knownAt(now, customer.provenance, at)
    const own = answers.get(customer.id) ?? {}
    return [
      {
        outcomes,
        draftFit: computeFit(draft, then, own, withheld.get(customer.id)),
        beforeFit: before && computeFit(before, then, own, withheldBefore?.get(customer.id)),
        isSaidLater: isSaidLater(draft, customer, at),
      },
    ]
  })
}

/** Whether a value that a scorecard looks at is known now and was said only after an instant. */
function isSaidLater({ mentions }: PreparedScorecard, { attributes, provenance }: CustomerRow, at: number) {
  const keys = new Set([...mentions.values()].flat())
  return [...keys].some(
    (key) => Object.hasOwn(attributes, key) && (provenance[key] ?? provenance['*'] ?? { at }).at > at,
  )
}
