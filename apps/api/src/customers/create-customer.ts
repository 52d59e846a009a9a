import { randomUUIDv7 } from 'node:crypto'
import type { CustomerRow } from '@profilkort/database/customers/customers.queries'
import { sensitiveOf, withheldOf } from '@profilkort/domain/consents/withheld'
import type { CustomerKind, CustomerStage } from '@profilkort/domain/customers/customer'
import { checkName, checkWrittenValues, type WrittenValue } from '@profilkort/domain/customers/customer-input'
import { deriveCustomer } from '@profilkort/domain/identity/derive-customer'
import { byHand } from '@profilkort/domain/identity/survivorship'
import { noRecords } from '@profilkort/domain/insight/metrics'
import { holdAttributesOf, type WorkspaceCatalogue } from '../attributes/read-catalogue.ts'
import { type Context, insider } from '../graphql/context.ts'
import { unwrap } from '../graphql/problems.ts'
import { type IncomingRecord, takeRecords, toRecord } from '../identity/take-records.ts'
import { createTogether } from './create-together.ts'
import { authorise } from './customer.policy.ts'
import { customerOf } from './customer-of.ts'
import { findCompanyRecord } from './find-company-record.ts'

export interface NewCustomer {
  readonly kind: CustomerKind
  readonly name: string
  readonly stage?: CustomerStage | undefined
  /** Of a contact: the company it belongs to. */
  readonly companyId?: string | undefined
  readonly attributes: readonly WrittenValue[]
  /** What the caller knows it by: the same again is the same customer. */
  readonly externalId?: string | undefined
  /** Who says so: a system's name; people here when not given. */
  readonly source?: string | undefined
}

/**
 * Creates a customer, or finds the one that its identifiers or the caller's own id for it are of.
 * @returns the customer when it is new, else the id of the one it is
 */
export async function createNew(context: Context, input: NewCustomer): Promise<CustomerRow | string> {
  authorise(context.viewer, 'customer:write')
  const { attributes } = await context.catalogue()
  const judged = (by: WorkspaceCatalogue['attributes']) =>
    unwrap(checkWrittenValues(input.kind, input.attributes, by)).values
  const values = judged(attributes)
  const incoming: IncomingRecord = {
    externalId: input.externalId ?? randomUUIDv7(),
    name: unwrap(checkName(input.name)),
    stage: input.stage,
    companyRecordId: await findCompanyRecord(context, input.companyId),
    values,
    data: { ...input },
  }
  const judgedBy = Object.keys(values).map((key) => ({ key, revision: attributes.get(key)?.revision ?? 0 }))
  const scope = { source: input.source ?? byHand, kind: input.kind }
  const record = toRecord(scope, incoming, undefined, context.now)
  // Nobody has consented to anything yet.
  const withheld = withheldOf(input.kind, sensitiveOf(attributes.values()), [])
  const made = deriveCustomer([{ ...record, since: context.now.getTime() }], {}, withheld)
  const { workspaceId } = insider(context.viewer)
  // A write that may be sent again is noted with what it writes, so it goes the long way.
  const isPlain = context.idempotency === undefined
  if (isPlain && (await createTogether(context.db, workspaceId, { record, customer: made, judgedBy }))) {
    const { stage, ...customer } = made
    return {
      ...customer,
      stage: stage ?? 'lead',
      companyId: input.companyId ?? null,
      metrics: noRecords,
      updatedAt: context.now,
    }
  }
  const [taken] = await context.read(async (tx) => {
    const record = { ...incoming, values: judged(await holdAttributesOf(tx, workspaceId)) }
    return takeRecords(tx, workspaceId, scope, [record], context.now)
  })
  return customerOf(taken)
}
