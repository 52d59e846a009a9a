import { stat } from 'node:fs/promises'
import { Worker } from 'node:worker_threads'
import type { ImportedRow } from '@profilkort/domain/imports/read-row'
import { ImportRefused } from '../problem.ts'
import type { Chunk, ChunkReader, ReadingPlan } from './chunk.ts'
import { readChunks } from './read-chunks.ts'
import type { Answered, Asked } from './thread-messages.ts'

/** Files up to this are read before a thread would have started, in bytes. */
const smallFile = 512 * 1024
/** Enough for two chunks of wide rows, and a bound on what an import takes, in MiB. */
const threadMemory = 192

/** A reader of a file: in a thread of its own where that is worth it. */
export async function openReader(plan: ReadingPlan): Promise<ChunkReader> {
  const { size } = await stat(plan.file)
  return size <= smallFile ? readChunks(plan) : threadReader(plan)
}

type Question = Asked extends infer Each ? (Each extends Asked ? Omit<Each, 'id'> : never) : never

function threadReader(plan: ReadingPlan): ChunkReader {
  const thread = new Worker(new URL('./chunk-thread.ts', import.meta.url), {
    workerData: plan,
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: threadMemory, maxYoungGenerationSizeMb: 16 },
  })
  const waiting = new Map<number, PromiseWithResolvers<unknown>>()
  let asked = 0
  let failure: unknown
  const fail = (error: unknown) => {
    failure ??= error
    for (const { reject } of waiting.values()) reject(failure)
    waiting.clear()
  }
  thread.on('message', ({ id, value, refused, error }: Answered) => {
    const answer = waiting.get(id)
    waiting.delete(id)
    if (refused !== undefined) answer?.reject(new ImportRefused(refused.code, refused.message))
    else if (error !== undefined) answer?.reject(error)
    else answer?.resolve(value)
  })
  thread.on('error', fail)
  thread.on('exit', (code) => fail(new Error(`The thread that reads an import ended with ${code}`)))
  const ask = (question: Question): Promise<unknown> => {
    if (failure !== undefined) return Promise.reject(failure)
    const id = asked++
    const answer = Promise.withResolvers<unknown>()
    waiting.set(id, answer)
    thread.postMessage({ ...question, id })
    return answer.promise
  }
  return {
    next: () => ask({ what: 'next' }) as Promise<Chunk | undefined>,
    encode: (chunk, places, companies) =>
      ask({ what: 'encode', chunk, places, companies }) as Promise<Uint8Array>,
    rows: (chunk, places) => ask({ what: 'rows', chunk, places }) as Promise<readonly ImportedRow[]>,
    release: (chunk) => void ask({ what: 'release', chunk }).catch(() => undefined),
    close: async () => {
      await thread.terminate()
    },
  }
}
