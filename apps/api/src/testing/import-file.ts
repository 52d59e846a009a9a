import type { ImportEvent } from '../imports/events.ts'

type Found<Type extends ImportEvent['type']> = Extract<ImportEvent, { type: Type }>

/** What an import over HTTP answered. */
export interface ImportAnswer {
  readonly status: number
  readonly events: readonly ImportEvent[]
  /** The problem that was told before anything was begun. */
  readonly error: { readonly code: string; readonly message: string } | undefined
  readonly all: <Type extends ImportEvent['type']>(type: Type) => readonly Found<Type>[]
  /** The one event of a type; throws with all of them when there is none. */
  readonly one: <Type extends ImportEvent['type']>(type: Type) => Found<Type>
}

/** Sends a file to `/v1/imports`. */
export async function importFile(
  url: string,
  key: string,
  request: object,
  content: string | Uint8Array<ArrayBuffer>,
): Promise<ImportAnswer> {
  const form = new FormData()
  form.set('request', JSON.stringify(request))
  form.set('file', new Blob([content]), 'file.csv')
  const response = await fetch(`${url}/v1/imports`, {
    method: 'POST',
    headers: { authorization: `Bearer ${key}` },
    body: form,
  })
  const text = await response.text()
  const isStream = response.headers.get('content-type')?.includes('ndjson') ?? false
  const events = isStream
    ? text
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line) as ImportEvent)
    : []
  const all = <Type extends ImportEvent['type']>(type: Type) =>
    events.filter((event) => event.type === type) as Found<Type>[]
  return {
    status: response.status,
    events,
    error: isStream ? undefined : (JSON.parse(text) as { error: ImportAnswer['error'] }).error,
    all,
    one: (type) => {
      const [first] = all(type)
      if (first === undefined) throw new Error(`No "${type}" among: ${text.slice(-2000)}`)
      return first
    },
  }
}
