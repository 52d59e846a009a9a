import { once } from 'node:events'
import { PassThrough, type Readable } from 'node:stream'
import type { ImportEvent } from './events.ts'

/** Whoever asked for the import does not listen any more. */
export class HungUp extends Error {
  override readonly name = 'HungUp'
}

/** Events as lines of JSON. Telling waits for a slow listener and throws `HungUp` when there is none any more. */
export function eventStream(): { readonly stream: Readable & { end(): void }; readonly tell: Tell } {
  const stream = new PassThrough()
  const tell = async (event: ImportEvent) => {
    if (stream.destroyed) throw new HungUp('Nobody hears how the import goes')
    if (stream.write(`${JSON.stringify(event)}\n`)) return
    const either = new AbortController()
    const { signal } = either
    await Promise.race([once(stream, 'drain', { signal }), once(stream, 'close', { signal })])
    either.abort()
  }
  return { stream, tell }
}

type Tell = (event: ImportEvent) => Promise<void>
