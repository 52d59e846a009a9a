import { parseLocale } from '@profilkort/domain/locales/locale'
import { fitScoreDocumentId } from '../src/fit-score/fit-score.graphql.ts'
import { profileCardDocumentId } from '../src/profile-card/profile-card.graphql.ts'
import { fitFor } from './fits.ts'
import { profileFor } from './profiles.ts'

interface TestAnswer {
  readonly status: number
  readonly body: string
}

/**
 * What the API would answer. The credential or the wanted name says what happens: `revoked` and `elsewhere` are
 * refused, `expired` has expired, `failing` fails, `flaky…` fails the first time, `never` takes longer than a test.
 */
export async function answerTo(
  search: URLSearchParams,
  authorization: string | undefined,
  asked: Map<string, number>,
): Promise<TestAnswer> {
  const variables: { [name: string]: string } = JSON.parse(search.get('variables') ?? '{}')
  const locale = parseLocale(variables.locale ?? '') ?? 'en'
  const wanted = variables.slug ?? variables.customer ?? ''
  const count = (asked.get(wanted) ?? 0) + 1
  asked.set(wanted, count)
  const refusal = refusals[authorization?.replace('Bearer ', '') ?? '']
  if (refusal !== undefined) return refuse(...refusal)
  if (wanted === 'never') await new Promise((resolve) => setTimeout(resolve, 2_000))
  if (wanted === 'garbage') return { status: 200, body: '<h1>It works!</h1>' }
  if (wanted === 'failing' || (wanted.startsWith('flaky') && count === 1)) return refuse(503, 'UNAVAILABLE')
  switch (search.get('documentId')) {
    case profileCardDocumentId:
      return { status: 200, body: JSON.stringify({ data: { profile: profileFor(wanted, locale) } }) }
    case fitScoreDocumentId:
      return { status: 200, body: JSON.stringify({ data: { customer: fitFor(wanted, locale) } }) }
    default:
      return refuse(403, 'FORBIDDEN')
  }
}

const refusals: { readonly [credential: string]: readonly [number, string] } = {
  revoked: [401, 'UNAUTHENTICATED'],
  elsewhere: [403, 'FORBIDDEN'],
  expired: [401, 'TOKEN_EXPIRED'],
}

function refuse(status: number, code: string): TestAnswer {
  return { status, body: JSON.stringify({ errors: [{ message: 'Said for tests.', extensions: { code } }] }) }
}
