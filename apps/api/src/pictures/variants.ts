import { type Database, inWorkspace } from '@profilkort/database/connect'
import { findPictures, type PictureRow } from '@profilkort/database/pictures/pictures.queries'
import { type PictureVariant, parseVariant, variantName } from '@profilkort/domain/pictures/picture'
import { atMost } from './at-most.ts'
import { loadSharp } from './sharp.ts'
import type { PictureStore } from './store.ts'

/** A file as it is served. */
export interface ServedFile {
  readonly content: Buffer
  readonly type: string
}

export type FindVariant = (workspaceId: string, hash: string, name: string) => Promise<ServedFile | undefined>

/**
 * Finds a picture's file in one of its sizes, making it when it is first asked for. Only sizes on the list are made,
 * and squares only around the focal point that the picture has, so that nobody can make the server work at will.
 */
export function openVariants(db: Database, store: PictureStore): FindVariant {
  const making = new Map<string, Promise<ServedFile | undefined>>()
  const inTurn = atMost(2)

  async function make(workspaceId: string, hash: string, variant: PictureVariant) {
    const name = { workspaceId, hash, variant: variantName(variant) }
    const [picture] = await inWorkspace(db, workspaceId, (tx) => findPictures(tx, workspaceId, [hash]))
    if (picture === undefined) return undefined
    const kept = await store.get(name)
    const type = variant.kind === 'original' ? picture.type : `image/${variant.format}`
    if (kept !== undefined) return { content: kept, type }
    if (variant.kind === 'original' || !isOffered(variant, picture)) return undefined
    const original = await store.get({ ...name, variant: 'original' })
    if (original === undefined) return undefined
    const content = await inTurn(() => resize(original, variant, picture))
    await store.put(name, content, type)
    return { content, type }
  }

  return async (workspaceId, hash, name) => {
    const variant = parseVariant(name)
    if (variant === undefined) return undefined
    const key = `${workspaceId} ${hash} ${name}`
    const found = making.get(key) ?? make(workspaceId, hash, variant).finally(() => making.delete(key))
    making.set(key, found)
    return found
  }
}

function isOffered(variant: PictureVariant, { focalX, focalY }: PictureRow): boolean {
  if (variant.kind !== 'square') return true
  return variant.focalPoint.x === focalX && variant.focalPoint.y === focalY
}

/** Never larger than the original. */
async function resize(
  original: Buffer,
  variant: Exclude<PictureVariant, { kind: 'original' }>,
  picture: PictureRow,
): Promise<Buffer> {
  const sharp = await loadSharp()
  const image = sharp(original)
  const sized =
    variant.kind === 'width'
      ? image.resize({ width: variant.width, withoutEnlargement: true })
      : image
          .extract(squareAround(variant.focalPoint, picture))
          .resize({ width: variant.width, withoutEnlargement: true })
  switch (variant.format) {
    case 'avif':
      return sized.avif({ quality: 55, effort: 3 }).toBuffer()
    case 'webp':
      return sized.webp({ quality: 80 }).toBuffer()
    case 'jpeg':
      return sized.flatten({ background: '#fff' }).jpeg({ quality: 80, mozjpeg: true }).toBuffer()
  }
}

/** The largest square that has the focal point as near its middle as the picture's edges let it. */
function squareAround({ x, y }: { readonly x: number; readonly y: number }, { width, height }: PictureRow) {
  const side = Math.min(width, height)
  const start = (length: number, part: number) =>
    Math.round(Math.min(Math.max((length * part) / 100 - side / 2, 0), length - side))
  return { left: start(width, x), top: start(height, y), width: side, height: side }
}
