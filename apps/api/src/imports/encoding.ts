import { createReadStream } from 'node:fs'
import { ImportRefused } from './problem.ts'

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252'

/** The encoding of a file's text, by its first bytes and, where those leave it open, by all of it. */
export async function recogniseEncoding(file: string, sample: Buffer): Promise<Encoding> {
  if (sample[0] === 0xff && sample[1] === 0xfe) return 'utf-16le'
  if (sample[0] === 0xfe && sample[1] === 0xff) return 'utf-16be'
  const nulls = { even: 0, odd: 0 }
  for (const [index, byte] of sample.entries()) if (byte === 0) nulls[index % 2 === 0 ? 'even' : 'odd']++
  // Latin letters in UTF-16 have a NUL as every other byte; other binary has them anywhere.
  if (nulls.odd > sample.length / 4 && nulls.even < nulls.odd / 20) return 'utf-16le'
  if (nulls.even > sample.length / 4 && nulls.odd < nulls.even / 20) return 'utf-16be'
  if (nulls.even + nulls.odd > 0 || controls(sample) > sample.length / 100) {
    throw new ImportRefused(
      'NOT_TEXT',
      'This is not a text file: it has bytes that no text has. Export the list as CSV (UTF-8).',
    )
  }
  return (await isMostlyUtf8(file)) ? 'utf-8' : 'windows-1252'
}

function controls(bytes: Buffer): number {
  let count = 0
  for (const byte of bytes) if (byte < 32 && byte !== 9 && byte !== 10 && byte !== 13) count++
  return count
}

/**
 * Whether more of the letters beyond ASCII are well-formed UTF-8 than not. One æ in Latin 1 can stand at the very end of
 * a long file, so all of it is looked at; a single broken letter in UTF-8 does not make the others Latin 1.
 */
async function isMostlyUtf8(file: string): Promise<boolean> {
  const decoder = new TextDecoder('utf-8')
  let [good, bad] = [0, 0]
  const count = (text: string) => {
    for (const [run] of text.matchAll(/[^\0-\x7F]+/g)) {
      const broken = run.split('\uFFFD').length - 1
      bad += broken
      good += run.length - broken
    }
  }
  for await (const chunk of createReadStream(file, { highWaterMark: 256 * 1024 })) {
    count(decoder.decode(chunk as Buffer, { stream: true }))
  }
  count(decoder.decode())
  return bad === 0 || good > bad
}
