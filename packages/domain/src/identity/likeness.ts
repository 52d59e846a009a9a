import { foldName } from '../customers/name-key.ts'

/** What is compared of two customers that may be one. */
export interface Likeable {
  readonly name: string
  /** What they are known by: tokens. */
  readonly identifiers: readonly string[]
  readonly postalCode?: string | undefined
  readonly address?: string | undefined
  /** Of a person: the company it belongs to. */
  readonly companyId?: string | null | undefined
}

export type LikenessReason =
  | 'sameName'
  | 'similarName'
  | 'sameIdentifier'
  | 'samePostalCode'
  | 'sameAddress'
  | 'sameCompany'

/** How alike two customers look: 0 to 1, and why. */
export interface Likeness {
  readonly score: number
  readonly reasons: readonly LikenessReason[]
}

/** From here on two customers are proposed to a person as one. */
const likenessFloor = 0.75

/**
 * How likely two customers of one kind are the same; undefined where it is less than `likenessFloor`. The name counts
 * most: 0.75 where it is the same but for the form of company and the signs, less by trigrams in common (Dice). What else
 * they share adds to it, and two organisation numbers that differ speak against it.
 */
export function likeness(one: Likeable, other: Likeable): Likeness | undefined {
  const shared = one.identifiers.some((token) => other.identifiers.includes(token))
  const beside: readonly Part[] = [
    ['sameIdentifier', shared, 0.3],
    ['samePostalCode', isSameText(one.postalCode, other.postalCode), 0.1],
    ['sameAddress', isSameText(one.address, other.address), 0.15],
    ['sameCompany', isSameText(one.companyId, other.companyId), 0.2],
  ]
  const against = haveOtherNumbers(one, other) ? 2 : 1
  const [name, otherName] = [matchName(one.name), matchName(other.name)]
  // Trigrams are looked at only where they may make the difference: most pairs have nothing in common.
  const isSameName = name === otherName
  const missing = lowest * against - sumOf(beside)
  const nameScore = isSameName ? 1 : missing >= nameWeight ? 0 : dice(name, otherName)
  const parts: readonly Part[] = [
    ['sameName', isSameName, nameWeight],
    ['similarName', !isSameName && nameScore >= 0.5, nameScore * nameWeight],
    ...beside,
  ]
  const score = Math.round(Math.min(sumOf(parts) / against, 1) * 100) / 100
  if (score < likenessFloor) return undefined
  return { score, reasons: parts.flatMap(([reason, holds]) => (holds ? [reason] : [])) }
}

/** What two customers may have in common, whether they do, and what that counts. */
type Part = readonly [LikenessReason, boolean, number]

const nameWeight = 0.75
/** What is rounded up to the floor. */
const lowest = likenessFloor - 0.005

function sumOf(parts: readonly Part[]): number {
  return parts.reduce((sum, [, holds, weight]) => (holds ? sum + weight : sum), 0)
}

const companyForms = new Set(
  'as asa ans da enk nuf sa ks ba iks kf ab hb kb ek aps a/s ivs is ps k/s oy oyj ltd limited inc llc gmbh bv ag plc sarl'.split(
    ' ',
  ),
)

/** A name without the form of company, signs and the order of a comma: `NORD-Regnskap AS` is `nord regnskap`. */
export function matchName(name: string): string {
  const [family = '', given] = foldName(name).split(/,\s+/)
  const words = (given === undefined ? family : `${given} ${family}`)
    .split(/[\s.,;:()'"&+_-]+/)
    .filter((word) => word !== '' && !companyForms.has(word))
  return words.length === 0 ? foldName(name) : words.join(' ')
}

/** The share of trigrams in common, 0 to 1 (Dice, 1945). */
function dice(a: string, b: string): number {
  const [one, other] = [trigrams(a), trigrams(b)]
  let common = 0
  for (const each of one) if (other.has(each)) common++
  return one.size + other.size === 0 ? 0 : (2 * common) / (one.size + other.size)
}

function trigrams(text: string): ReadonlySet<string> {
  const padded = `  ${text} `
  return new Set(Array.from({ length: Math.max(padded.length - 2, 0) }, (_, at) => padded.slice(at, at + 3)))
}

function haveOtherNumbers(one: Likeable, other: Likeable): boolean {
  const [own, theirs] = [one, other].map(({ identifiers }) =>
    identifiers.filter((token) => token.startsWith('org:')),
  )
  return (
    own !== undefined &&
    theirs !== undefined &&
    own.length > 0 &&
    theirs.length > 0 &&
    !own.some((token) => theirs.includes(token))
  )
}

function isSameText(one: string | null | undefined, other: string | null | undefined): boolean {
  return (
    typeof one === 'string' &&
    typeof other === 'string' &&
    foldName(one) !== '' &&
    foldName(one) === foldName(other)
  )
}
