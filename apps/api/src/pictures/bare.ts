/**
 * Whether a file holds nothing but its picture: no position, camera, name, comment or preview. Such a file is kept byte
 * for byte, so that a picture that is taken from one workspace to another stays the same picture.
 */
export function isBare(file: Buffer, format: string): boolean {
  switch (format) {
    case 'jpeg':
      return jpegSegments(file).every((marker) => !isMetadata(marker))
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

/** APP1 to APP13 and APP15 hold metadata, FE a comment; APP0 and APP14 say how to read the colours. */
function isMetadata(marker: number): boolean {
  return marker === 0xfe || (marker >= 0xe1 && marker <= 0xef && marker !== 0xee)
}

/** The markers of a JPEG's segments up to its pixels. */
function jpegSegments(file: Buffer): readonly number[] {
  const markers: number[] = []
  let at = 2
  while (at + 4 <= file.length && file[at] === 0xff) {
    const marker = file[at + 1] ?? 0
    markers.push(marker)
    if (marker === 0xda) return markers
    at += 2 + file.readUInt16BE(at + 2)
  }
  // What cannot be followed is not trusted.
  return [0xfe]
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
