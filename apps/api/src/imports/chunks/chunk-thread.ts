// The thread that reads large imports, so that the server's own stays free for those who read.
import { parentPort, workerData } from 'node:worker_threads'
import { ImportRefused } from '../problem.ts'
import type { ReadingPlan } from './chunk.ts'
import { readChunks } from './read-chunks.ts'
import type { Asked, Answered } from './thread-messages.ts'

const reader = readChunks(workerData as ReadingPlan)

async function answer(asked: Asked): Promise<unknown> {
  switch (asked.what) {
    case 'next':
      return reader.next()
    case 'encode':
      return reader.encode(asked.chunk, asked.places, asked.companies)
    case 'rows':
      return reader.rows(asked.chunk, asked.places)
    case 'release':
      return reader.release(asked.chunk)
  }
}

// One after the other, in the order asked.
let queue: Promise<void> = Promise.resolve()
parentPort?.on('message', (asked: Asked) => {
  queue = queue.then(async () => {
    try {
      const value = await answer(asked)
      const message: Answered = { id: asked.id, value }
      parentPort?.postMessage(message, value instanceof Uint8Array ? [value.buffer as ArrayBuffer] : [])
    } catch (error) {
      const refused = error instanceof ImportRefused ? { code: error.code, message: error.message } : undefined
      parentPort?.postMessage({ id: asked.id, refused, error } satisfies Answered)
    }
  })
})
