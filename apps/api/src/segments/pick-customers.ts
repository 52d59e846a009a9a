import { holdIdentity } from '@profilkort/database/identity/neighbours.queries'
import {
  type Chosen,
  findUnknown,
  pickCustomers,
  unpickCustomers,
} from '@profilkort/database/segments/picks.queries'
import { lower } from '@profilkort/domain/rules/lower'
import type { Rule } from '@profilkort/domain/rules/rule'
import { useFor } from '../consents/uses.ts'
import { type Context, insider, metricScope } from '../graphql/context.ts'
import { encodeGlobalId } from '../graphql/global-id.ts'
import { InvalidInput } from '../graphql/problems.ts'
import { catalogueFor } from '../rules/catalogue-for.ts'
import { refuseSpecial } from '../rules/refuse-special.ts'
import { lockAny } from './lock-segment.ts'

/** Which customers somebody chose; ids are those of the database. */
export type Choice =
  | Exclude<Chosen, { readonly kind: 'rule' }>
  | { readonly kind: 'rule'; readonly rule: Rule }

export interface Picked {
  /** How many were put on the list or taken off it. */
  readonly changed: number
  /** What of the names that were given there is nobody of. */
  readonly unknown: readonly string[]
}

const mostNamed = 10_000

/** Puts customers on a static segment's list, or takes them off it. */
export async function changeList(
  context: Context,
  segmentId: string,
  change: 'pick' | 'unpick',
  choice: Choice,
): Promise<Picked> {
  if ('ids' in choice && choice.ids.length > mostNamed)
    throw wrong(`At most ${mostNamed} customers at once; these are ${choice.ids.length}.`)
  const chosen = await chosenOf(context, choice)
  const scope = await metricScope(context)
  return context.read(async (tx, workspaceId) => {
    await holdIdentity(tx, workspaceId)
    const { kind, id, revision } = await lockAny(tx, workspaceId, segmentId)
    if (kind !== 'static')
      throw wrong('Who is in this segment follows from its rule. Change the rule, or make a static segment.')
    const into = { id, revision, at: context.now, by: insider(context.viewer).actor }
    const unknown = await findUnknown(tx, workspaceId, chosen)
    const named =
      choice.kind === 'customers' ? unknown.map((each) => encodeGlobalId('Customer', each)) : unknown
    const work = change === 'pick' ? pickCustomers : unpickCustomers
    return { changed: await work(tx, scope, into, chosen), unknown: named }
  })
}

async function chosenOf(context: Context, choice: Choice): Promise<Chosen> {
  if (choice.kind !== 'rule') return choice
  const catalogue = await catalogueFor(context, [choice.rule])
  await refuseSpecial(context, choice.rule, catalogue, ['customers', 'where'])
  const rule = lower(choice.rule, context.now.getTime(), catalogue.records)
  return { kind: 'rule', rule, use: await useFor(context, 'profiling') }
}

function wrong(message: string): InvalidInput {
  return new InvalidInput([{ path: ['customers'], message }])
}
