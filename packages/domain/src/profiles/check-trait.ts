import type { Catalogue } from '../attributes/attribute.ts'
import { checkText } from '../locales/check.ts'
import { okUnless, type Problem, type Result } from '../result.ts'
import { checkRule } from '../rules/check.ts'
import { duplicateKeys, isKey, keyHelp } from './keys.ts'
import type { Trait } from './profile.ts'

/** A trait as it came in, its rule not yet parsed. */
export type TraitDraft = Omit<Trait, 'rule'> & { readonly rule: unknown }

const longest = { label: 120, words: 300 }
const mostTraits = 50

/** Parses one trait against the workspace's catalogue. */
export function checkTrait(trait: TraitDraft, path: Problem['path'], catalogue: Catalogue): Result<Trait> {
  const rule = checkRule(trait.rule, catalogue)
  const problems = [
    ...(isKey(trait.key) ? [] : [{ path: [...path, 'key'], message: keyHelp(trait.key) }]),
    ...checkText(trait.label, [...path, 'label'], { longest: longest.label, needed: true }),
    ...checkText(trait.words, [...path, 'words'], { longest: longest.words }),
    ...(rule.ok
      ? []
      : rule.problems.map((problem) => ({ ...problem, path: [...path, 'rule', ...problem.path] }))),
  ]
  return rule.ok
    ? okUnless(problems, { ...trait, rule: rule.value })
    : okUnless<Trait, Problem>(problems, undefined as never)
}

/** The problems of a profile's traits together: too many, or two of one key. */
export function checkTraitKeys(traits: readonly TraitDraft[]): readonly Problem[] {
  const message = `A profile has at most ${mostTraits} traits; this one has ${traits.length}.`
  return [
    ...(traits.length > mostTraits ? [{ path: ['traits'], message }] : []),
    ...duplicateKeys(traits, 'traits'),
  ]
}
