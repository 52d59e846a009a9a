/**
 * Whether a file holds nothing but its picture: no position, camera, name, comment or preview. Such a file is kept byte
 * for byte, so that a picture that is taken from one workspace to another stays the same picture.
 */
export function isBare(file: Buffer, format: string): boolean {
  switch (format) {
    case 'jpeg':
      return jpegSegments(file).every(isPlainSegment)
    case 'png':
      return chunks(file, 8, 'BE', pngChunk).every((name) => plainPng.has(name))
    case 'webp':
      return chunks(file, 12, 'LE', webpChunk).every((name) => plainWebp.has(name))
    default:
      return false
  }
}

const plainPng = new Set(['IHDR', 'PLTE', 'tRNS', 'IDAT', 'IEND', 'sRGB', 'gAMA', 'cHRM', 'pHYs'])
const plainWebp = new Set(['VP8 ', 'VP8L', 'VP8X', 'ALPH'])

/** A segment of a JPEG: its marker and how long it says it is. */
interface Segment {
  readonly marker: number
  readonly length: number
}

/** What cannot be followed, or comes after the picture's end, is not trusted. */
const stranger: Segment = { marker: 0xfe, length: 0 }

/**
 * APP0 and APP14 say how to read the colours, in so many bytes: longer ones hold a preview or somebody's own. All other
 * APPs hold metadata, FE a comment.
 */
function isPlainSegment({ marker, length }: Segment): boolean {
  if (marker === 0xe0) return length === 16
  if (marker === 0xee) return length === 14
  return marker !== 0xfe && (marker < 0xe1 || marker > 0xef)
}

/** The segments of a JPEG to its end: a progressive one has more of them between its scans. */
function jpegSegments(file: Buffer): readonly Segment[] {
  const segments: Segment[] = []
  let at = 2
  while (at + 4 <= file.length && file[at] === 0xff) {
    const segment = { marker: file[at + 1] ?? 0, length: file.readUInt16BE(at + 2) }
    segments.push(segment)
    at += 2 + segment.length
    if (segment.marker === 0xda) at = endOfScan(file, at)
  }
  const isEnd = at + 2 === file.length && file.readUInt16BE(at) === 0xffd9
  return isEnd ? segments : [...segments, stranger]
}

/** Where the next marker stands; in a scan, FF 00 is a byte of it and D0 to D7 only keep step. */
function endOfScan(file: Buffer, start: number): number {
  let at = file.indexOf(0xff, start)
  while (at !== -1) {
    const next = file[at + 1] ?? 0
    if (next !== 0 && (next < 0xd0 || next > 0xd7)) return at
    at = file.indexOf(0xff, at + 2)
  }
  return file.length
}

interface ChunkForm {
  readonly name: number
  readonly length: number
  readonly around: number
}

const pngChunk: ChunkForm = { name: 4, length: 0, around: 12 }
const webpChunk: ChunkForm = { name: 0, length: 4, around: 8 }

/** The names of the chunks of a PNG or a WebP. */
function chunks(file: Buffer, start: number, order: 'BE' | 'LE', form: ChunkForm): readonly string[] {
  const names: string[] = []
  let at = start
  while (at + 8 <= file.length) {
    names.push(file.toString('latin1', at + form.name, at + form.name + 4))
    const length = order === 'BE' ? file.readUInt32BE(at + form.length) : file.readUInt32LE(at + form.length)
    at += form.around + length + (order === 'LE' ? length % 2 : 0)
  }
  // Bytes after the last chunk are somebody's own.
  return at === file.length ? names : [...names, 'rest']
}
