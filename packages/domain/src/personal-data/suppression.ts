import { identifierOf } from '../identity/identity.ts'
import { formsOf, renewed } from '../identity/old-forms.ts'
import { firstNameOf, writtenWordsOf } from '../identity/others.ts'

/** What one source calls a person and knows it by. */
export interface KnownAs {
  readonly source: string
  readonly externalId: string
  readonly name: string | null
  /** Tokens of identifiers. */
  readonly identifiers: readonly string[]
}

/** Another who is known by an identifier, by its name where that could be taken for the person's. */
export interface Sharer {
  readonly token: string
  readonly name: string | null
}

/**
 * What an erased person is to be known again by: all that any source knew it by. A family shares an e-mail and colleagues
 * a telephone: these count together with a first name, for whoever has one.
 * @param others who are known by some of the same: what they would be taken for is not remembered
 */
export function rememberedAs(person: readonly KnownAs[], others: readonly Sharer[] = []): readonly string[] {
  const tokens = [...new Set(person.flatMap(({ identifiers }) => identifiers.map(renewed)))]
  const called = namesOf(person)
  const names = called.length > 0 ? called : undefined
  const shared = new Set(others.map(({ token }) => renewed(token)))
  const welcome = new Set(others.flatMap(({ token, name }) => lookedUpAs(renewed(token), name)))
  const remembered = tokens.flatMap((token) => {
    if (!isShareable(token)) return [token]
    const named = names?.map((name) => `${token}|${name}`)
    // Of those who share it nobody is told apart without a name.
    return shared.has(token) ? (named ?? []) : [anybodyWith(token), ...(named ?? [whateverNamed(token)])]
  })
  return [
    ...person.filter((known) => !isCalledByEmail(known)).map(recordOf),
    ...remembered.filter((token) => !welcome.has(token)),
    ...tokens.filter(isShareable).map(receiptOf),
  ]
}

/** The folded first names that a person goes by: a name that holds none of them is never taken for the person's. */
export function namesOf(person: readonly KnownAs[]): readonly string[] {
  return [...new Set(person.map(({ name }) => firstPart(wholeFirstName(name))))].filter((name) => name !== '')
}

/**
 * What somebody would be remembered as who had been erased; one is enough. Identifiers are looked for in the forms that
 * they had before, too.
 */
export function recognisedBy(known: KnownAs): readonly string[] {
  const tokens = [...new Set(known.identifiers.flatMap(formsOf))]
  return [recordOf(known), ...tokens.flatMap((token) => lookedUpAs(token, known.name))]
}

/** Titles count, as whoever was erased before they were left out is remembered by them: `Dr. Kari Nes` as `dr`. */
function lookedUpAs(token: string, name: string | null): readonly string[] {
  if (!isShareable(token)) return [token]
  const words = writtenWordsOf(name).filter((word) => word.length > 1)
  const names = [...new Set([...words, ...words.map(firstPart)])]
  const first = wholeFirstName(name) === '' ? anybodyWith(token) : whateverNamed(token)
  return [first, ...names.map((each) => `${token}|${each}`)]
}

/** What the receipt of an erasure is found by, for whoever asks by an identifier. */
export function receiptsOf(token: string): readonly string[] {
  return formsOf(token).flatMap((form) => [anybodyWith(form), receiptOf(form)])
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

/** Whether the source tells people apart by their e-mails, which a family shares: then it is the name that tells. */
function isCalledByEmail({ externalId, name, identifiers }: KnownAs): boolean {
  const email = externalId.trim().toLowerCase()
  return wholeFirstName(name) !== '' && identifiers.includes(`email:${email}`)
}

function isShareable(token: string): boolean {
  const kind = identifierOf(token)?.kind
  return kind === 'email' || kind === 'phone'
}

/** An initial may stand for any name. */
function wholeFirstName(name: string | null): string {
  const first = firstNameOf(name)
  return first.length > 1 ? first : ''
}

/** Of a name in two parts, that which others leave it at: `erika-marie` is `erika`. */
function firstPart(name: string): string {
  const [first = ''] = name.split(/[-\u2010\u2011\u2013]/)
  return first.length > 1 ? first : name
}
