import { isLocale } from '@profilkort/domain/locales/locale'
import { fitFor } from './fits.ts'
import { listFor, openFitFor, pareto, segmentFor } from './others.ts'
import { profileFor } from './profiles.ts'

interface TestAnswer {
  readonly status: number
  readonly body: string
}

/** What makes answers of a script payload, where it is asked for one by name. */
export interface Poison {
  readonly payloadOf: (wanted: string) => string | undefined
  readonly poisoned: <Answer>(answer: Answer, payload: string) => Answer
}

/**
 * What the API would answer. The credential or the wanted name says what happens: `revoked` and `elsewhere` are
 * refused, `expired` has expired, `busy` has asked too much, `unavailable` fails, `nothing` finds nothing, `slow`
 * takes longer than a test; a name `failing` fails, `flaky…` fails the first time, `never`
 * takes longer than a test; with `poison`, `payload-7` is made of a script payload.
 */
export async function answerTo(
  search: URLSearchParams,
  authorization: string | undefined,
  asked: Map<string, number>,
  poison?: Poison,
): Promise<TestAnswer> {
  const credential = search.get('key') ?? authorization?.replace('Bearer ', '') ?? ''
  const said = poison?.payloadOf(/payload-\d+$/.exec(credential)?.[0] ?? '')
  if (said !== undefined)
    return { status: 403, body: JSON.stringify({ error: { code: `FORBIDDEN${said}`, message: said } }) }
  const refusal = Object.entries(refusals).find(([name]) => credential.endsWith(name))?.[1]
  if (refusal !== undefined) {
    const [status, code] = refusal
    return { status, body: JSON.stringify({ error: { code, message: 'Said for tests.' } }) }
  }
  if (credential.endsWith('slow')) await wait(12_000)
  const answers: unknown[] = []
  for (const group of (search.get('ask') ?? '').split(';')) {
    const parts = group.split('/')
    for (const key of (parts.pop() ?? '').split(',')) {
      if (credential.endsWith('nothing')) {
        answers.push({ data: { profiles: { nodes: [] } } })
        continue
      }
      const payload = poison?.payloadOf(key)
      answers.push(
        poison === undefined || payload === undefined
          ? await answer(parts, key, asked)
          : poison.poisoned(await answer(parts, harmless[parts[0] ?? ''] ?? '', asked), payload),
      )
    }
  }
  return {
    status: 200,
    body: answers.includes('garbage') ? '<h1>It works!</h1>' : JSON.stringify({ answers }),
  }
}

async function answer([kind, tag]: readonly string[], wanted: string, asked: Map<string, number>) {
  const locale = isLocale(tag) ? tag : 'en'
  const count = (asked.get(wanted) ?? 0) + 1
  asked.set(wanted, count)
  if (wanted === 'never') await wait(2_000)
  if (wanted === 'garbage') return 'garbage'
  if (wanted === 'failing' || (wanted.startsWith('flaky') && count === 1)) {
    return { errors: [{ message: 'Said for tests.', extensions: { code: 'UNAVAILABLE' } }] }
  }
  switch (kind) {
    case 'profile':
      return { data: { profile: profileFor(wanted, locale) } }
    case 'fit':
      return { data: { customer: fitFor(wanted, locale) } }
    case 'list':
      return { data: { profiles: { nodes: listFor(wanted, locale) } } }
    case 'scorecard':
      return { data: { customer: openFitFor(wanted, locale) } }
    case 'segment':
      return { data: { segment: segmentFor(wanted, locale) } }
    case 'pareto':
      return { data: { paretoShare: pareto } }
    case 'survey':
      return { data: wanted === 'open' ? { survey: { name: 'Undersøkelse' } } : {} }
    default:
      return { errors: [{ message: `There is no ${kind}.`, extensions: { code: 'BAD_REQUEST' } }] }
  }
}

/** In a page as on a server, which need not stay for it. */
function wait(milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    const timer: unknown = setTimeout(resolve, milliseconds)
    if (typeof timer === 'object') (timer as NodeJS.Timeout).unref()
  })
}

/** What is answered in full, to be poisoned. */
const harmless: { readonly [kind: string]: string } = {
  profile: 'regnskapsforere-i-vekst',
  list: '*',
  fit: 'undecided',
  scorecard: 'undecided',
  segment: 'growing',
  survey: 'open',
}

const refusals: { readonly [ending: string]: readonly [number, string] } = {
  revoked: [401, 'UNAUTHENTICATED'],
  elsewhere: [403, 'FORBIDDEN'],
  expired: [401, 'TOKEN_EXPIRED'],
  busy: [429, 'RATE_LIMITED'],
  unavailable: [503, 'UNAVAILABLE'],
}
