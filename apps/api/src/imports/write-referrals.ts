import type { Tx } from '@profilkort/database/connect'
import { lockIdentity } from '@profilkort/database/identity/neighbours.queries'
import type { Counts } from '@profilkort/database/imports/counts'
import { saveTold, type ToldRow } from '@profilkort/database/imports/save-told.queries'
import { count } from '@profilkort/domain/imports/notes'
import type { ImportedRow } from '@profilkort/domain/imports/read-row'
import { recordOf } from '@profilkort/domain/imports/record-of'
import { dayOf } from '../graphql/context.ts'
import { findOrAddCompanies } from './find-companies.ts'
import type { WriteScope } from './write-scope.ts'

/** Writes a batch of who sent whom, both companies; rows that do not name two are left out and noted. */
export async function writeReferrals(
  tx: Tx,
  scope: WriteScope,
  rows: readonly ImportedRow[],
): Promise<Counts> {
  await lockIdentity(tx, scope.workspaceId)
  const { notes, headers } = scope
  const referrers = await findOrAddCompanies(tx, scope, rows)
  const sent = rows.map((row) => {
    const { referredId, referredName } = row.parts
    const id = referredId === undefined ? {} : { companyId: referredId }
    return { ...row, parts: referredName === undefined ? id : { ...id, companyName: referredName } }
  })
  const referred = await findOrAddCompanies(tx, scope, sent)
  const referrals = rows.flatMap(({ externalId, parts, line, raw }): ToldRow<'referral'>[] => {
    const [from, to] = [referrers.get(externalId), referred.get(externalId)]
    if (from === undefined || to === undefined || from.recordId === to.recordId) {
      notes.add('noReferral', '', line, (some) => `${count(some)} that do not name two companies; left out.`)
      return []
    }
    return [
      {
        external_id: externalId,
        record_id: from.recordId,
        customer_id: from.customerId,
        referred_record_id: to.recordId,
        referred_customer_id: to.customerId,
        referred_on: parts.on ?? dayOf(scope.now),
        note: parts.description ?? '',
        data: recordOf(headers, raw),
      },
    ]
  })
  const counts = await saveTold(tx, scope, 'referral', referrals)
  return { ...counts, unchanged: counts.unchanged + rows.length - referrals.length }
}
