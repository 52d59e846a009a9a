import { openAsBlob } from 'node:fs'
import { stat } from 'node:fs/promises'
import { Failure } from '../mistake.ts'
import type { ServerAddress } from '../server-address.ts'

/** An event of an import as the server tells it; the fields depend on the type. */
export interface Told {
  readonly type: 'recognised' | 'proposal' | 'progress' | 'rejected' | 'report' | 'failed'
  // The server's own types stay with the server; each event's fields are read where it is shown.
  readonly [field: string]: unknown
}

/** Sends a file and hands on what the server tells, line by line. Throws `Failure` where it will not take it. */
export async function sendFile(
  { url, secretKey }: ServerAddress,
  file: string,
  request: object,
  hear: (event: Told) => void,
): Promise<void> {
  const form = new FormData()
  form.set('request', JSON.stringify(request))
  form.set('file', await openFile(file), 'file')
  const response = await post(new URL('/v1/imports', url), secretKey, form)
  if (!response.ok || response.body === null) throw new Failure(await problemOf(response))
  let rest = ''
  for await (const text of response.body.pipeThrough(new TextDecoderStream())) {
    const lines = (rest + text).split('\n')
    rest = lines.pop() ?? ''
    for (const line of lines) hear(parseEvent(line))
  }
  if (rest !== '')
    throw new Failure('The server stopped in the middle of the import; nothing was written. Try again.')
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

async function post(url: URL, secretKey: string, body: FormData): Promise<Response> {
  try {
    return await fetch(url, { method: 'POST', headers: { authorization: `Bearer ${secretKey}` }, body })
  } catch (error) {
    const { cause, message } = error as Error
    throw new Failure(
      `Nothing answers at ${url.origin} (${cause instanceof Error ? cause.message : message}). Start Profilkort with \`npm start\`.`,
    )
  }
}

async function problemOf(response: Response): Promise<string> {
  const text = await response.text()
  try {
    return (JSON.parse(text) as { error: { message: string } }).error.message
  } catch {
    return `The server answered ${response.status}: ${text.slice(0, 200)}`
  }
}

function parseEvent(line: string): Told {
  const event = JSON.parse(line) as Told
  if (event.type === 'failed') throw new Failure(String(event.message))
  return event
}
