import type sharpOf from 'sharp'

type Sharp = typeof sharpOf

// Nothing else is even tried: what reads SVG and the like never sees a stranger's file.
const readers = ['JpegBuffer', 'PngBuffer', 'WebpBuffer', 'HeifBuffer', 'NsgifBuffer']

let loaded: Promise<Sharp> | undefined

/** What reads and writes pictures, loaded for the first of them: it takes some 20 MiB, and most servers see none for long. */
export async function loadSharp(): Promise<Sharp> {
  loaded ??= import('sharp').then(({ default: sharp }) => {
    // One picture that comes in and two that are made smaller, each on one thread, leave the server room to answer.
    sharp.concurrency(1)
    sharp.cache(false)
    sharp.block({ operation: ['VipsForeignLoad'] })
    sharp.unblock({ operation: readers.map((each) => `VipsForeignLoad${each}`) })
    return sharp
  })
  return loaded
}
