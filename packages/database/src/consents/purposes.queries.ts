import { type Ground, type Purpose, predefinedPurposes } from '@profilkort/domain/consents/purpose'
import type { Localized } from '@profilkort/domain/locales/locale'
import { sql } from 'kysely'
import type { Tx } from '../connect.ts'

/** The texts people are shown when they are asked, by version. */
export interface PurposeText {
  readonly version: number
  readonly texts: Localized
  readonly createdAt: Date
  readonly createdBy: string
}

/** A purpose as the workspace has it. */
export interface PurposeRow extends Purpose {
  /** 0 for one that is as it comes with the product. */
  readonly revision: number
  readonly archivedAt: Date | null
  /** Newest first. */
  readonly texts: readonly PurposeText[]
}

/** The workspace's purposes by key, those in the archive among them. */
export async function listPurposes(tx: Tx, workspaceId: string): Promise<readonly PurposeRow[]> {
  const rows = await tx
    .selectFrom('purpose')
    .select(['key', 'name', 'ground', 'revision', 'archived_at as archivedAt'])
    .where('workspace_id', '=', workspaceId)
    .execute()
  const texts = await tx
    .selectFrom('purpose_text')
    .select(['purpose', 'version', 'texts', 'created_at as createdAt', 'created_by as createdBy'])
    .where('workspace_id', '=', workspaceId)
    .orderBy('version', 'desc')
    .execute()
  const own = rows.map((row) => ({ ...row, name: row.name as Localized, ground: row.ground as Ground }))
  const asTheyCome = predefinedPurposes
    .filter(({ key }) => !own.some((each) => each.key === key))
    .map((each) => ({ ...each, revision: 0, archivedAt: null }))
  return [...asTheyCome, ...own]
    .map((purpose) => ({
      ...purpose,
      texts: texts
        .filter((text) => text.purpose === purpose.key)
        .map(({ purpose: _of, ...text }) => ({ ...text, texts: text.texts as Localized })),
    }))
    .toSorted((a, b) => (a.key < b.key ? -1 : 1))
}

/** Makes changes of the workspace's purposes come one after the other. */
export async function lockPurposes(tx: Tx, workspaceId: string): Promise<void> {
  await sql`-- lockPurposes
    select pg_advisory_xact_lock(hashtextextended(${`purposes ${workspaceId}`}, 0))`.execute(tx)
}

/** Keeps a purpose as it is from now on. */
export async function savePurpose(
  tx: Tx,
  workspaceId: string,
  { key, name, ground, revision, archivedAt }: Omit<PurposeRow, 'texts'>,
): Promise<void> {
  const values = { name: JSON.stringify(name), ground, revision, archived_at: archivedAt }
  await tx
    .insertInto('purpose')
    .values({ workspace_id: workspaceId, key, ...values })
    .onConflict((conflict) => conflict.columns(['workspace_id', 'key']).doUpdateSet(values))
    .execute()
}

/** Adds a version of what people are shown. */
export async function insertPurposeText(
  tx: Tx,
  workspaceId: string,
  purpose: string,
  { version, texts, createdAt, createdBy }: PurposeText,
): Promise<void> {
  await tx
    .insertInto('purpose_text')
    .values({
      workspace_id: workspaceId,
      purpose,
      version,
      texts: JSON.stringify(texts),
      created_at: createdAt,
      created_by: createdBy,
    })
    .execute()
}
