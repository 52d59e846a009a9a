import { randomUUIDv7 } from 'node:crypto'
import {
  deleteReferral,
  insertReferral,
  type ReferralRow,
} from '@profilkort/database/referrals/referrals.queries'
import { byHand } from '@profilkort/domain/identity/survivorship'
import { holdCustomer } from '../customers/hold-customer.ts'
import { type Context, dayOf } from '../graphql/context.ts'
import { InvalidInput, NotFound } from '../graphql/problems.ts'
import { authorise } from './referral.policy.ts'

export interface ReferralInput {
  readonly customerId: string
  readonly referredId: string
  readonly referredOn: string | null
  readonly note: string
}

const longestNote = 2000

/** Keeps that one customer sent another. */
export async function createReferral(context: Context, input: ReferralInput): Promise<ReferralRow> {
  const { customerId, referredId, note } = input
  if (note.length > longestNote)
    throw new InvalidInput([{ path: ['note'], message: `At most ${longestNote} characters.` }])
  const referral = {
    id: randomUUIDv7(),
    referredOn: input.referredOn ?? dayOf(context.now),
    note,
  }
  return context.read(async (tx, workspaceId) => {
    authorise(context.viewer, 'referral:write')
    const held = {
      customerId: await holdCustomer(tx, workspaceId, customerId),
      referredId: await holdCustomer(tx, workspaceId, referredId),
    }
    if (held.customerId === held.referredId)
      throw new InvalidInput([
        { path: ['referredId'], message: 'A customer does not refer itself. Name another.' },
      ])
    await insertReferral(tx, workspaceId, { ...referral, ...held })
    return { ...referral, ...held, source: byHand }
  })
}

export async function removeReferral(context: Context, id: string): Promise<void> {
  await context.read(async (tx, workspaceId) => {
    authorise(context.viewer, 'referral:write')
    if (!(await deleteReferral(tx, workspaceId, id))) throw new NotFound('referral', id)
  })
}
