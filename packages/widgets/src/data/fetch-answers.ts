import type { Answer, Ask } from './ask.ts'
import { failure } from './failure.ts'

/** How long an answer is waited for, in milliseconds. */
const patience = 15_000

/**
 * Asks one API as one caller for all at once, in their order, those of the same `what` next to one another:
 * `/v1/widgets?ask=profile/nb/a,b;fit/nb/ideal-customer/c`. A publishable key goes in the address, so that the browser
 * needs no permission first; a token goes in a header. Rejects only when it is aborted.
 */
export async function fetchAnswers(asks: readonly Ask[], signal: AbortSignal): Promise<readonly Answer[]> {
  const [{ api, credential } = {} as Ask] = asks
  const all = (code: string, message: string) => asks.map(() => ({ failure: failure(code, message) }))
  const groups = Map.groupBy(asks, ({ what }) => what)
  const text = [...groups]
    .map(([what, group]) => `${what}/${group.map(({ key }) => encodeURIComponent(key))}`)
    .join(';')
  const isPublic = credential.startsWith('profilkort_p')
  try {
    const response = await fetch(`${api}/v1/widgets?ask=${text}${isPublic ? `&key=${credential}` : ''}`, {
      headers: credential && !isPublic ? { authorization: `Bearer ${credential}` } : {},
      credentials: 'same-origin',
      signal: AbortSignal.any([signal, AbortSignal.timeout(patience)]),
    })
    const body = await response.json().catch(() => undefined)
    if (body?.answers) return body.answers.map(read)
    return all(
      body?.error?.code ?? 'UNREADABLE',
      body?.error?.message ?? `The API answered with status ${response.status}.`,
    )
  } catch (error) {
    if (signal.aborted) throw error
    return all(navigator.onLine ? 'NETWORK' : 'OFFLINE', `The API at ${api} could not be reached: ${error}`)
  }
}

interface Answered {
  readonly data?: unknown
  readonly errors?: readonly { readonly message: string; readonly extensions?: { readonly code?: string } }[]
}

function read({ data, errors: [error] = [] }: Answered): Answer {
  return error ? { failure: failure(error.extensions?.code ?? 'ERROR', error.message) } : { data }
}
