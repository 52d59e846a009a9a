import { sql } from 'kysely'
import type { Tx } from '../connect.ts'

/** A picture of a workspace, known by the SHA-256 of what is kept. */
export interface PictureRow {
  readonly hash: string
  /** A media type: `image/jpeg`. */
  readonly type: string
  readonly width: number
  readonly height: number
  readonly bytes: number
  /** The dominant colour, `#rrggbb`. */
  readonly colour: string
  readonly focalX: number
  readonly focalY: number
  readonly createdAt: Date
  readonly createdBy: string
}

function pictures(tx: Tx, workspaceId: string) {
  return tx
    .selectFrom('picture')
    .where('workspace_id', '=', workspaceId)
    .select([
      'hash',
      'type',
      'width',
      'height',
      'bytes',
      'colour',
      'focal_x as focalX',
      'focal_y as focalY',
      'created_at as createdAt',
      'created_by as createdBy',
    ])
}

export async function findPictures(
  tx: Tx,
  workspaceId: string,
  hashes: readonly string[],
): Promise<readonly PictureRow[]> {
  if (hashes.length === 0) return []
  return pictures(tx, workspaceId)
    .where('hash', 'in', [...hashes])
    .execute()
}

/** A place in the list: when a picture came, in milliseconds, and its hash. */
export type PicturePlace = readonly [createdAt: number, hash: string]

export interface PicturePage {
  readonly limit: number
  readonly after: PicturePlace | undefined
  readonly before: PicturePlace | undefined
  readonly fromEnd: boolean
}

/** One row more than the page's limit where there are more, newest first. */
export async function listPictures(
  tx: Tx,
  workspaceId: string,
  { limit, after, before, fromEnd }: PicturePage,
): Promise<readonly PictureRow[]> {
  const at = sql`(date_trunc('milliseconds', created_at), hash)`
  const place = ([createdAt, hash]: PicturePlace) => sql`(${new Date(createdAt)}::timestamptz, ${hash}::text)`
  const rows = await pictures(tx, workspaceId)
    .$if(after !== undefined, (query) => query.where(sql<boolean>`${at} < ${place(after ?? [0, ''])}`))
    .$if(before !== undefined, (query) => query.where(sql<boolean>`${at} > ${place(before ?? [0, ''])}`))
    .orderBy(sql`date_trunc('milliseconds', created_at)`, fromEnd ? 'asc' : 'desc')
    .orderBy('hash', fromEnd ? 'asc' : 'desc')
    .limit(limit + 1)
    .execute()
  return fromEnd ? rows.toReversed() : rows
}

/** Keeps what is known of a picture; one that is there stays as it is. */
export async function insertPicture(
  tx: Tx,
  workspaceId: string,
  picture: Omit<PictureRow, 'focalX' | 'focalY'>,
): Promise<void> {
  await tx
    .insertInto('picture')
    .values({
      workspace_id: workspaceId,
      hash: picture.hash,
      type: picture.type,
      width: picture.width,
      height: picture.height,
      bytes: picture.bytes,
      colour: picture.colour,
      created_at: picture.createdAt,
      created_by: picture.createdBy,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** @returns false where there is no such picture */
export async function setFocalPoint(
  tx: Tx,
  workspaceId: string,
  hash: string,
  { x, y }: { readonly x: number; readonly y: number },
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('picture')
    .set({ focal_x: x, focal_y: y })
    .where('workspace_id', '=', workspaceId)
    .where('hash', '=', hash)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** @returns false where there is no such picture */
export async function deletePicture(tx: Tx, workspaceId: string, hash: string): Promise<boolean> {
  const { numDeletedRows } = await tx
    .deleteFrom('picture')
    .where('workspace_id', '=', workspaceId)
    .where('hash', '=', hash)
    .executeTakeFirst()
  return numDeletedRows === 1n
}

/** The profiles of which the newest revision, a published one, or one that a planned release will publish shows a picture. */
export async function findPictureUsers(
  tx: Tx,
  workspaceId: string,
  hash: string,
): Promise<readonly { readonly kind: 'Profile'; readonly id: string; readonly name: string }[]> {
  const { rows } = await sql<{ kind: 'Profile'; id: string; name: string }>`-- findPictureUsers
    select 'Profile' as kind, profile.id, profile.slug as name from profile
    where profile.workspace_id = ${workspaceId} and exists (
      select from profile_revision as revision
      where revision.workspace_id = profile.workspace_id and revision.profile_id = profile.id
        and (revision.content #>> '{picture,hash}' = ${hash}
          or jsonb_path_exists(revision.content, '$.fields.*.picture.hash ? (@ == $hash)',
            jsonb_build_object('hash', ${hash}::text)))
        and (revision.revision = profile.revision or exists (
          select from profile_publication as published
          where published.workspace_id = revision.workspace_id and published.profile_id = revision.profile_id
            and published.revision = revision.revision) or exists (
          select from release_item as item
          join release on release.workspace_id = item.workspace_id and release.id = item.release_id
          where release.state = 'planned' and item.workspace_id = revision.workspace_id
            and item.profile_id = revision.profile_id and item.revision = revision.revision)))
    order by name`.execute(tx)
  return rows
}

export async function findFile(
  tx: Tx,
  workspaceId: string,
  hash: string,
  variant: string,
): Promise<Buffer | undefined> {
  const row = await tx
    .selectFrom('picture_file')
    .select('content')
    .where('workspace_id', '=', workspaceId)
    .where('hash', '=', hash)
    .where('variant', '=', variant)
    .executeTakeFirst()
  return row?.content
}

/** Keeps a file; one that is there is the same. */
export async function insertFile(
  tx: Tx,
  workspaceId: string,
  { hash, variant, content }: { readonly hash: string; readonly variant: string; readonly content: Buffer },
): Promise<void> {
  await tx
    .insertInto('picture_file')
    .values({ workspace_id: workspaceId, hash, variant, content })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}
