import type { Tx } from '@profilkort/database/connect'
import { lockIdentity } from '@profilkort/database/identity/neighbours.queries'
import type { Counts } from '@profilkort/database/imports/counts'
import { saveTold, type ToldRow } from '@profilkort/database/imports/save-told.queries'
import { channelKey } from '@profilkort/domain/costs/channel'
import { count } from '@profilkort/domain/imports/notes'
import type { ImportedRow } from '@profilkort/domain/imports/read-row'
import { recordOf } from '@profilkort/domain/imports/record-of'
import { satisfactionOf } from '@profilkort/domain/imports/words'
import { dayOf } from '../graphql/context.ts'
import { findOrAddSubjects } from './find-subjects.ts'
import type { WriteScope } from './write-scope.ts'

/** Writes a batch of tickets of a support desk. */
export async function writeTickets(tx: Tx, scope: WriteScope, rows: readonly ImportedRow[]): Promise<Counts> {
  await lockIdentity(tx, scope.workspaceId)
  const subjects = await findOrAddSubjects(tx, scope, rows)
  const tickets = rows.map((row): ToldRow<'ticket'> => {
    const { parts, amounts, externalId, raw } = row
    const subject = subjects.get(externalId)
    return {
      external_id: externalId,
      record_id: subject?.recordId ?? null,
      customer_id: subject?.customerId ?? null,
      subject: parts.description ?? null,
      channel: channelKey(parts.channel ?? '') || null,
      opened_on: parts.openedOn ?? dayOf(scope.now),
      closed_on: parts.closedOn ?? null,
      minutes: amounts.minutes !== undefined && amounts.minutes >= 0 ? amounts.minutes : null,
      satisfaction: readSatisfaction(scope, row),
      data: recordOf(scope.headers, raw),
    }
  })
  return saveTold(tx, scope, 'ticket', tickets)
}

function readSatisfaction({ notes }: WriteScope, { parts, line }: ImportedRow): number | null {
  const written = parts.satisfaction
  const satisfaction = written === undefined ? undefined : satisfactionOf(written)
  if (written !== undefined && satisfaction === undefined) {
    notes.add(
      'satisfaction',
      written,
      line,
      (some) =>
        `"${written}" (${count(some)}) is no satisfaction from 1 to 5, good or bad; kept only as written.`,
    )
  }
  return satisfaction ?? null
}
