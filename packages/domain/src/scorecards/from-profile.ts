import type { Catalogue } from '../attributes/attribute.ts'
import { type Localized, locales } from '../locales/locale.ts'
import { isKey } from '../profiles/keys.ts'
import type { ProfileContent, ProfileKind, Trait } from '../profiles/profile.ts'
import type { Problem } from '../result.ts'
import { checkScoringRule } from './check-rule.ts'
import { maximumOf } from './parts.ts'
import type { Disqualifier, Scorecard } from './scorecard.ts'
import { criterionOfTrait, starterBands, starterCriteria } from './starter.ts'

/** A profile as a scorecard is derived from it. */
export interface ProfileSource {
  readonly slug: string
  readonly kind: ProfileKind
  readonly content: ProfileContent
}

/** Whether a customer is of an anti-profile's kind by all of its traits together, or by any one of them. */
export type AntiProfileMatch = 'allTraits' | 'anyTrait'

export interface ScorecardProposal {
  readonly content: Scorecard
  /** Traits that nothing was made of, and why; paths are `[profile's slug, trait's key, …]`. */
  readonly leftOut: readonly Problem[]
}

const longestReason = 300

/**
 * Proposes a scorecard that measures a profile's fit: need, timeline, budget and authority, 2 points where each of its
 * traits holds, and a disqualifier for each anti-profile: those it is told apart from, or itself. A trait has the name
 * of its criterion, so one that is called `need` takes the starter's place. The threshold is half of what can be reached.
 */
export function proposeScorecard(
  profile: ProfileSource,
  contrasts: readonly ProfileSource[],
  match: AntiProfileMatch,
  catalogue: Catalogue,
): ScorecardProposal {
  const leftOut: Problem[] = []
  const usable = ({ slug, content }: ProfileSource): readonly Trait[] =>
    content.traits.filter((trait) => {
      const { problems } = checkScoringRule(trait.rule, catalogue, [slug, trait.key])
      leftOut.push(...problems)
      return problems.length === 0
    })
  const isAnti = profile.kind === 'antiProfile'
  const traits = isAnti ? [] : usable(profile)
  const keys = new Set(traits.map(({ key }) => key))
  const criteria = [
    ...starterCriteria.filter(({ key }) => !keys.has(key)),
    ...traits.map((trait) => criterionOfTrait(trait)),
  ]
  const disqualifiers = (isAnti ? [profile] : contrasts).flatMap((anti) => {
    const held = usable(anti)
    // Without one of its traits, all that is left of it would be true of too many.
    if (match === 'allTraits' && held.length < anti.content.traits.length) return []
    return disqualifiersOf(anti, held, match)
  })
  const content: Scorecard = {
    name: profile.content.name,
    criteria,
    groups: [],
    threshold: maximumOf({ criteria }) / 2,
    bands: starterBands,
    coverageFloor: 0.5,
    disqualifiers: withOwnKeys(disqualifiers),
  }
  return { content, leftOut }
}

function disqualifiersOf(
  { slug, content }: ProfileSource,
  traits: readonly Trait[],
  match: AntiProfileMatch,
): readonly Disqualifier[] {
  if (traits.length === 0) return []
  if (match === 'anyTrait')
    return traits.map(({ key, label, words, rule }) => ({
      key,
      rule,
      reason: { ...label, ...written(words) },
    }))
  const [only] = traits
  const rule =
    traits.length === 1 && only ? only.rule : { kind: 'all' as const, rules: traits.map((each) => each.rule) }
  return [{ key: keyOf(slug), reason: reasonOf(content), rule }]
}

/** `Seasonal places: they leave after a summer.`, without the summary where that would be too long. */
function reasonOf({ name, summary }: ProfileContent): Localized {
  const reasons = locales.flatMap((locale) => {
    const [called, about] = [name[locale], summary[locale]?.trim()]
    if (called === undefined) return []
    const both = about ? `${called}: ${about}` : called
    return [[locale, both.length > longestReason ? called : both]]
  })
  return Object.fromEntries(reasons)
}

function written(text: Localized): Localized {
  return Object.fromEntries(Object.entries(text).filter(([, each]) => each.trim() !== ''))
}

/** `small-seasonal-places` becomes `smallSeasonalPlaces`. */
function keyOf(slug: string): string {
  const key = slug.replaceAll(/-+([a-z0-9])/g, (_, letter: string) => letter.toUpperCase()).slice(0, 60)
  return isKey(key) ? key : 'antiProfile'
}

/** Two anti-profiles may call a trait the same: the later one gets a number. */
function withOwnKeys(disqualifiers: readonly Disqualifier[]): readonly Disqualifier[] {
  const taken = new Set<string>()
  return disqualifiers.map((each) => {
    let key = each.key
    for (let number = 2; taken.has(key); number += 1) key = `${each.key.slice(0, 57)}${number}`
    taken.add(key)
    return { ...each, key }
  })
}
