import type { Tx } from '@profilkort/database/connect'
import { addCounts, type Counts, noCounts } from '@profilkort/database/imports/counts'
import type { KnownRow } from '@profilkort/database/imports/known-rows.queries'
import { ensureLayout } from '@profilkort/database/imports/load-records.queries'
import { findPrivacySetting } from '@profilkort/database/personal-data/suppression.queries'
import type { CustomerKind } from '@profilkort/domain/customers/customer'
import { count, noteBook } from '@profilkort/domain/imports/notes'
import { takeRecords } from '../identity/take-records.ts'
import type { Chunk, CompanyOf, FileReader } from './chunks/chunk.ts'
import { copyNew } from './copy-new.ts'
import { findOrAddCompanies } from './find-companies.ts'
import { noteShared } from './note-shared.ts'
import { readStage } from './remarks.ts'
import type { WriteScope } from './write-scope.ts'

/** So many records that were known before are settled at a time. */
const batchSize = 1000

/** Rows of a chunk that are to be written, and what is known of them before. */
export interface ToWrite {
  readonly chunk: Chunk
  readonly reader: FileReader
  readonly places: readonly number[]
  readonly known: ReadonlyMap<string, KnownRow>
}

/**
 * Writes rows of companies or contacts. New ones are copied in, each a customer of its own until `joinImport` has seen
 * who else speaks of it; those that say something else than before are taken one by one. Values that a row leaves blank
 * stay as they were.
 */
export async function writeCustomers(
  tx: Tx,
  scope: WriteScope,
  kind: CustomerKind,
  { chunk, reader, places, known }: ToWrite,
): Promise<Counts> {
  const companies = await companiesOf(tx, scope, chunk, places)
  const linkOf = (place: number) => companies?.get(chunk.keys[place] ?? '')
  const before = (place: number) => known.get(chunk.keys[place] ?? '')
  const fresh = places.filter((place) => before(place) === undefined)
  const told = places.filter((place) => {
    const old = before(place)
    return old !== undefined && !isAsBefore(old, chunk.digests[place], linkOf(place))
  })
  const isGuarded = kind === 'person' && (await mayBeWithheld(tx, scope))
  const copied = isGuarded ? [] : fresh
  if (copied.length > 0) {
    const isAll = copied.length === chunk.keys.length
    const links = companies === undefined ? undefined : copied.map(linkOf)
    await copyNew(tx, scope, kind, await reader.encode(chunk.number, isAll ? undefined : copied, links))
  }
  const changed = isGuarded ? places.filter((place) => fresh.includes(place) || told.includes(place)) : told
  const taken = await takeEach(tx, scope, kind, { chunk, reader, changed, linkOf })
  const inserted = copied.length + taken.inserted
  return { inserted, changed: taken.changed, unchanged: places.length - inserted - taken.changed }
}

/** Whether people have to be looked at one by one: somebody was erased, or a column holds what only consent lets be known. */
async function mayBeWithheld(tx: Tx, { workspaceId, hasSensitive }: WriteScope): Promise<boolean> {
  return hasSensitive || (await findPrivacySetting(tx, workspaceId)) !== undefined
}

function isAsBefore(old: KnownRow, digest: string | undefined, company: CompanyOf | undefined): boolean {
  const isSameCompany = company === undefined || company.recordId === old.companyRecordId
  return old.digest === digest && isSameCompany && !old.isMention
}

async function companiesOf(
  tx: Tx,
  scope: WriteScope,
  { keys, lines, companies }: Chunk,
  places: readonly number[],
) {
  if (companies === undefined) return undefined
  const rows = places.map((place) => ({
    externalId: keys[place] ?? '',
    line: lines[place] ?? 0,
    parts: companies[place] ?? {},
  }))
  return findOrAddCompanies(tx, scope, rows)
}

interface Changed {
  readonly chunk: Chunk
  readonly reader: FileReader
  readonly changed: readonly number[]
  readonly linkOf: (place: number) => CompanyOf | undefined
}

async function takeEach(
  tx: Tx,
  scope: WriteScope,
  kind: CustomerKind,
  { chunk, reader, changed, linkOf }: Changed,
): Promise<Counts> {
  const { workspaceId, source, now, headers } = scope
  let counts = noCounts
  for (let start = 0; start < changed.length; start += batchSize) {
    const places = changed.slice(start, start + batchSize)
    const rows = await reader.rows(chunk.number, places)
    const layoutId = await ensureLayout(tx, workspaceId, headers)
    const taken = await takeRecords(
      tx,
      workspaceId,
      { source, kind },
      rows.map((row, index) => ({
        externalId: row.externalId,
        name: row.parts.name,
        // What cannot be read of it was noted when the row was read.
        stage: readStage(noteBook(), row),
        companyRecordId: linkOf(places[index] ?? -1)?.recordId,
        values: row.attributes,
        data: row.raw,
        layoutId,
        digest: chunk.digests[places[index] ?? -1],
      })),
      now,
    )
    const lines = taken.map((each, index) => ({ ...each, line: rows[index]?.line ?? 0 }))
    for (const { outcome, line } of lines) if (outcome === 'refused') noteErased(scope, line)
    await noteShared(
      tx,
      scope,
      lines.filter((each) => each.outcome !== 'refused'),
    )
    const [inserted, changedNow] = (['inserted', 'changed'] as const).map(
      (outcome) => taken.filter((each) => each.outcome === outcome).length,
    ) as [number, number]
    counts = addCounts(counts, { inserted, changed: changedNow, unchanged: 0 })
  }
  return counts
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
