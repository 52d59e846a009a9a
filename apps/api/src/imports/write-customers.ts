import { isDeepStrictEqual } from 'node:util'
import type { Tx } from '@profilkort/database/connect'
import type { Counts } from '@profilkort/database/imports/counts'
import {
  type CustomerToSave,
  loadCustomersToSave,
  saveCustomers,
} from '@profilkort/database/imports/save-customers.queries'
import { saveSourceRecords } from '@profilkort/database/imports/source-records.queries'
import type { Value } from '@profilkort/domain/attributes/attribute'
import { foldName } from '@profilkort/domain/customers/name-key'
import type { ImportedRow } from '@profilkort/domain/imports/read-row'
import { count } from '@profilkort/domain/imports/read-value'
import { customerStage } from '@profilkort/domain/imports/stages'
import { findOrAddCompanies } from './find-companies.ts'
import { keepIdentifiers } from './identifiers.ts'
import { resolveIds } from './resolve-ids.ts'
import type { WriteScope } from './write-scope.ts'

type Kind = 'company' | 'contact'

/** Writes a batch of companies or contacts. Values that a row leaves blank stay as they were. */
export async function writeCustomers(
  tx: Tx,
  scope: WriteScope,
  kind: Kind,
  rows: readonly ImportedRow[],
): Promise<Counts> {
  const ids = await resolveIds(tx, scope, kind, rows)
  const before = await loadCustomersToSave(tx, scope.workspaceId, [...ids.values()])
  const companies = kind === 'contact' ? await findOrAddCompanies(tx, scope, rows) : undefined
  let [inserted, changed] = [0, 0]
  const toSave: CustomerToSave[] = []
  for (const row of rows) {
    const id = ids.get(row.externalId) ?? ''
    const old = before.get(id)
    const next = merge(scope, kind, row, id, old, companies?.get(row.externalId))
    if (old === undefined) inserted++
    else if (isDeepStrictEqual(old, next)) continue
    else changed++
    toSave.push(next)
  }
  await saveCustomers(tx, scope.workspaceId, toSave)
  await keepIdentifiers(tx, scope, kind, rows, ids)
  const { workspaceId, source } = scope
  const records = rows.map(({ externalId, raw }) => ({
    externalId,
    data: raw,
    targetId: ids.get(externalId) ?? '',
  }))
  await saveSourceRecords(tx, { workspaceId, source, kind }, records)
  return { inserted, changed, unchanged: rows.length - inserted - changed }
}

function merge(
  { source, now, notes }: WriteScope,
  kind: Kind,
  row: ImportedRow,
  id: string,
  old: CustomerToSave | undefined,
  companyId: string | undefined,
): CustomerToSave {
  const attributes: { [key: string]: Value } = { ...old?.attributes }
  const provenance = { ...old?.provenance }
  const said = { source, at: now.getTime() }
  for (const [key, value] of Object.entries(row.attributes)) {
    if (isDeepStrictEqual(attributes[key], value)) continue
    attributes[key] = value
    provenance[key] = said
  }
  const stage = row.parts.stage === undefined ? undefined : customerStage(row.parts.stage)
  if (stage !== undefined && (stage !== old?.stage || provenance.stage === undefined)) provenance.stage = said
  if (row.parts.stage !== undefined && stage === undefined) {
    notes.add(
      'unknownStage',
      row.parts.stage,
      row.line,
      (some) =>
        `"${row.parts.stage}" (${count(some)}) is no stage known here (lead, prospect, customer, former); kept only as the source said it.`,
    )
  }
  // A customer keeps the name that the first source gave it; others may spell it otherwise.
  const ownsName = old === undefined || provenance.name === undefined || provenance.name.source === source
  const fallback =
    typeof attributes.organisationNumber === 'string' ? attributes.organisationNumber : row.externalId
  const name = (ownsName ? row.parts.name : undefined) ?? old?.name ?? fallback
  if (name !== old?.name) provenance.name = said
  return {
    id,
    kind: kind === 'company' ? 'company' : 'person',
    stage: stage ?? old?.stage ?? 'lead',
    name,
    nameKey: foldName(name),
    companyId: companyId ?? old?.companyId ?? null,
    attributes,
    provenance,
  }
}
