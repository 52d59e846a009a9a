import { acrossWorkspaces, type Database, inWorkspace, type Tx } from '@profilkort/database/connect'
import { findProfiles, lockPublishing, type ProfileRow } from '@profilkort/database/profiles/profiles.queries'
import {
  dropDrafts,
  dropSnapshots,
  findStaleDrafts,
  findStalePublished,
  type NewSnapshot,
  saveSnapshots,
} from '@profilkort/database/profiles/snapshots.queries'
import { listWorkspaceIds } from '@profilkort/database/workspaces/workspaces.queries'
import { type Locale, locales } from '@profilkort/domain/locales/locale'
import { visibilities } from '@profilkort/domain/profiles/profile'
import { readDraft, readPublished, readTerms, type Terms } from './read-terms.ts'

/** Computes what readers see of published profiles, after something of them or of what they point at was published. */
export async function refreshPublished(tx: Tx, workspaceId: string, ids: readonly string[]): Promise<void> {
  const rows = await findProfiles(tx, workspaceId, ids)
  const terms = await readTerms(tx, workspaceId, rows)
  for (const row of rows) {
    await dropSnapshots(tx, workspaceId, row.id, Object.keys(row.publications) as Locale[])
  }
  await saveSnapshots(
    tx,
    workspaceId,
    rows.flatMap((row) => publishedReadings(row, terms)),
  )
}

/** What readers and lists see of profiles, after something that is read with them has changed. */
export async function readAnew(tx: Tx, workspaceId: string, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return
  await lockPublishing(tx, workspaceId)
  await refreshPublished(tx, workspaceId, ids)
  await dropDrafts(tx, workspaceId, ids)
}

/** Computes, in every workspace, the readings that are missing or of another program's form: after an upgrade. */
export async function refreshAllStale(db: Database): Promise<void> {
  for (const workspaceId of await acrossWorkspaces(db, listWorkspaceIds)) {
    await inWorkspace(db, workspaceId, async (tx) => {
      const stale = await findStalePublished(tx, workspaceId)
      if (stale.length > 0) await refreshPublished(tx, workspaceId, stale)
    })
  }
}

/** Brings the drafts that lists and search look through up to date with what was saved since. */
export async function refreshDrafts(tx: Tx, workspaceId: string): Promise<void> {
  const stale = await findStaleDrafts(tx, workspaceId)
  if (stale.length === 0) return
  const rows = await findProfiles(tx, workspaceId, stale)
  const terms = await readTerms(tx, workspaceId, rows)
  await dropDrafts(tx, workspaceId, stale)
  await saveSnapshots(
    tx,
    workspaceId,
    rows.flatMap((row) =>
      locales
        .filter((locale) => (row.content.name[locale] ?? '').trim() !== '')
        .map((locale) => ({
          audience: 'draft' as const,
          reading: readDraft(row, terms, locale),
          at: row.savedAt,
        })),
    ),
  )
}

function publishedReadings(row: ProfileRow, terms: Terms): readonly NewSnapshot[] {
  return visibilities.flatMap((audience) =>
    locales.flatMap((locale): NewSnapshot[] => {
      const reading = readPublished(row, terms, locale, audience)
      const publication = row.publications[locale]
      if (reading === undefined || publication === undefined) return []
      return [{ audience, reading, at: new Date(publication.publishedAt) }]
    }),
  )
}
