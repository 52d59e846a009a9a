import { createReadStream } from 'node:fs'
import { StringDecoder } from 'node:string_decoder'
import type { Encoding } from './encoding.ts'

const chunkBytes = 64 * 1024

/** The text of a file in chunks, without its byte-order mark. Bytes that are no letters become U+FFFD. */
export async function* decode(file: string, encoding: Encoding): AsyncGenerator<string> {
  const decoder = textDecoder(encoding)
  let isFirst = true
  for await (const bytes of createReadStream(file, { highWaterMark: chunkBytes })) {
    const text = decoder.write(bytes as Buffer)
    yield isFirst && text.startsWith('\uFEFF') ? text.slice(1) : text
    isFirst = false
  }
  const last = decoder.end()
  if (last !== '') yield last
}

/** Node's own decoder is the quicker one for UTF-8. */
function textDecoder(encoding: Encoding) {
  if (encoding === 'utf-8') return new StringDecoder('utf8')
  const decoder = new TextDecoder(encoding)
  return {
    write: (bytes: Buffer) => decoder.decode(bytes, { stream: true }),
    end: () => decoder.decode(),
  }
}
