import type { Tx } from '@profilkort/database/connect'
import { lockIdentity } from '@profilkort/database/identity/neighbours.queries'
import type { Counts } from '@profilkort/database/imports/counts'
import { saveTold, type ToldRow } from '@profilkort/database/imports/save-told.queries'
import type { ImportedRow } from '@profilkort/domain/imports/read-row'
import { recordOf } from '@profilkort/domain/imports/record-of'
import { dayOf } from '../graphql/context.ts'
import { findOrAddSubjects } from './find-subjects.ts'
import type { WriteScope } from './write-scope.ts'

/** Writes a batch of NPS answers; one that names nobody is of a person whom the source knows by the same id. */
export async function writeNps(tx: Tx, scope: WriteScope, rows: readonly ImportedRow[]): Promise<Counts> {
  await lockIdentity(tx, scope.workspaceId)
  const subjects = await findOrAddSubjects(tx, scope, rows, { isPerson: true })
  const answers = rows.map(({ parts, amounts, externalId, raw }): ToldRow<'nps_answer'> => {
    const subject = subjects.get(externalId)
    return {
      external_id: externalId,
      record_id: subject?.recordId ?? null,
      customer_id: subject?.customerId ?? null,
      answered_on: parts.on ?? dayOf(scope.now),
      score: amounts.score ?? null,
      comment: parts.description ?? null,
      data: recordOf(scope.headers, raw),
    }
  })
  return saveTold(tx, scope, 'nps_answer', answers)
}
