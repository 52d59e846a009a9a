import type { CustomerKind } from '../customers/customer.ts'

/**
 * What a customer is known by, the surest first. An organisation number, an id of a system that several sources know
 * and an e-mail say who it is; a telephone and a website do where nothing speaks against it.
 */
export const identifierKinds = ['organisationNumber', 'externalId', 'email', 'phone', 'domain'] as const
export type IdentifierKind = (typeof identifierKinds)[number]

/** An identifier in its normal form: `{ kind: 'email', value: 'kari@nord.no' }`. */
export interface Identifier {
  readonly kind: IdentifierKind
  readonly value: string
}

/** What one source knows as one customer, as far as it tells who that is. */
export interface IdentityRecord {
  readonly id: string
  readonly kind: CustomerKind
  readonly source: string
  readonly name: string | null
  /** Whether others have only named it: deals of a company that no list told of. */
  readonly isMention: boolean
  /** Of what a person wrote on a customer by hand: the record it was written on. */
  readonly attachedTo: string | null
  /** When it was first heard of, in milliseconds; the first of a customer gives it its id. */
  readonly since: number
  readonly identifiers: readonly Identifier[]
}

/** What a person decided about two records; it wins over all identifiers. `a` is before `b`. */
export interface Decision {
  readonly a: string
  readonly b: string
  readonly verdict: Verdict
}

export type Verdict = 'together' | 'apart'

/** Why two records speak of one customer. */
export interface Tie {
  readonly a: string
  readonly b: string
  readonly by:
    | Identifier
    | { readonly kind: 'decision' | 'attachment' }
    | { readonly kind: 'name'; readonly value: string }
}

/** The records of one customer. */
export interface Group {
  /** The record whose id is the customer's. */
  readonly head: string
  /** All its records, the head first. */
  readonly members: readonly string[]
  readonly ties: readonly Tie[]
}

const prefixes = {
  organisationNumber: 'org',
  externalId: 'id',
  email: 'email',
  phone: 'phone',
  domain: 'domain',
} as const satisfies { readonly [K in IdentifierKind]: string }

/** An identifier as it is kept and looked up: `email:kari@nord.no`. */
export function tokenOf({ kind, value }: Identifier): string {
  return `${prefixes[kind]}:${value}`
}

/** The identifier of a token; undefined for a text that is none. */
export function identifierOf(token: string): Identifier | undefined {
  const colon = token.indexOf(':')
  const kind = identifierKinds.find((each) => prefixes[each] === token.slice(0, colon))
  return kind && { kind, value: token.slice(colon + 1) }
}

/** Two records' ids in the order that decisions have them. */
export function pairOf(one: string, other: string): { readonly a: string; readonly b: string } {
  return one < other ? { a: one, b: other } : { a: other, b: one }
}
