import { lockIdentity } from '@profilkort/database/identity/neighbours.queries'
import { findRecordsById, findRecordsOf, type RecordRow } from '@profilkort/database/identity/records.queries'
import type { CustomerStage } from '@profilkort/domain/customers/customer'
import { checkName, checkWrittenValues, type WrittenValue } from '@profilkort/domain/customers/customer-input'
import { spokenValues, toStatement } from '@profilkort/domain/identity/record'
import { byHand } from '@profilkort/domain/identity/survivorship'
import { holdAttributesOf } from '../attributes/read-catalogue.ts'
import type { Context } from '../graphql/context.ts'
import { NotFound, RevisionConflict, unwrap } from '../graphql/problems.ts'
import { identifiersOf } from '../identity/identifiers.ts'
import { type IncomingRecord, takeRecords } from '../identity/take-records.ts'
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
 * one; the revision the caller has seen is that record's, 0 before there is one. Customers that were joined have several:
 * what is written wins over what any of them said before, and what is taken back is taken back on all.
 * @returns the customer's id
 */
export async function updateCustomer(
  context: Context,
  id: string,
  expectedRevision: number,
  change: CustomerChange,
): Promise<string> {
  const companyRecordId = await findCompanyRecord(context, change.companyId)
  return context.read(async (tx, workspaceId) => {
    const attributes = await holdAttributesOf(tx, workspaceId)
    await lockIdentity(tx, workspaceId)
    authorise(context.viewer, 'customer:write')
    const [named] = await findRecordsById(tx, workspaceId, [id])
    if (named === undefined) throw new NotFound('customer', id)
    const { customerId, kind } = named
    const externalId = `on ${customerId}`
    const records = await findRecordsOf(tx, workspaceId, [customerId])
    const hand = records.filter(({ source }) => source === byHand)
    const written = hand.find((each) => each.externalId === externalId)
    const others = hand.filter((each) => each !== written)
    const revision = written?.revision ?? 0
    if (revision !== expectedRevision) throw new RevisionConflict(expectedRevision, revision)
    const { values, takenBack } = unwrap(checkWrittenValues(kind, change.attributes, attributes))
    const name = change.name === undefined ? undefined : unwrap(checkName(change.name))
    const said = { name: name ?? null, stage: change.stage ?? null, companyRecordId: companyRecordId ?? null }
    const record = {
      externalId,
      attachedTo: customerId,
      isWhole: true,
      name: name ?? written?.name ?? undefined,
      stage: change.stage ?? written?.stage ?? undefined,
      companyRecordId: companyRecordId ?? written?.companyRecordId ?? undefined,
      values: { ...without(written?.values ?? {}, takenBack), ...values },
    }
    const data = takenBack.length === 0 ? record : { ...record, takenBack }
    const last = sayLast(Object.keys(spokenValues({ ...said, values })), others, context.now)
    const incoming = [{ ...record, ...last, data }, ...others.flatMap((each) => takeBack(each, takenBack))]
    const [taken] = await takeRecords(tx, workspaceId, { source: byHand, kind }, incoming, context.now)
    return customerOf(taken)
  })
}

/** Lets what is written be said after what other records written by hand say of the same. */
function sayLast(
  keys: readonly string[],
  others: readonly RecordRow[],
  now: Date,
): Pick<IncomingRecord, 'since' | 'anew'> {
  const since = keys.flatMap((key) => {
    const before = others.flatMap((each) => toStatement(each).said[key]?.at ?? [])
    return before.length === 0 ? [] : [[key, Math.max(now.getTime(), ...before.map((at) => at + 1))] as const]
  })
  return { since: Object.fromEntries(since), anew: since.map(([key]) => key) }
}

/** A record without what is taken back; nothing where it says none of it. */
function takeBack(record: RecordRow, keys: readonly string[]): readonly IncomingRecord[] {
  if (!keys.some((key) => Object.hasOwn(record.values, key))) return []
  const { externalId, kind, name, stage, companyRecordId, identifiers } = record
  const told = identifiersOf(kind, record.values)
  const left = {
    externalId,
    name: name ?? undefined,
    stage: stage ?? undefined,
    companyRecordId: companyRecordId ?? undefined,
    values: without(record.values, keys),
  }
  const tokens = identifiers.filter((token) => !told.includes(token))
  return [{ ...left, isWhole: true, tokens, data: left }]
}

function without<V>(values: { readonly [key: string]: V }, keys: readonly string[]) {
  return Object.fromEntries(Object.entries(values).filter(([key]) => !keys.includes(key)))
}
