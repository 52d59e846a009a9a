import { type Purpose, predefinedPurposes } from '@profilkort/domain/consents/purpose'
import type { Localized } from '@profilkort/domain/locales/locale'
import { sql } from 'kysely'
import type { Tx } from '../connect.ts'

/** The texts people are shown when they are asked, by version. */
export interface PurposeText {
  readonly version: number
  readonly texts: Localized
  /** In milliseconds. */
  readonly createdAt: number
  readonly createdBy: string
}

/** A purpose as the workspace has it. */
export interface PurposeRow extends Purpose {
  /** 0 for one that is as it comes with the product. */
  readonly revision: number
  /** In milliseconds; null while it is in use. */
  readonly archivedAt: number | null
  /** Newest first. */
  readonly texts: readonly PurposeText[]
}

/** What `withPredefined` needs of the table `purpose`. */
export const purposeColumns = sql`purpose.key, purpose.name, purpose.ground, purpose.revision,
  extract(epoch from purpose.archived_at)::float8 * 1000 as "archivedAt", (
    select coalesce(json_agg(json_build_object('version', shown.version, 'texts', shown.texts,
      'createdAt', extract(epoch from shown.created_at)::float8 * 1000, 'createdBy', shown.created_by)
      order by shown.version desc), '[]')
    from purpose_text as shown
    where shown.workspace_id = purpose.workspace_id and shown.purpose = purpose.key) as texts`

/** The purposes by key: those the workspace has changed or added, and those that are as they come with the product. */
export function withPredefined(own: readonly PurposeRow[]): readonly PurposeRow[] {
  const asTheyCome = predefinedPurposes
    .filter(({ key }) => !own.some((each) => each.key === key))
    .map((purpose) => ({ ...purpose, revision: 0, archivedAt: null, texts: [] }))
  return [...asTheyCome, ...own].toSorted((a, b) => (a.key < b.key ? -1 : 1))
}

/** The workspace's purposes by key, those in the archive among them. */
export async function listPurposes(tx: Tx, workspaceId: string): Promise<readonly PurposeRow[]> {
  const { rows } = await sql<PurposeRow>`-- listPurposes
    select ${purposeColumns} from purpose where workspace_id = ${workspaceId}::uuid`.execute(tx)
  return withPredefined(rows)
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
  const values = {
    name: JSON.stringify(name),
    ground,
    revision,
    archived_at: archivedAt === null ? null : new Date(archivedAt),
  }
  await tx
    .insertInto('purpose')
    .values({ workspace_id: workspaceId, key, ...values })
    .onConflict((conflict) => conflict.columns(['workspace_id', 'key']).doUpdateSet(values))
    .execute()
}

/** Adds a version of what people are shown for a purpose that is kept. */
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
      created_at: new Date(createdAt),
      created_by: createdBy,
    })
    .execute()
}
