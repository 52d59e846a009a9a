import { randomUUID } from 'node:crypto'
import type { Tx } from '@profilkort/database/connect'
import {
  type ChangeKind,
  insertChange,
  lockChange,
  undoChange,
} from '@profilkort/database/identity/changes.queries'
import { findDecisions } from '@profilkort/database/identity/decisions.queries'
import { lockIdentity } from '@profilkort/database/identity/neighbours.queries'
import {
  type DecisionChange,
  planDismiss,
  planJoin,
  planPart,
  planUndo,
} from '@profilkort/domain/identity/changes'
import { failed, ok, type Result } from '@profilkort/domain/result'
import { type Context, insider, metricScope, takenBack } from '../graphql/context.ts'
import { NotFound, unwrap } from '../graphql/problems.ts'
import { authorise } from './identity.policy.ts'
import { type IdentityOutcome, readOutcome } from './identity-outcome.ts'
import { findJoined } from './joined-customers.ts'
import { settleIdentity } from './settle-identity.ts'

/** What a caller asks for besides the customers. */
export interface Asked {
  readonly reason: string
  /** Do everything, answer what it comes to, and take it back. */
  readonly dryRun: boolean
}

const longestReason = 500

/** Makes customers one: what their records say is unified, and what was told of them is of that one. */
export function joinCustomers(
  context: Context,
  ids: readonly string[],
  asked: Asked,
): Promise<IdentityOutcome> {
  return decide(context, 'join', asked, async (tx, workspaceId) => {
    const customers = await findJoined(tx, workspaceId, ids)
    const records = customers.flatMap((each) => each.records)
    return { records, plan: planJoin(customers, await findDecisions(tx, workspaceId, records)) }
  })
}

/** Makes some of a customer's records another customer. */
export function partCustomer(
  context: Context,
  id: string,
  chosen: readonly string[],
  asked: Asked,
): Promise<IdentityOutcome> {
  return decide(context, 'part', asked, async (tx, workspaceId) => {
    const [customer] = await findJoined(tx, workspaceId, [id])
    if (customer === undefined) throw new NotFound('customer', id)
    const { records } = customer
    return { records, plan: planPart(customer, chosen, await findDecisions(tx, workspaceId, records)) }
  })
}

/** Says that two customers are two, so that they are not proposed as one again. */
export function dismissDuplicate(
  context: Context,
  ids: readonly [string, string],
  reason: string,
): Promise<IdentityOutcome> {
  return decide(context, 'dismiss', { reason, dryRun: false }, async (tx, workspaceId) => {
    const [one, other = one] = await findJoined(tx, workspaceId, ids)
    if (one === undefined || other === undefined) throw new NotFound('customer', ids[0])
    const records = [...one.records, ...other.records]
    return { records, plan: planDismiss(one, other, await findDecisions(tx, workspaceId, records)) }
  })
}

interface Planned {
  /** The records it is about. */
  readonly records: readonly string[]
  readonly plan: Result<readonly DecisionChange[]>
}

async function decide(
  context: Context,
  kind: ChangeKind,
  { reason, dryRun }: Asked,
  plan: (tx: Tx, workspaceId: string) => Promise<Planned>,
): Promise<IdentityOutcome> {
  const said = unwrap(parseReason(reason))
  const { actor } = insider(context.viewer)
  const scope = await metricScope(context)
  return takenBack(context, dryRun, async (tx, workspaceId) => {
    await lockIdentity(tx, workspaceId)
    authorise(context.viewer, 'customer:join')
    const planned = await plan(tx, workspaceId)
    const decisions = unwrap(planned.plan)
    const id = randomUUID()
    const change = { id, kind, decisions, reason: said, changedBy: actor, changedAt: context.now }
    await insertChange(tx, workspaceId, change)
    const settled = await settleIdentity(tx, workspaceId, planned.records, context.now)
    return readOutcome(tx, scope, { ...change, undoneBy: null, undoneAt: null }, planned.records, settled)
  })
}

/** Takes a join or parting back: everything is in its place again, scores included. */
export async function undoIdentityChange(
  context: Context,
  id: string,
  dryRun: boolean,
): Promise<IdentityOutcome> {
  const scope = await metricScope(context)
  return takenBack(context, dryRun, async (tx, workspaceId) => {
    await lockIdentity(tx, workspaceId)
    authorise(context.viewer, 'customer:join')
    const change = await lockChange(tx, workspaceId, id)
    if (change === undefined) throw new NotFound('change', id)
    unwrap(change.undoneAt === null ? ok(id) : failed({ path: ['id'], message: 'This was undone already.' }))
    const records = [...new Set(change.decisions.flatMap(({ a, b }) => [a, b]))]
    const decisions = unwrap(planUndo(change.decisions, await findDecisions(tx, workspaceId, records)))
    const by = { undoneBy: insider(context.viewer).actor, undoneAt: context.now }
    await undoChange(tx, workspaceId, id, decisions, by)
    const settled = await settleIdentity(tx, workspaceId, records, context.now)
    return readOutcome(tx, scope, { ...change, ...by }, records, settled)
  })
}

function parseReason(reason: string): Result<string> {
  const said = reason.trim()
  if (said.length <= longestReason) return ok(said)
  return failed({
    path: ['reason'],
    message: `The reason has ${said.length} characters; shorten it to ${longestReason}.`,
  })
}
