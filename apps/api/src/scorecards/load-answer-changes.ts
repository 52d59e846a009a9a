import { type AnswerChange, listAnswerChanges } from '@profilkort/database/scorecards/answer-changes.queries'
import DataLoader from 'dataloader'
import type { Context } from '../graphql/context.ts'
import { perRequest } from '../graphql/per-request.ts'

type Changes = DataLoader<string, readonly AnswerChange[]>
const loadersOf = perRequest((_context: Context) => new Map<string, Changes>())

/** Reads what was answered on customers over time, by customer id: one read for all of a request on a scorecard. */
export function answerChangesLoader(context: Context, scorecardId: string): Changes {
  const ofRequest = loadersOf(context)
  const loader =
    ofRequest.get(scorecardId) ??
    new DataLoader(async (customerIds: readonly string[]) => {
      const all = await context.read((tx, workspaceId) =>
        listAnswerChanges(tx, workspaceId, scorecardId, customerIds),
      )
      const byCustomer = Map.groupBy(all, ({ customerId }) => customerId)
      return customerIds.map((id) => byCustomer.get(id) ?? [])
    })
  ofRequest.set(scorecardId, loader)
  return loader
}
