import { createHash } from 'node:crypto'
import { type Database, inWorkspace } from '@profilkort/database/connect'
import { findPictures, insertPicture, type PictureRow } from '@profilkort/database/pictures/pictures.queries'
import { pictureLimits } from '@profilkort/domain/pictures/picture'
import { failed, ok, type Result } from '@profilkort/domain/result'
import sharp, { type Sharp } from 'sharp'
import { unwrap } from '../graphql/problems.ts'
import { isBare } from './bare.ts'
import type { PictureStore } from './store.ts'

// Two pictures at a time, each on one thread, leave the server room to answer.
sharp.concurrency(1)
sharp.cache(false)

interface Prepared {
  readonly content: Buffer
  readonly type: string
  readonly width: number
  readonly height: number
  readonly colour: string
}

/**
 * Takes a picture in: what it is is found by reading it, whatever its name says; it is turned upright and keeps nothing
 * but its pixels. The same picture again is the one that is there.
 */
export async function receivePicture(
  { db, store, now }: { readonly db: Database; readonly store: PictureStore; readonly now: Date },
  { workspaceId, actor }: { readonly workspaceId: string; readonly actor: string },
  file: Buffer,
): Promise<PictureRow> {
  const { content, ...picture } = unwrap(await prepare(file))
  const hash = createHash('sha256').update(content).digest('hex')
  const row = { ...picture, hash, bytes: content.length, createdAt: now, createdBy: actor }
  await inWorkspace(db, workspaceId, (tx) => insertPicture(tx, workspaceId, row))
  await store.put({ workspaceId, hash, variant: 'original' }, content, row.type)
  const [kept] = await inWorkspace(db, workspaceId, (tx) => findPictures(tx, workspaceId, [hash]))
  if (kept === undefined) throw new Error(`Picture ${hash} is gone right after it was kept`)
  return kept
}

async function prepare(file: Buffer): Promise<Result<Prepared>> {
  try {
    const image = sharp(file, { limitInputPixels: pictureLimits.pixels, failOn: 'error' })
    const { format, orientation = 1, hasAlpha, width, height, pages = 1 } = await image.metadata()
    const known = format === 'heif' ? 'avif' : format
    if (!pictureLimits.formats.some((each) => each === known)) return refused(`This is ${format}.`)
    const isKept = orientation === 1 && pages === 1 && isBare(file, format)
    const content = isKept ? file : await encode(image.autoOrient(), hasAlpha).toBuffer()
    const kept = isKept ? { format, width, height } : await sharp(content).metadata()
    // Reads every pixel, so that a file that is cut off is refused now and not when somebody looks at it.
    const { dominant } = await sharp(content, { failOn: 'error' }).stats()
    return ok({
      content,
      type: `image/${kept.format}`,
      width: kept.width,
      height: kept.height,
      colour: `#${[dominant.r, dominant.g, dominant.b].map((part) => part.toString(16).padStart(2, '0')).join('')}`,
    })
  } catch (error) {
    return refused(error instanceof Error ? `It could not be read: ${error.message.split('\n')[0]}.` : '')
  }
}

function encode(image: Sharp, hasAlpha: boolean): Sharp {
  return hasAlpha ? image.png() : image.jpeg({ quality: 90, mozjpeg: true })
}

function refused(what: string): Result<never> {
  const { formats, pixels } = pictureLimits
  const message = `${what} Send a whole picture (${formats.join(', ')}) of at most ${pixels / 1e6} megapixels.`
  return failed({ path: ['file'], message: message.trim() })
}
