import { identifierOf } from '../identity/identity.ts'
import { firstNameOf } from '../identity/others.ts'

/** What one source calls a person and knows it by. */
export interface KnownAs {
  readonly source: string
  readonly externalId: string
  readonly name: string | null
  /** Tokens of identifiers. */
  readonly identifiers: readonly string[]
}

/**
 * What an erased person is to be known again by. A family shares an e-mail and colleagues a telephone: these count
 * together with the first name, for whoever has one.
 */
export function rememberedAs(known: KnownAs): readonly string[] {
  const name = wholeFirstName(known)
  return [
    recordOf(known),
    ...known.identifiers.flatMap((token) =>
      isShareable(token) ? [anybodyWith(token), `${token}|${name}`] : [token],
    ),
  ]
}

/** What somebody would be remembered as who had been erased; one is enough. */
export function recognisedBy(known: KnownAs): readonly string[] {
  const name = wholeFirstName(known)
  return [
    recordOf(known),
    ...known.identifiers.flatMap((token) => {
      if (!isShareable(token)) return [token]
      return name === '' ? [anybodyWith(token)] : [`${token}|${name}`, `${token}|`]
    }),
  ]
}

/** The person with an identifier, whatever its name. */
export function anybodyWith(token: string): string {
  return `${token}|*`
}

function recordOf({ source, externalId }: KnownAs): string {
  return `record:${source}:${externalId}`
}

function isShareable(token: string): boolean {
  const kind = identifierOf(token)?.kind
  return kind === 'email' || kind === 'phone'
}

/** An initial may stand for any name. */
function wholeFirstName({ name }: KnownAs): string {
  const first = firstNameOf(name)
  return first.length > 1 ? first : ''
}
