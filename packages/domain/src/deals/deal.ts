import { checkCurrency, checkText, isAmount, largestAmount } from '../check.ts'
import { channelKey } from '../costs/channel.ts'
import { okUnless, type Problem, type Result } from '../result.ts'

export const dealStatuses = ['open', 'won', 'lost'] as const
export type DealStatus = (typeof dealStatuses)[number]

/** A possible sale. Days as `2026-11-23`. */
export interface Deal {
  readonly customerId: string | null
  readonly productKey: string | null
  readonly owner: string | null
  /** By the seller's own name for it; `status` is what it means. */
  readonly stage: string
  readonly status: DealStatus
  readonly openedOn: string | null
  readonly closedOn: string | null
  readonly expectedCloseOn: string | null
  /** What was won or is hoped for. */
  readonly value: number | null
  readonly currency: string
  readonly lostReason: string | null
  /** What the customer came through, as `channelKey` folds it. */
  readonly channel: string | null
  readonly campaign: string | null
}

/** A stage that a deal was in. */
export interface StageEntry {
  readonly stage: string
  readonly status: DealStatus
  /** The day it entered it; null where nobody told. */
  readonly from: string | null
}

/** The deal as it is kept: a closed one has its day, an open one none and no reason of loss. */
export function checkDeal(draft: Deal, today: string): Result<Deal> {
  const { stage, status, openedOn, closedOn, value, currency, owner, lostReason, channel, campaign } = draft
  const closes = status === 'open' ? null : (closedOn ?? today)
  const problems: Problem[] = [
    ...checkCurrency(currency),
    ...checkText('stage', stage, 100),
    ...checkText('owner', owner ?? '', 200),
    ...checkText('lostReason', lostReason ?? '', 500),
    ...checkText('channel', channel ?? '', 100),
    ...checkText('campaign', campaign ?? '', 200),
  ]
  if (stage.trim() === '') problems.push({ path: ['stage'], message: 'Say which stage the deal is in.' })
  if (value !== null && (!isAmount(value) || value < 0)) {
    const message = `The value is 0 to ${largestAmount}; leave it out where it is not known.`
    problems.push({ path: ['value'], message })
  }
  if (openedOn !== null && closes !== null && closes < openedOn) {
    const message = `A deal opened on ${openedOn} cannot have closed on ${closes}.`
    problems.push({ path: ['closedOn'], message })
  }
  return okUnless(problems, {
    ...draft,
    closedOn: closes,
    lostReason: status === 'lost' ? lostReason : null,
    channel: channelKey(channel ?? '') || null,
  })
}

/** The history of a deal that is in a stage now; the same stage again adds nothing. */
export function enterStage(
  history: readonly StageEntry[],
  { stage, status, closedOn }: Pick<Deal, 'stage' | 'status' | 'closedOn'>,
  today: string,
): readonly StageEntry[] {
  const last = history.at(-1)
  if (last?.stage === stage && last.status === status) return history
  return [...history, { stage, status, from: closedOn ?? today }]
}
