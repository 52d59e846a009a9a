import type { Answer, Ask } from './ask.ts'

/** How long an answer is waited for, in milliseconds. */
const patience = 15_000

function isPublic(credential: string): boolean {
  return credential.startsWith('profilkort_p')
}

/**
 * Where one API is asked as one caller for all at once, those of the same `what` next to one another:
 * `/v1/widgets?ask=profile/nb/a,b;fit/nb/ideal-customer/c`. A publishable key goes in the address, so that the browser
 * needs no permission first; a token goes in a header.
 */
export function addressOf(asks: readonly Ask[]): string {
  const [{ api, credential } = {} as Ask] = asks
  const groups = [...Map.groupBy(asks, ({ what }) => what)].map(
    ([what, group]) => `${what}/${group.map(({ key }) => encodeURIComponent(key)).join()}`,
  )
  return `${api}/v1/widgets?ask=${groups.join(';')}${isPublic(credential) ? `&key=${credential}` : ''}`
}

/** The answers in the order of the address. Rejects only when it is aborted. */
export async function fetchAnswers(
  asks: readonly Ask[],
  credential: string,
  signal: AbortSignal,
): Promise<readonly Answer[]> {
  const all = (code: string, message: string) => asks.map(() => ({ failure: { code, message } }))
  try {
    const response = await fetch(addressOf(asks), {
      headers: credential && !isPublic(credential) ? { authorization: `Bearer ${credential}` } : {},
      credentials: 'same-origin',
      signal: AbortSignal.any([signal, AbortSignal.timeout(patience)]),
    })
    const { answers, error } = await response.json().catch(() => ({}))
    return answers ? answers.map(read) : all(error?.code ?? 'UNREADABLE', error?.message ?? response.status)
  } catch (error) {
    if (signal.aborted) throw error
    return all(navigator.onLine ? 'NETWORK' : 'OFFLINE', String(error))
  }
}

interface Answered {
  readonly data?: unknown
  readonly errors?: readonly { readonly message: string; readonly extensions?: { readonly code?: string } }[]
}

function read({ data, errors: [error] = [] }: Answered): Answer {
  return error ? { failure: { code: error.extensions?.code ?? 'ERROR', message: error.message } } : { data }
}
