import { checkCurrency, checkText, isAmount, largestAmount } from '../check.ts'
import { okUnless, type Problem, type Result } from '../result.ts'
import { channelKey } from './channel.ts'

/** What money was spent for: winning customers, or serving those that are there. */
export const costPurposes = ['acquisition', 'service'] as const
export type CostPurpose = (typeof costPurposes)[number]

/** What was spent on one customer on a day. */
export interface Cost {
  readonly purpose: CostPurpose
  /** A day, `2026-11-23`. */
  readonly spentOn: string
  /** With hours, hours times the rate, to the øre. */
  readonly amount: number
  readonly currency: string
  readonly hours: number | null
  readonly hourlyRate: number | null
  readonly what: string
  readonly who: string | null
}

/** The cost of hours, or the problems of a cost that cannot be. */
export function checkCost(draft: Omit<Cost, 'amount'> & { readonly amount: number | null }): Result<Cost> {
  const { hours, hourlyRate, currency, what, who } = draft
  const worked = hours === null || hourlyRate === null ? null : toMinorUnit(hours * hourlyRate)
  const amount = worked ?? draft.amount
  const problems: Problem[] = [
    ...checkCurrency(currency),
    ...checkText('what', what, 500),
    ...checkText('who', who ?? '', 200),
  ]
  if (amount === null)
    problems.push({ path: ['amount'], message: 'Say the amount, or the hours and the hourly rate.' })
  else if (!isAmount(amount))
    problems.push({ path: ['amount'], message: `The amount is at most ${largestAmount}.` })
  if (worked !== null && draft.amount !== null && draft.amount !== worked)
    problems.push({ path: ['amount'], message: `Hours times the rate are ${worked}; leave the amount out.` })
  if ((hours === null) !== (hourlyRate === null))
    problems.push({ path: ['hours'], message: 'Hours and the hourly rate are told together.' })
  if ((hours ?? 0) < 0 || (hourlyRate ?? 0) < 0)
    problems.push({ path: ['hours'], message: 'Hours and the hourly rate are 0 or more.' })
  return okUnless(problems, { ...draft, amount: amount ?? 0 })
}

/** What a month cost in a channel, to be spread. */
export interface ChannelCost {
  readonly purpose: CostPurpose
  /** As `channelKey` folds it; empty for all channels. */
  readonly channel: string
  /** Its first day, `2026-11-01`. */
  readonly month: string
  /** 0 or more, to the øre, so that it can be spread without a rest. */
  readonly amount: number
  readonly currency: string
  readonly note: string
}

export function checkChannelCost(draft: ChannelCost): Result<ChannelCost> {
  const { channel, amount, currency, note } = draft
  const problems: Problem[] = [
    ...checkCurrency(currency),
    ...checkText('channel', channel, 100),
    ...checkText('note', note, 500),
  ]
  if (!isAmount(amount) || amount < 0 || amount !== toMinorUnit(amount)) {
    const message = `The amount is 0 to ${largestAmount}, with at most two decimals.`
    problems.push({ path: ['amount'], message })
  }
  return okUnless(problems, {
    ...draft,
    channel: channelKey(channel),
    month: `${draft.month.slice(0, 7)}-01`,
  })
}

/** To the øre. */
export function toMinorUnit(amount: number): number {
  return Math.round(Number((amount * 100).toPrecision(15))) / 100
}
