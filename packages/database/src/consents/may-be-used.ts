import type { Ground } from '@profilkort/domain/consents/purpose'
import { type Expression, type SqlBool, sql } from 'kysely'

/** What personal data is to be used for, and when. */
export interface Use {
  readonly purpose: string
  readonly ground: Ground
  readonly now: Date
}

/**
 * Whether the customer of a row may be used for a purpose, in a statement that has the table `customer`. Companies are
 * no persons and always may. The same answer as `mayBeUsed` of the domain.
 */
export function whereMayBeUsed({ purpose, ground, now }: Use): Expression<SqlBool> {
  const said = sql`select from consent_standing as said
    where said.workspace_id = customer.workspace_id and said.customer_id = customer.id and said.purpose = ${purpose}`
  switch (ground) {
    case 'consent':
      return sql`(customer.kind = 'company' or exists (${said}
        and said.standing = 'given' and (said.expires_at is null or said.expires_at > ${now})))`
    case 'legitimateInterest':
      return sql`(customer.kind = 'company' or not exists (${said} and said.standing in ('denied', 'withdrawn')))`
  }
}
