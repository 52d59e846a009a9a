import { setTimeout as sleep } from 'node:timers/promises'
import { call, fail } from '../call.ts'
import { Failure } from '../mistake.ts'
import type { ServerAddress } from '../server-address.ts'
import { parseEvent, type Told } from './events.ts'

/** How long a server that is away is waited for, in milliseconds. */
const patience = 60_000

/** Hands on how an import goes until it is over, from the beginning; a server that restarts meanwhile is waited for. */
export async function followImport(
  server: ServerAddress,
  id: string,
  hear: (event: Told) => void,
): Promise<void> {
  let heard: string | undefined
  let lastHeardAt = Date.now()
  for (;;) {
    const headers = heard === undefined ? {} : { 'last-event-id': heard }
    const response = await call(server, `/v1/imports/${id}/events`, { headers }).catch((error: unknown) => {
      if (Date.now() - lastHeardAt > patience) throw error
    })
    if (response !== undefined && (!response.ok || response.body === null)) await fail(response)
    try {
      for await (const block of blocks(response?.body)) {
        const [, eventId, data = '{}'] = /^id: (.*)\nevent: .*\ndata: (.*)$/.exec(block) ?? []
        const event = parseEvent(data)
        heard = eventId
        lastHeardAt = Date.now()
        hear(event)
        if (event.type === 'report') return
      }
    } catch (error) {
      if (error instanceof Failure) throw error
    }
    await sleep(500)
  }
}

async function* blocks(
  body: ReadableStream<Uint8Array<ArrayBuffer>> | null | undefined,
): AsyncGenerator<string> {
  if (body == null) return
  let rest = ''
  for await (const text of body.pipeThrough(new TextDecoderStream())) {
    const parts = (rest + text).split('\n\n')
    rest = parts.pop() ?? ''
    yield* parts
  }
}
