import type { Tx } from '@profilkort/database/connect'
import type { Counts } from '@profilkort/database/imports/counts'
import type { CustomerKind, CustomerStage } from '@profilkort/domain/customers/customer'
import { count } from '@profilkort/domain/imports/notes'
import type { ImportedRow } from '@profilkort/domain/imports/read-row'
import { recordOf } from '@profilkort/domain/imports/record-of'
import { customerStage } from '@profilkort/domain/imports/stages'
import { takeRecords } from '../identity/take-records.ts'
import { findOrAddCompanies } from './find-companies.ts'
import { noteShared } from './note-shared.ts'
import type { WriteScope } from './write-scope.ts'

/** Writes a batch of companies or contacts. Values that a row leaves blank stay as they were. */
export async function writeCustomers(
  tx: Tx,
  scope: WriteScope,
  kind: CustomerKind,
  rows: readonly ImportedRow[],
): Promise<Counts> {
  const { workspaceId, source, now } = scope
  const companies = kind === 'person' ? await findOrAddCompanies(tx, scope, rows) : undefined
  const taken = await takeRecords(
    tx,
    workspaceId,
    { source, kind },
    rows.map((row) => ({
      externalId: row.externalId,
      name: row.parts.name,
      stage: readStage(scope, row),
      companyRecordId: companies?.get(row.externalId)?.recordId,
      values: row.attributes,
      data: recordOf(scope.headers, row.raw),
    })),
    now,
  )
  const lines = taken.map((each, index) => ({ ...each, line: rows[index]?.line ?? 0 }))
  for (const { line } of lines.filter(({ outcome }) => outcome === 'refused')) noteErased(scope, line)
  await noteShared(
    tx,
    scope,
    lines.filter((each) => each.outcome !== 'refused'),
  )
  const [inserted, changed] = (['inserted', 'changed'] as const).map(
    (outcome) => taken.filter((each) => each.outcome === outcome).length,
  ) as [number, number]
  return { inserted, changed, unchanged: rows.length - inserted - changed }
}

function noteErased({ notes }: WriteScope, line: number): void {
  notes.add(
    'erased',
    '',
    line,
    (some) =>
      `${count(some)} of people who were erased; not taken. An admin can choose to have them flagged instead.`,
  )
}

function readStage({ notes }: WriteScope, { parts, line }: ImportedRow): CustomerStage | undefined {
  if (parts.stage === undefined) return undefined
  const stage = customerStage(parts.stage)
  if (stage === undefined) {
    notes.add(
      'unknownStage',
      parts.stage,
      line,
      (some) =>
        `"${parts.stage}" (${count(some)}) is no stage known here (lead, prospect, customer, former); kept only as the source said it.`,
    )
  }
  return stage
}
