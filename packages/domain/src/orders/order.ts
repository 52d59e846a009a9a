import { checkCurrency, checkText, isAmount, largestAmount } from '../check.ts'
import { channelKey } from '../costs/channel.ts'
import { okUnless, type Problem, type Result } from '../result.ts'

/** A line of an order; of a credit note the amounts are negative. */
export interface OrderLine {
  readonly productKey: string | null
  readonly description: string | null
  readonly quantity: number | null
  /** Without value-added tax. */
  readonly netAmount: number
  /** What the goods cost the seller; null where it is not known. */
  readonly costOfGoods: number | null
}

/** What a customer was invoiced for on a day. */
export interface Order {
  readonly customerId: string | null
  /** A day, `2026-11-23`. */
  readonly orderedOn: string
  /** What the customer came through, as `channelKey` folds it. */
  readonly channel: string | null
  readonly campaign: string | null
  readonly currency: string
  readonly lines: readonly OrderLine[]
}

const mostLines = 200

export function checkOrder(draft: Order): Result<Order> {
  const { currency, channel, campaign, lines } = draft
  const problems: Problem[] = [
    ...checkCurrency(currency),
    ...checkText('channel', channel ?? '', 100),
    ...checkText('campaign', campaign ?? '', 200),
    ...lines.flatMap(({ description, ...amounts }, index) => [
      ...checkText('description', description ?? '', 500).map((problem) => within(index, problem)),
      ...Object.entries(amounts).flatMap(([field, amount]) =>
        typeof amount !== 'number' || isAmount(amount)
          ? []
          : [within(index, { path: [field], message: `Write a number of at most ${largestAmount}.` })],
      ),
    ]),
  ]
  if (lines.length === 0 || lines.length > mostLines)
    problems.push({
      path: ['lines'],
      message: `An order has 1 to ${mostLines} lines; this has ${lines.length}.`,
    })
  return okUnless(problems, { ...draft, channel: channelKey(channel ?? '') || null })
}

function within(line: number, { path, message }: Problem): Problem {
  return { path: ['lines', line, ...path], message }
}
