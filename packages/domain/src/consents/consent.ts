import type { Ground } from './purpose.ts'

/** What a person said to a purpose. A no to a legitimate interest is an objection. */
export const consentStates = ['given', 'denied', 'withdrawn'] as const
export type ConsentState = (typeof consentStates)[number]

/** One yes or no, as far as it decides what counts. Times are in milliseconds. */
export interface Consent {
  readonly id: string
  readonly purpose: string
  readonly state: ConsentState
  /** When the person said it. */
  readonly at: number
  /** From when on a yes counts no more; null for never. */
  readonly expiresAt: number | null
}

/** Where a customer stands on one purpose. */
export interface Standing {
  readonly purpose: string
  readonly standing: ConsentState | 'expired'
  /** Since when: when it was said, or when it ran out. */
  readonly since: number
  readonly expiresAt: number | null
  /** The consent that decides it. */
  readonly consentId: string
}

/**
 * Where somebody stands on each purpose that anything was said on, by all that was said in any order: the newest counts;
 * of several said at the same time the strictest: withdrawn, then denied, then the yes that runs out first. A yes that
 * has run out does not bring an older one back.
 */
export function standingsOf(consents: readonly Consent[], now: number): readonly Standing[] {
  return [...Map.groupBy(consents, ({ purpose }) => purpose)]
    .map(([, said]) => standingAt(toStanding(said.reduce(decisive)), now))
    .toSorted((a, b) => (a.purpose < b.purpose ? -1 : 1))
}

function toStanding({ id: consentId, purpose, state: standing, at: since, expiresAt }: Consent): Standing {
  return { purpose, standing, since, expiresAt, consentId }
}

/** Where somebody stands now that stood so before: a yes may have run out since. */
export function standingAt(standing: Standing, now: number): Standing {
  const { standing: before, expiresAt } = standing
  if (before !== 'given' || expiresAt === null || expiresAt > now) return standing
  return { ...standing, standing: 'expired', since: expiresAt }
}

const strictness = { given: 0, denied: 1, withdrawn: 2 } as const satisfies Record<ConsentState, number>

function decisive(one: Consent, other: Consent): Consent {
  const difference =
    one.at - other.at ||
    strictness[one.state] - strictness[other.state] ||
    (other.expiresAt ?? Number.MAX_VALUE) - (one.expiresAt ?? Number.MAX_VALUE) ||
    (one.id < other.id ? 1 : -1)
  return difference > 0 ? one : other
}

/** Whether a person's data may be used for a purpose with this ground. */
export function mayBeUsed(ground: Ground, standing: Standing['standing'] | undefined): boolean {
  switch (ground) {
    case 'consent':
      return standing === 'given'
    case 'legitimateInterest':
      return standing !== 'denied' && standing !== 'withdrawn'
  }
}
