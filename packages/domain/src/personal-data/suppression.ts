import { identifierOf } from '../identity/identity.ts'
import { firstNameOf, nameWordsOf } from '../identity/others.ts'

/** What one source calls a person and knows it by. */
export interface KnownAs {
  readonly source: string
  readonly externalId: string
  readonly name: string | null
  /** Tokens of identifiers. */
  readonly identifiers: readonly string[]
}

/**
 * What an erased person is to be known again by: all that any source knew it by. A family shares an e-mail and colleagues
 * a telephone: these count together with a first name, for whoever has one.
 * @param others who are known by some of the same: what they would be taken for is not remembered
 */
export function rememberedAs(person: readonly KnownAs[], others: readonly KnownAs[] = []): readonly string[] {
  const tokens = [...new Set(person.flatMap(({ identifiers }) => identifiers))]
  const called = [...new Set(person.map((known) => firstPart(wholeFirstName(known))))]
  const names = called.some((name) => name !== '') ? called.filter((name) => name !== '') : undefined
  const shared = new Set(others.flatMap(({ identifiers }) => identifiers))
  const welcome = new Set(others.flatMap(recognisedBy))
  const remembered = tokens.flatMap((token) => {
    if (!isShareable(token)) return [token]
    const named = names?.map((name) => `${token}|${name}`)
    // Of those who share it nobody is told apart without a name.
    return shared.has(token) ? (named ?? []) : [anybodyWith(token), ...(named ?? [whateverNamed(token)])]
  })
  return [
    ...person.map(recordOf),
    ...remembered.filter((token) => !welcome.has(token)),
    ...tokens.filter(isShareable).map(receiptOf),
  ]
}

/** What somebody would be remembered as who had been erased; one is enough. */
export function recognisedBy(known: KnownAs): readonly string[] {
  const isNamed = wholeFirstName(known) !== ''
  const words = nameWordsOf(known.name).filter((word) => word.length > 1)
  const names = [...new Set([...words, ...words.map(firstPart)])]
  return [
    recordOf(known),
    ...known.identifiers.flatMap((token) => {
      if (!isShareable(token)) return [token]
      return [isNamed ? whateverNamed(token) : anybodyWith(token), ...names.map((name) => `${token}|${name}`)]
    }),
  ]
}

/** What the receipt of an erasure is found by, for whoever asks by an identifier. */
export function receiptsOf(token: string): readonly string[] {
  return [anybodyWith(token), receiptOf(token)]
}

function receiptOf(token: string): string {
  return `${token}|?`
}

/** The person with an identifier, whatever its name, or without one. */
function anybodyWith(token: string): string {
  return `${token}|*`
}

/** One with an identifier and a name, where the erased one had none. */
function whateverNamed(token: string): string {
  return `${token}|`
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

/** Of a name in two parts, that which others leave it at: `erika-marie` is `erika`. */
function firstPart(name: string): string {
  const [first = ''] = name.split(/[-\u2010\u2011\u2013]/)
  return first.length > 1 ? first : name
}
