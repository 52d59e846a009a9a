import type { Locale } from '@profilkort/domain/locales/locale'
import { failed, ok, type Problem, type Result } from '@profilkort/domain/result'
import { isSourceName, notASource } from '../imports/source-name.ts'
import { may } from './actions.ts'
import type { KeyKind } from './key-text.ts'
import { type Scope, scopes } from './policy.ts'
import type { Viewer } from './viewer.ts'

/** What is told of a key when it is made or changed. */
export interface KeySettings {
  readonly kind: KeyKind
  readonly name: string
  readonly origins: readonly string[]
  readonly locales: readonly Locale[]
  readonly expiresAt: Date | null
  readonly writesEvents: boolean
  readonly eventSource: string
}

/** The settings with a tidied name, or what is wrong with them. */
export function checkKey<Settings extends KeySettings>(input: Settings, now: Date): Result<Settings> {
  const name = input.name.trim()
  if (name === '' || name.length > 100) {
    return failed({
      path: ['name'],
      message: 'Give the key a name of 1 to 100 characters, so that it can be told apart.',
    })
  }
  if (input.kind === 'publishable' && input.origins.length === 0) {
    return failed({
      path: ['origins'],
      message:
        'A publishable key answers named origins only. Name at least one, such as https://intranet.example.',
    })
  }
  const wrong = input.origins.findIndex((origin) => !isOrigin(origin))
  if (wrong >= 0) return failed(notAnOrigin(input.origins[wrong] ?? '', wrong))
  if (new Set(input.locales).size < input.locales.length) {
    return failed({ path: ['locales'], message: 'Name each language once.' })
  }
  if (!isSourceName(input.eventSource)) return failed({ path: ['eventSource'], message: notASource })
  if (input.writesEvents && input.kind === 'secret') {
    return failed({
      path: ['writesEvents'],
      message: 'This is for keys of pages. Give a secret key the scope EVENTS_WRITE instead.',
    })
  }
  if (input.expiresAt !== null && input.expiresAt <= now) {
    return failed({
      path: ['expiresAt'],
      message: 'The key would have expired already. Choose a later time.',
    })
  }
  return ok({ ...input, name })
}

/** The scopes a viewer has and so may give on: a member's follow from the role; the server itself has all. */
export function heldScopes(viewer: Viewer | undefined): readonly Scope[] {
  if (viewer === undefined) return scopes
  if (viewer.kind === 'secret') return viewer.scopes
  return may(viewer, 'key:manage') ? scopes : []
}

/** The scopes of a new key: those asked for, else all that its maker has; none for a key in a browser. */
export function checkScopes(
  kind: KeyKind,
  asked: readonly Scope[] | undefined,
  maker: Viewer | undefined,
): Result<readonly Scope[]> {
  const held = heldScopes(maker)
  if (kind === 'publishable') {
    if (asked === undefined || asked.length === 0) return ok([])
    return failed({
      path: ['scopes'],
      message: 'A publishable key has no scopes: it reads what is published and public. Leave them out.',
    })
  }
  const wanted = [...new Set(asked ?? held)]
  if (wanted.length === 0) {
    return failed({
      path: ['scopes'],
      message: 'A secret key without scopes can do nothing. Name at least one.',
    })
  }
  const beyond = wanted.find((scope) => !held.includes(scope))
  if (beyond !== undefined) {
    return failed({
      path: ['scopes'],
      message: `Nobody gives more than they have: you do not have the scope "${beyond}". Leave it out, or ask an owner.`,
    })
  }
  return ok(wanted)
}

function isOrigin(text: string): boolean {
  return URL.canParse(text) && new URL(text).origin === text
}

function notAnOrigin(text: string, index: number): Problem {
  const suggestion =
    URL.canParse(text) && new URL(text).origin !== 'null' ? new URL(text).origin : 'https://intranet.example'
  return { path: ['origins', index], message: `"${text}" is not an origin. Write it like ${suggestion}.` }
}
