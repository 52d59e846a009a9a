import { failed, ok, type Result } from '../result.ts'

/** What a file may be: bytes, pixels in all, pixels along a side (WebP has no more), and the formats that are taken in. */
export const pictureLimits = {
  bytes: 10 * 1024 * 1024,
  pixels: 50_000_000,
  side: 16_383,
  formats: ['jpeg', 'png', 'webp', 'avif', 'gif'],
} as const

/** The widths that a picture is served in, in pixels. */
export const pictureWidths = [96, 192, 384, 768, 1536] as const
export type PictureWidth = (typeof pictureWidths)[number]

/** The widths that differ for a picture of this width: none is made larger, so the next above its own shows all of it. */
export function offeredWidths(width: number): readonly PictureWidth[] {
  const whole = pictureWidths.find((each) => each >= width) ?? Number.POSITIVE_INFINITY
  return pictureWidths.filter((each) => each <= whole)
}

/** The formats that a picture is served in, smallest files first. */
export const pictureFormats = ['avif', 'webp', 'jpeg'] as const
export type PictureFormat = (typeof pictureFormats)[number]

/** What has to stay in sight when a picture is cropped: from its upper left corner, in per cent, whole numbers. */
export interface FocalPoint {
  readonly x: number
  readonly y: number
}

/** One size and form of a picture. */
export type PictureVariant =
  | { readonly kind: 'original' }
  | { readonly kind: 'width'; readonly width: PictureWidth; readonly format: PictureFormat }
  | {
      readonly kind: 'square'
      readonly width: PictureWidth
      readonly format: PictureFormat
      readonly focalPoint: FocalPoint
    }

/** `original`, `768.webp`, or `square-384@50,30.avif`: the last part of a picture's address. */
export function variantName(variant: PictureVariant): string {
  switch (variant.kind) {
    case 'original':
      return 'original'
    case 'width':
      return `${variant.width}.${variant.format}`
    case 'square': {
      const { x, y } = variant.focalPoint
      return `square-${variant.width}@${x},${y}.${variant.format}`
    }
  }
}

/** Undefined for a name that is none: there are only so many sizes and forms. */
export function parseVariant(name: string): PictureVariant | undefined {
  if (name === 'original') return { kind: 'original' }
  const [, square, digits, x, y, extension] =
    /^(square-)?(\d+)(?:@(\d{1,3}),(\d{1,3}))?\.(\w+)$/.exec(name) ?? []
  const width = pictureWidths.find((each) => String(each) === digits)
  const format = pictureFormats.find((each) => each === extension)
  if (width === undefined || format === undefined || (square === undefined) !== (x === undefined))
    return undefined
  if (square === undefined) return { kind: 'width', width, format }
  const focalPoint = { x: Number(x), y: Number(y) }
  return checkFocalPoint(focalPoint).ok ? { kind: 'square', width, format, focalPoint } : undefined
}

/** The path of a picture on the server; it names the content, so what is there never changes. */
export function picturePath(workspaceId: string, hash: string, variant: PictureVariant): string {
  return `/pictures/${workspaceId}/${hash}/${variantName(variant)}`
}

export function checkFocalPoint(point: FocalPoint): Result<FocalPoint> {
  const isPart = (part: number) => Number.isInteger(part) && part >= 0 && part <= 100
  if (isPart(point.x) && isPart(point.y)) return ok(point)
  const message = 'A focal point is two whole numbers from 0 to 100: per cent from the left and from the top.'
  return failed({ path: ['focalPoint'], message })
}
