import { createHash } from 'node:crypto'
import { type Database, inWorkspace } from '@profilkort/database/connect'
import { findPictures, insertPicture, type PictureRow } from '@profilkort/database/pictures/pictures.queries'
import { pictureLimits } from '@profilkort/domain/pictures/picture'
import { failed, ok, type Result } from '@profilkort/domain/result'
import type { Sharp } from 'sharp'
import { unwrap } from '../graphql/problems.ts'
import { atMost } from './at-most.ts'
import { isBare } from './bare.ts'
import { loadSharp } from './sharp.ts'
import type { PictureStore } from './store.ts'

const inTurn = atMost(1)

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
  const { content, ...picture } = unwrap(await inTurn(() => prepare(file)))
  const hash = createHash('sha256').update(content).digest('hex')
  const row = { ...picture, hash, bytes: content.length, createdAt: now, createdBy: actor }
  await inWorkspace(db, workspaceId, (tx) => insertPicture(tx, workspaceId, row))
  await store.put({ workspaceId, hash, variant: 'original' }, content, row.type)
  const [kept] = await inWorkspace(db, workspaceId, (tx) => findPictures(tx, workspaceId, [hash]))
  if (kept === undefined) throw new Error(`Picture ${hash} is gone right after it was kept`)
  return kept
}

async function prepare(file: Buffer): Promise<Result<Prepared>> {
  const sharp = await loadSharp()
  try {
    const image = sharp(file, { limitInputPixels: pictureLimits.pixels, failOn: 'error' })
    const { format, orientation = 1, hasAlpha, width, height, pages = 1 } = await image.metadata()
    const known = format === 'heif' ? 'avif' : format
    if (!pictureLimits.formats.some((each) => each === known)) return refused(`This is ${format}.`)
    if (Math.max(width, height) > pictureLimits.side) return refused(`This is ${width} by ${height} pixels.`)
    const isKept = orientation === 1 && pages === 1 && isBare(file, format)
    const content = isKept ? file : await encode(image.autoOrient(), hasAlpha)
    if (content === undefined)
      return refused(`Its pixels alone are larger than ${pictureLimits.bytes / 1024 / 1024} MB.`)
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

/** The pixels alone, in what all programs read or else in what is smaller; undefined where no form is small enough. */
async function encode(image: Sharp, hasAlpha: boolean): Promise<Buffer | undefined> {
  const usual = hasAlpha ? image.clone().png() : image.clone().jpeg({ quality: 90, mozjpeg: true })
  for (const form of [usual, image.clone().webp({ quality: 80 })]) {
    const content = await form.toBuffer()
    if (content.length <= pictureLimits.bytes) return content
  }
  return undefined
}

function refused(what: string): Result<never> {
  const { formats, pixels, side } = pictureLimits
  const message = `${what} Send a whole picture (${formats.join(', ')}) of at most ${pixels / 1e6} megapixels and ${side} pixels along a side.`
  return failed({ path: ['file'], message: message.trim() })
}
