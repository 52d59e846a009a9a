import type { Answer, Ask } from './ask.ts'
import type { Failure } from './failure.ts'

/** How long an answer is waited for, in milliseconds. */
const patience = 15_000

interface Extended {
  readonly extensions?: { readonly code?: string }
}

interface Answered {
  readonly data?: unknown
  readonly errors?: readonly (Partial<Failure> & Extended & Pick<Failure, 'message'>)[]
}

/**
 * Asks several things at once: `/v1/widgets?ask=profile/nb/a,b;fit/nb/ideal-customer/c`. A publishable key goes in the
 * address, so that the browser needs no permission first and its cache serves every tab; a token goes in a header.
 * Never rejects.
 * @returns the answer to each by its place in the question; where the request failed, that failure for all
 */
export async function fetchAnswers(
  { api, credential }: Ask,
  question: string,
  signal: AbortSignal,
): Promise<(index: number) => Answer> {
  const isPublic = credential.startsWith('profilkort_p')
  const { answers, error } = await fetch(
    `${api}/v1/widgets?ask=${question}${isPublic ? `&key=${credential}` : ''}`,
    {
      headers: isPublic || !credential ? {} : { authorization: `Bearer ${credential}` },
      signal: AbortSignal.any([signal, AbortSignal.timeout(patience)]),
    },
  ).then(
    async (response) => ({
      error: { code: 'UNREADABLE', message: response.status },
      ...(await response.json().catch(() => {})),
    }),
    (reason) => ({ error: { code: navigator.onLine ? 'NETWORK' : 'OFFLINE', message: `${reason}` } }),
  )
  return (index) => read(answers?.[index] ?? { errors: [error] })
}

function read({ data, errors: [error] = [] }: Answered): Answer {
  return error
    ? { failure: { code: error.extensions?.code ?? error.code ?? 'ERROR', message: error.message } }
    : { data }
}
