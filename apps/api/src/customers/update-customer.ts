import { lockIdentity } from '@profilkort/database/identity/neighbours.queries'
import { findRecords, findRecordsById } from '@profilkort/database/identity/records.queries'
import type { CustomerStage } from '@profilkort/domain/customers/customer'
import { checkName, checkWrittenValues, type WrittenValue } from '@profilkort/domain/customers/customer-input'
import { byHand } from '@profilkort/domain/identity/survivorship'
import type { Context } from '../graphql/context.ts'
import { NotFound, RevisionConflict, unwrap } from '../graphql/problems.ts'
import { takeRecords } from '../identity/take-records.ts'
import { authorise } from './customer.policy.ts'
import { customerOf } from './customer-of.ts'
import { findCompanyRecord } from './find-company-record.ts'

/** What is written on a customer by hand; what is not given stays. */
export interface CustomerChange {
  readonly name?: string | undefined
  readonly stage?: CustomerStage | undefined
  readonly companyId?: string | undefined
  readonly attributes: readonly WrittenValue[]
}

/**
 * Writes on a customer by hand. It is a record of its own, which no source overwrites, attached to the customer's first
 * one; the revision the caller has seen is that record's, 0 before there is one. @returns the customer's id
 */
export async function updateCustomer(
  context: Context,
  id: string,
  expectedRevision: number,
  change: CustomerChange,
): Promise<string> {
  const { attributes } = await context.catalogue()
  const companyRecordId = await findCompanyRecord(context, change.companyId)
  return context.read(async (tx, workspaceId) => {
    await lockIdentity(tx, workspaceId)
    authorise(context.viewer, 'customer:write')
    const [named] = await findRecordsById(tx, workspaceId, [id])
    if (named === undefined) throw new NotFound('customer', id)
    const { customerId, kind } = named
    const scope = { source: byHand, kind }
    const written = (await findRecords(tx, workspaceId, scope, [`on ${customerId}`])).get(`on ${customerId}`)
    const revision = written?.revision ?? 0
    if (revision !== expectedRevision) throw new RevisionConflict(expectedRevision, revision)
    const { values, takenBack } = unwrap(checkWrittenValues(kind, change.attributes, attributes))
    const kept = Object.entries(written?.values ?? {}).filter(([key]) => !takenBack.includes(key))
    const record = {
      externalId: `on ${customerId}`,
      attachedTo: customerId,
      isWhole: true,
      name: change.name === undefined ? (written?.name ?? undefined) : unwrap(checkName(change.name)),
      stage: change.stage ?? written?.stage ?? undefined,
      companyRecordId: companyRecordId ?? written?.companyRecordId ?? undefined,
      values: { ...Object.fromEntries(kept), ...values },
    }
    const [taken] = await takeRecords(tx, workspaceId, scope, [{ ...record, data: record }], context.now)
    return customerOf(taken)
  })
}
