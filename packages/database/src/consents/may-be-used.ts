import type { Ground } from '@profilkort/domain/consents/purpose'
import { type Expression, type RawBuilder, type SqlBool, sql } from 'kysely'

/** What personal data is to be used for, and when. */
export interface Use {
  readonly purpose: string
  readonly ground: Ground
  readonly now: Date
}

/** Where a statement has a customer. */
interface CustomerPlace {
  readonly workspaceId: Expression<unknown>
  readonly id: Expression<unknown>
  readonly kind: Expression<unknown>
}

/**
 * Whether the customer of a row may be used for a purpose, in a statement that has the table `customer`. Companies are
 * no persons and always may. The same answer as `mayBeUsed` of the domain.
 */
export function whereMayBeUsed(use: Use): RawBuilder<SqlBool> {
  return mayBeUsed(use, {
    workspaceId: sql.ref('customer.workspace_id'),
    id: sql.ref('customer.id'),
    kind: sql.ref('customer.kind'),
  })
}

/** The same of a customer that the statement has elsewhere. */
export function mayBeUsed(use: Use, place: CustomerPlace): RawBuilder<SqlBool> {
  return sql`(${place.kind} = 'company' or ${personMayBeUsed(use, place)})`
}

/** The same of somebody who is known to be a person: a condition that a planner makes a join of. */
export function personMayBeUsed(
  { purpose, ground, now }: Use,
  { workspaceId, id }: Omit<CustomerPlace, 'kind'>,
): RawBuilder<SqlBool> {
  const said = sql`select from consent_standing as said
    where said.workspace_id = ${workspaceId} and said.customer_id = ${id} and said.purpose = ${purpose}`
  switch (ground) {
    case 'consent':
      return sql`exists (${said}
        and said.standing = 'given' and (said.expires_at is null or said.expires_at > ${now}))`
    case 'legitimateInterest':
      return sql`not exists (${said} and said.standing in ('denied', 'withdrawn'))`
  }
}
