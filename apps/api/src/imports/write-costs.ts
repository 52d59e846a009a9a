import type { Tx } from '@profilkort/database/connect'
import { lockIdentity } from '@profilkort/database/identity/neighbours.queries'
import type { Counts } from '@profilkort/database/imports/counts'
import { saveTold, type ToldRow } from '@profilkort/database/imports/save-told.queries'
import { channelKey } from '@profilkort/domain/costs/channel'
import { type CostPurpose, toMinorUnit } from '@profilkort/domain/costs/cost'
import { count } from '@profilkort/domain/imports/notes'
import type { ImportedRow } from '@profilkort/domain/imports/read-row'
import { recordOf } from '@profilkort/domain/imports/record-of'
import { costPurpose } from '@profilkort/domain/imports/words'
import { dayOf } from '../graphql/context.ts'
import { findOrAddSubjects } from './find-subjects.ts'
import type { WriteScope } from './write-scope.ts'

/** Writes a batch of what was spent on single customers. */
export async function writeCosts(tx: Tx, scope: WriteScope, rows: readonly ImportedRow[]): Promise<Counts> {
  await lockIdentity(tx, scope.workspaceId)
  const { currency, headers } = scope
  const subjects = await findOrAddSubjects(tx, scope, rows)
  const costs = rows.flatMap((row): ToldRow<'customer_cost'>[] => {
    const { parts, amounts, externalId, raw } = row
    const { hours = null, hourlyRate = null } = amounts
    const worked = hours === null || hourlyRate === null ? undefined : toMinorUnit(hours * hourlyRate)
    const amount = worked ?? amounts.value
    if (amount === undefined) return leftOut(scope, row)
    const subject = subjects.get(externalId)
    return [
      {
        external_id: externalId,
        record_id: subject?.recordId ?? null,
        customer_id: subject?.customerId ?? null,
        purpose: readPurpose(scope, row, 'service'),
        spent_on: parts.on ?? dayOf(scope.now),
        amount,
        currency: parts.currency ?? currency,
        hours,
        hourly_rate: hourlyRate,
        what: parts.description ?? '',
        who: parts.owner ?? null,
        data: recordOf(headers, raw),
      },
    ]
  })
  return countAll(await saveTold(tx, scope, 'customer_cost', costs), rows.length - costs.length)
}

/** Writes a batch of what channels cost in a month; they are spread when all rows are in. */
export async function writeChannelCosts(
  tx: Tx,
  scope: WriteScope,
  rows: readonly ImportedRow[],
): Promise<Counts> {
  const { currency, headers } = scope
  const costs = rows.flatMap((row): ToldRow<'channel_cost'>[] => {
    const { parts, amounts, externalId, raw } = row
    const { value } = amounts
    if (value === undefined || value < 0 || parts.month === undefined) return leftOut(scope, row)
    return [
      {
        external_id: externalId,
        purpose: readPurpose(scope, row, 'acquisition'),
        channel: channelKey(parts.channel ?? ''),
        month: parts.month,
        amount: toMinorUnit(value),
        currency: parts.currency ?? currency,
        note: parts.description ?? '',
        data: recordOf(headers, raw),
      },
    ]
  })
  return countAll(await saveTold(tx, scope, 'channel_cost', costs), rows.length - costs.length)
}

function readPurpose({ notes }: WriteScope, { parts, line }: ImportedRow, usual: CostPurpose): CostPurpose {
  const purpose = parts.purpose === undefined ? undefined : costPurpose(parts.purpose)
  if (purpose === undefined) {
    const written = parts.purpose ?? ''
    notes.add('purpose', written, line, (some) =>
      written === ''
        ? `${count(some)} do not say what the cost was for; they count as ${usual}.`
        : `"${written}" (${count(some)}) counts as ${usual}. Acquisition and service are known.`,
    )
  }
  return purpose ?? usual
}

function leftOut({ notes }: WriteScope, { line }: ImportedRow): [] {
  notes.add(
    'noAmount',
    '',
    line,
    (some) => `${count(some)} without an amount of 0 or more and its time; left out.`,
  )
  return []
}

function countAll(counts: Counts, leftOutRows: number): Counts {
  return { ...counts, unchanged: counts.unchanged + leftOutRows }
}
