import { in4, type Localized } from '../locales/locale.ts'
import { failed, ok, type Problem, type Result } from '../result.ts'

/**
 * What lets personal data be used. `consent`: only after a yes that still stands. `legitimateInterest`: until the person
 * objects, which is recorded as a no.
 */
export const grounds = ['consent', 'legitimateInterest'] as const
export type Ground = (typeof grounds)[number]

/** Something that personal data is used for. */
export interface Purpose {
  /** Lower camel case, unique in the workspace: `marketing`. */
  readonly key: string
  readonly name: Localized
  readonly ground: Ground
}

/** The purposes that the product itself asks before it does something. */
export const gates = ['profiling', 'marketing', 'specialCategories', 'analytics', 'sharing'] as const
export type Gate = (typeof gates)[number]

const predefined = (key: Gate, ground: Ground, ...texts: Parameters<typeof in4>): Purpose => ({
  key,
  name: in4(...texts),
  ground,
})

/** The purposes that every workspace has, with the strictest ground until it chooses another. */
export const predefinedPurposes: readonly Purpose[] = [
  predefined(
    'profiling',
    'consent',
    'Profilering og vurdering',
    'Profilering och bedömning',
    'Profilering og vurdering',
    'Profiling and scoring',
  ),
  predefined('marketing', 'consent', 'Markedsføring', 'Marknadsföring', 'Markedsføring', 'Marketing'),
  predefined(
    'specialCategories',
    'consent',
    'Særlige kategorier av personopplysninger',
    'Särskilda kategorier av personuppgifter',
    'Særlige kategorier af personoplysninger',
    'Special categories of personal data',
  ),
  predefined(
    'analytics',
    'consent',
    'Analyse av bruk',
    'Analys av användning',
    'Analyse af brug',
    'Analytics',
  ),
  predefined(
    'sharing',
    'consent',
    'Deling med partnere',
    'Delning med partner',
    'Deling med partnere',
    'Sharing with partners',
  ),
]

export function isPredefined(key: string): key is Gate {
  return gates.some((gate) => gate === key)
}

const longestName = 100

/** A purpose that can be kept, or what is wrong with it. */
export function checkPurpose(purpose: Purpose): Result<Purpose> {
  const { key, name, ground } = purpose
  if (!/^[a-z][A-Za-z0-9]{0,59}$/.test(key))
    return failed(
      problem('key', 'A key is in lower camel case, such as "newsletter", at most 60 characters.'),
    )
  const names = Object.values(name)
  if (names.length === 0 || names.some((text) => text.trim() === '' || text.length > longestName))
    return failed(problem('name', `Name it in one language at least, with 1 to ${longestName} characters.`))
  if (key === 'specialCategories' && ground !== 'consent')
    return failed(
      problem('ground', 'Special categories need consent; no other ground will do (GDPR, article 9).'),
    )
  return ok({ key, name, ground })
}

function problem(field: string, message: string): Problem {
  return { path: [field], message }
}
