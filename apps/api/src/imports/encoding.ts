import { isUtf8 } from 'node:buffer'
import { createReadStream } from 'node:fs'
import { ImportRefused } from './problem.ts'

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252' | 'iso-8859-15' | 'macintosh'

export interface RecognisedEncoding {
  readonly encoding: Encoding
  /** Whether some bytes are no letters in it; they are read as U+FFFD. */
  readonly hasBrokenBytes: boolean
}

/** The encoding of a file's text, by its first bytes and, where those leave it open, by all of it. */
export async function recogniseEncoding(file: string, sample: Buffer): Promise<RecognisedEncoding> {
  const wide = recogniseWide(sample)
  // Half a character at the end of UTF-16 becomes U+FFFD, as any other breakage does.
  if (wide !== undefined) return { encoding: wide, hasBrokenBytes: true }
  if (await isAllUtf8(file)) return { encoding: 'utf-8', hasBrokenBytes: false }
  const tally = await tallyBytes(file)
  if (tally.letters > tally.broken) return { encoding: 'utf-8', hasBrokenBytes: true }
  return { encoding: recogniseNarrow(tally.bytes), hasBrokenBytes: false }
}

function recogniseWide(sample: Buffer): 'utf-16le' | 'utf-16be' | undefined {
  if (sample[0] === 0xff && sample[1] === 0xfe) return 'utf-16le'
  if (sample[0] === 0xfe && sample[1] === 0xff) return 'utf-16be'
  const nulls = { even: 0, odd: 0 }
  for (const [index, byte] of sample.entries()) if (byte === 0) nulls[index % 2 === 0 ? 'even' : 'odd']++
  // Latin letters in UTF-16 have a NUL as every other byte; other binary has them anywhere.
  if (nulls.odd > sample.length / 4 && nulls.even < nulls.odd / 20) return 'utf-16le'
  if (nulls.even > sample.length / 4 && nulls.odd < nulls.even / 20) return 'utf-16be'
  const isRaw = nulls.even + nulls.odd > sample.length / 200 || controls(sample) > sample.length / 50
  if (isRaw && !isMostlyClean(sample)) {
    throw new ImportRefused(
      'NOT_TEXT',
      'This is not a text file: it has bytes that no text has. Export the list as CSV (UTF-8).',
    )
  }
  return undefined
}

/** Control characters but for the line ends, tabs and separators that tables are written with. */
function controls(bytes: Buffer): number {
  let count = 0
  for (const byte of bytes) if (isControl(byte)) count++
  return count
}

function isControl(byte: number): boolean {
  return byte < 28 && byte !== 9 && byte !== 10 && byte !== 13
}

/** Whether a table has such characters in a few rows only, the first ones not: those rows are broken, and the file is none. */
function isMostlyClean(bytes: Buffer): boolean {
  let [lines, broken, start] = [0, 0, 0]
  while (start < bytes.length) {
    const found = bytes.indexOf(10, start)
    const end = found === -1 ? bytes.length : found
    const isBroken = bytes.subarray(start, end).some(isControl)
    if (isBroken && lines === 0) return false
    if (isBroken) broken++
    lines++
    start = end + 1
  }
  return broken <= lines / 3
}

const chunkBytes = 256 * 1024

/** One æ in Latin 1 can stand at the very end of a long file, so all of it is looked at. */
async function isAllUtf8(file: string): Promise<boolean> {
  let held = Buffer.alloc(0)
  for await (const read of createReadStream(file, { highWaterMark: chunkBytes })) {
    const chunk = held.length === 0 ? (read as Buffer) : Buffer.concat([held, read as Buffer])
    const end = chunk.length - unfinished(chunk)
    if (!isUtf8(chunk.subarray(0, end))) return false
    held = Buffer.from(chunk.subarray(end))
  }
  return isUtf8(held)
}

interface Tally {
  /** Letters beyond ASCII that are well-formed UTF-8. */
  readonly letters: number
  /** Runs of bytes that are not. */
  readonly broken: number
  /** How often each byte stands in the file. */
  readonly bytes: Uint32Array
}

/** A single broken letter in UTF-8 does not make the others Latin 1, so both are counted. */
async function tallyBytes(file: string): Promise<Tally> {
  const decoder = new TextDecoder('utf-8')
  const bytes = new Uint32Array(256)
  let [letters, broken] = [0, 0]
  for await (const chunk of createReadStream(file, { highWaterMark: chunkBytes })) {
    for (const byte of chunk as Buffer) bytes[byte] = (bytes[byte] ?? 0) + 1
    const text = decoder.decode(chunk as Buffer, { stream: true })
    broken += count(text, /\uFFFD/g)
    letters += count(text, /[^\0-\x7F\uFFFD]/g)
  }
  return { letters, broken: broken + count(decoder.decode(), /\uFFFD/g), bytes }
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0
}

/** How many bytes at the end may be the beginning of a letter. */
function unfinished(chunk: Buffer): number {
  for (let back = 1; back <= 3 && back <= chunk.length; back++) {
    const byte = chunk[chunk.length - back] ?? 0
    if (byte >= 0xc0) return back
    if (byte < 0x80) return 0
  }
  return 0
}

/** Letters of the Nordic languages and their neighbours: å ä æ ö ø é ü, great and small. */
const nordic = {
  latin: [0xe5, 0xe4, 0xe6, 0xf6, 0xf8, 0xe9, 0xfc, 0xc5, 0xc4, 0xc6, 0xd6, 0xd8, 0xc9, 0xdc],
  macintosh: [0x8c, 0x8a, 0xbe, 0x9a, 0xbf, 0x8e, 0x9f, 0x81, 0x80, 0xae, 0x85, 0xaf, 0x83, 0x86],
}

/** Which of the encodings with a byte a letter it is, by the letters that it would then have. */
function recogniseNarrow(bytes: Uint32Array): Encoding {
  const sum = (codes: readonly number[]) => codes.reduce((total, code) => total + (bytes[code] ?? 0), 0)
  if (sum(nordic.macintosh) > 2 * sum(nordic.latin)) return 'macintosh'
  const hasWindowsSigns = bytes.subarray(0x80, 0xa0).some((times) => times > 0)
  // ¤ is a sign that nobody writes; in ISO 8859-15 its place is that of the euro.
  return !hasWindowsSigns && (bytes[0xa4] ?? 0) > 0 ? 'iso-8859-15' : 'windows-1252'
}
