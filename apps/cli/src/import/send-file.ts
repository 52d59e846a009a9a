import { openAsBlob } from 'node:fs'
import { stat } from 'node:fs/promises'
import { call, fail } from '../call.ts'
import { Failure } from '../mistake.ts'
import type { ServerAddress } from '../server-address.ts'
import { parseEvent, type Told } from './events.ts'

/**
 * Sends a file and hands on what the server tells, line by line. Throws `Failure` where it will not take it.
 * @returns whether all was heard; false where the server stopped in the middle
 */
export async function sendFile(
  server: ServerAddress,
  file: string,
  request: object,
  hear: (event: Told) => void,
): Promise<boolean> {
  const form = new FormData()
  form.set('request', JSON.stringify(request))
  form.set('file', await openFile(file), 'file')
  const response = await call(server, '/v1/imports', { method: 'POST', body: form })
  if (!response.ok || response.body === null) return fail(response)
  let rest = ''
  let last: Told['type'] | undefined
  try {
    for await (const text of response.body.pipeThrough(new TextDecoderStream())) {
      const lines = (rest + text).split('\n')
      rest = lines.pop() ?? ''
      for (const line of lines) {
        const event = parseEvent(line)
        last = event.type
        hear(event)
      }
    }
  } catch (error) {
    if (error instanceof Failure) throw error
  }
  return last === 'report'
}

async function openFile(file: string): Promise<Blob> {
  const isFile = await stat(file).then(
    (found) => found.isFile(),
    () => undefined,
  )
  if (isFile === false) throw new Failure(`${file} is a folder or a device. Name a file in it.`)
  try {
    return await openAsBlob(file)
  } catch {
    throw new Failure(`The file ${file} could not be read. Is the name right?`)
  }
}
