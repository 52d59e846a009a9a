import type { Tx } from '@profilkort/database/connect'
import { addCounts, type Counts, noCounts } from '@profilkort/database/imports/counts'
import type { KnownRow } from '@profilkort/database/imports/known-rows.queries'
import { ensureLayout } from '@profilkort/database/imports/load-records.queries'
import { findPrivacySetting } from '@profilkort/database/personal-data/suppression.queries'
import type { CustomerKind } from '@profilkort/domain/customers/customer'
import { noteBook } from '@profilkort/domain/imports/notes'
import { takeRecords } from '../identity/take-records.ts'
import type { Chunk, CompanyOf, FileReader } from './chunks/chunk.ts'
import { copyNew } from './copy-new.ts'
import { findOrAddCompanies } from './find-companies.ts'
import { noteShared } from './note-shared.ts'
import { findOwnCustomers, type OwnCustomer } from './own-export.ts'
import { noteErased, readStage } from './remarks.ts'
import { type OwnRow, writeOwnCustomers } from './write-own-customers.ts'
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
  { chunk, reader, places: all, known }: ToWrite,
): Promise<Counts> {
  const companies = await companiesOf(tx, scope, chunk, all)
  const own = await ownCustomers(tx, scope, kind, chunk, all)
  const places = all.filter((place) => !own.has(place))
  const linkOf = (place: number) => companies?.get(chunk.keys[place] ?? '')
  const before = (place: number) => known.get(chunk.keys[place] ?? '')
  const unknown = places.filter((place) => before(place) === undefined)
  // Where people were erased, each new one is looked at: it may be one of them who is sent again.
  const isAnyErased = kind === 'person' && (await findPrivacySetting(tx, scope.workspaceId)) !== undefined
  const fresh = isAnyErased ? [] : unknown
  const changed = places.filter((place) => {
    const old = before(place)
    return old === undefined ? isAnyErased : !isAsBefore(old, chunk.digests[place], linkOf(place))
  })
  if (fresh.length > 0) {
    const isAll = fresh.length === chunk.keys.length
    const links = companies === undefined ? undefined : fresh.map(linkOf)
    await copyNew(tx, scope, kind, await reader.encode(chunk.number, isAll ? undefined : fresh, links))
  }
  const taken = await takeChanged(tx, scope, kind, { chunk, reader, changed, linkOf })
  const counts = {
    inserted: fresh.length + taken.inserted,
    changed: taken.changed,
    unchanged: places.length - fresh.length - taken.inserted - taken.changed,
  }
  return addCounts(counts, await takeOwn(tx, scope, kind, { chunk, reader, own, linkOf }))
}

/** Of an export of this product: the customers here that its rows are of, by place. */
async function ownCustomers(
  tx: Tx,
  { workspaceId, isOwn }: WriteScope,
  kind: CustomerKind,
  { keys }: Chunk,
  places: readonly number[],
): Promise<ReadonlyMap<number, OwnCustomer>> {
  if (!isOwn) return new Map()
  const found = await findOwnCustomers(
    tx,
    workspaceId,
    places.map((place) => keys[place] ?? ''),
  )
  return new Map(
    places.flatMap((place) => {
      const customer = found.get(keys[place] ?? '')
      return customer?.kind === kind ? [[place, customer] as const] : []
    }),
  )
}

interface Own extends Pick<Changed, 'chunk' | 'reader' | 'linkOf'> {
  readonly own: ReadonlyMap<number, OwnCustomer>
}

async function takeOwn(
  tx: Tx,
  scope: WriteScope,
  kind: CustomerKind,
  { chunk, reader, own, linkOf }: Own,
): Promise<Counts> {
  let counts = noCounts
  const all = [...own]
  for (let start = 0; start < all.length; start += batchSize) {
    const some = all.slice(start, start + batchSize)
    const rows = await reader.rows(
      chunk.number,
      some.map(([place]) => place),
    )
    const told = some.flatMap(([place, customer], index): OwnRow[] => {
      const row = rows[index]
      return row === undefined
        ? []
        : [{ row, customer, company: linkOf(place), digest: chunk.digests[place] }]
    })
    counts = addCounts(counts, await writeOwnCustomers(tx, scope, kind, told))
  }
  return counts
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

async function takeChanged(
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
    for (const { line } of lines.filter(({ outcome }) => outcome === 'refused')) noteErased(scope.notes, line)
    await noteShared(
      tx,
      scope,
      lines.filter((each) => each.outcome !== 'refused'),
    )
    const [inserted, different] = (['inserted', 'changed'] as const).map(
      (outcome) => taken.filter((each) => each.outcome === outcome).length,
    ) as [number, number]
    counts = addCounts(counts, { inserted, changed: different, unchanged: 0 })
  }
  return counts
}
