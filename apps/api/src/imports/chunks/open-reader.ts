import { stat } from 'node:fs/promises'
import { Worker } from 'node:worker_threads'
import { ImportRefused } from '../problem.ts'
import type { FileReader, FileToRead } from './chunk.ts'
import { fileReader } from './file-reader.ts'
import type { Answered, Asked, Method } from './thread-messages.ts'

/** Files up to this are read before a thread would have started, in bytes. */
const smallFile = 512 * 1024
/** Enough for some chunks of wide rows, and a bound on what an import takes, in MiB. */
const threadMemory = 160

/** A reader of a file: in a thread of its own where that is worth it. */
export async function openReader(file: FileToRead): Promise<FileReader> {
  const { size } = await stat(file.file)
  return size <= smallFile ? fileReader(file) : threadReader(file)
}

function threadReader(file: FileToRead): FileReader {
  const thread = new Worker(new URL('./chunk-thread.ts', import.meta.url), {
    workerData: file,
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: threadMemory, maxYoungGenerationSizeMb: 8 },
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
  const ask =
    <Name extends Method>(method: Name) =>
    (...args: Parameters<FileReader[Name]>) => {
      if (failure !== undefined) return Promise.reject(failure)
      const id = asked++
      const answer = Promise.withResolvers<unknown>()
      waiting.set(id, answer)
      thread.postMessage({ id, method, args } satisfies Asked)
      return answer.promise as Promise<Awaited<ReturnType<FileReader[Name]>>>
    }
  const release = ask('release')
  return {
    check: ask('check'),
    begin: ask('begin'),
    next: ask('next'),
    encode: ask('encode'),
    rows: ask('rows'),
    release: (chunk) => void release(chunk).catch(() => undefined),
    close: async () => {
      await thread.terminate()
    },
  }
}
