// The thread that reads large imports, so that the server's own stays free for those who read.
import { parentPort, workerData } from 'node:worker_threads'
import { ImportRefused } from '../problem.ts'
import type { FileToRead } from './chunk.ts'
import { fileReader } from './file-reader.ts'
import type { Answered, Asked } from './thread-messages.ts'

const reader = fileReader(workerData as FileToRead)

// One after the other, in the order asked.
let queue: Promise<void> = Promise.resolve()
parentPort?.on('message', ({ id, method, args }: Asked) => {
  queue = answer(queue, { id, method, args })
})

async function answer(before: Promise<void>, { id, method, args }: Asked): Promise<void> {
  await before
  try {
    const ask = reader[method] as (...given: readonly unknown[]) => unknown
    const value = await ask(...args)
    parentPort?.postMessage({ id, value } satisfies Answered, buffersOf(value))
  } catch (error) {
    const refused = error instanceof ImportRefused ? { code: error.code, message: error.message } : undefined
    parentPort?.postMessage({ id, refused, error } satisfies Answered)
  }
}

/** Rows that are encoded are given away rather than copied. */
function buffersOf(value: unknown): ArrayBuffer[] {
  const bytes =
    value instanceof Uint8Array ? value : (value as { readonly encoded?: unknown } | undefined)?.encoded
  return bytes instanceof Uint8Array ? [bytes.buffer as ArrayBuffer] : []
}
