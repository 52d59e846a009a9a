import type { Demo } from './demo.ts'
import { seededRandom } from './random.ts'

/** What a contact of the made-up vendor's CRM said to a purpose. Days as `2026-11-01`. */
export interface DemoConsent {
  /** The contact's id in the CRM. */
  readonly contactId: string
  readonly purpose: 'profiling' | 'marketing' | 'analytics'
  readonly state: 'given' | 'denied' | 'withdrawn'
  readonly day: string
  readonly expiresOn: string | null
  readonly channel: 'form' | 'telephone' | 'meeting'
  /** In which of the four languages it was asked. */
  readonly locale: string
}

/**
 * What the contacts said, as of a day: most may be profiled, half want news, some have withdrawn, and the yes of a few
 * has run out. The same seed and day give the same consents.
 */
export function demoConsents(
  contacts: Demo['contacts'],
  seed = 'profilkort',
  today = '2026-11-01',
): readonly DemoConsent[] {
  const random = seededRandom(`${seed} consents`)
  return contacts.flatMap(({ id: contactId, language: locale }): DemoConsent[] => {
    const monthsAgo = random.int(2, 30)
    const said = {
      contactId,
      day: monthsBefore(today, monthsAgo),
      expiresOn: null,
      channel: random.pick<DemoConsent['channel']>(['form', 'telephone', 'meeting']),
      locale,
    } as const
    const profiling = random.weighted({ given: 88, denied: 4, none: 8 })
    const marketing = random.weighted({ given: 40, withdrawn: 6, expired: 4, denied: 20, none: 30 })
    const yes = { ...said, purpose: 'marketing', state: 'given' } as const
    return [
      ...(profiling === 'none' ? [] : [{ ...said, purpose: 'profiling', state: profiling } as const]),
      ...(marketing === 'given' ? [yes] : []),
      ...(marketing === 'denied' ? [{ ...yes, state: 'denied' } as const] : []),
      ...(marketing === 'withdrawn'
        ? [yes, { ...yes, state: 'withdrawn', day: monthsBefore(today, 1), channel: 'telephone' } as const]
        : []),
      ...(marketing === 'expired' ? [{ ...yes, expiresOn: monthsBefore(today, 1) }] : []),
    ]
  })
}

function monthsBefore(day: string, months: number): string {
  const [year = 0, month = 1] = day.split('-').map(Number)
  return new Date(Date.UTC(year, month - 1 - months, 1)).toISOString().slice(0, 10)
}
