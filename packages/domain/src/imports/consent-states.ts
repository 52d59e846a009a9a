import type { ConsentState } from '../consents/consent.ts'
import { parseBoolean } from './booleans.ts'
import { foldHeader } from './headers.ts'

const words: { readonly [State in ConsentState]: readonly string[] } = {
  given: [
    'given',
    'granted',
    'optin',
    'optedin',
    'subscribed',
    'accepted',
    'consented',
    'agreed',
    '1',
    'gitt',
    'samtykket',
    'samtykke',
    'godtatt',
    'pameldt',
    'givet',
    'samtyckt',
    'samtycke',
    'godkant',
    'prenumererar',
    'givetsamtykke',
    'accepteret',
    'tilmeldt',
  ],
  denied: [
    'denied',
    'refused',
    'declined',
    'rejected',
    'notgiven',
    'notsubscribed',
    '0',
    'avslatt',
    'ikkegitt',
    'nektet',
    'reservert',
    'nekat',
    'avbojt',
    'ejgivet',
    'afvist',
    'naegtet',
    'ikkegivet',
  ],
  withdrawn: [
    'withdrawn',
    'revoked',
    'optout',
    'optedout',
    'unsubscribed',
    'trukket',
    'trukkettilbake',
    'tilbaketrukket',
    'avmeldt',
    'aterkallat',
    'aterkallad',
    'avregistrerad',
    'trukkettilbage',
    'tilbagetrukket',
    'tilbagekaldt',
    'afmeldt',
  ],
}

const states = new Map(
  Object.entries(words).flatMap(([state, names]) => names.map((name) => [name, state as ConsentState])),
)

/** What a cell says of a purpose, in English, Norwegian, Swedish or Danish; undefined when it says nothing. */
export function parseConsentState(cell: string): ConsentState | undefined {
  const answer = parseBoolean(cell)
  if (answer !== undefined) return answer ? 'given' : 'denied'
  return states.get(foldHeader(cell))
}
