import type { Localized } from '@profilkort/domain/locales/locale'
import type { Trait } from '@profilkort/domain/profiles/profile'
import type { CriterionDraft, ScorecardDraft } from '@profilkort/domain/scorecards/check'
import type { Decay, Scorecard } from '@profilkort/domain/scorecards/scorecard'
import { criterionOfTrait, starterBands, starterCriteria } from '@profilkort/domain/scorecards/starter'
import { toLocalized } from '../graphql/locales.schema.ts'
import { InvalidInput } from '../graphql/problems.ts'
import { type RuleInputShape, readRuleInput } from '../rules/rule-input.schema.ts'

type Optional<T> = T | null | undefined
type TextInput = { readonly [L in 'nb' | 'sv' | 'da' | 'en']?: string | null | undefined }

interface PickedShape {
  readonly key: string
  readonly weight?: Optional<number>
  readonly group?: Optional<string>
}

/** One criterion as it comes in: exactly one of the ways to make it. */
export interface CriterionInputShape {
  readonly starter?: Optional<PickedShape & { readonly decay?: Optional<Decay> }>
  readonly trait?: Optional<PickedShape>
  readonly rule?: Optional<{
    readonly key: string
    readonly label: TextInput
    readonly weight: number
    readonly group?: Optional<string>
    readonly two: RuleInputShape
    readonly one?: Optional<RuleInputShape>
    readonly question?: Optional<TextInput>
  }>
  readonly answer?: Optional<{
    readonly key: string
    readonly label: TextInput
    readonly weight: number
    readonly group?: Optional<string>
    readonly question: TextInput
    readonly zero: TextInput
    readonly one: TextInput
    readonly two: TextInput
    readonly decay?: Optional<Decay>
  }>
}

/** What `scorecardCreate` and `scorecardUpdate` are given; what is not given stays. */
export interface ScorecardInputShape {
  readonly name?: Optional<TextInput>
  readonly criteria?: Optional<readonly CriterionInputShape[]>
  readonly groups?: Optional<
    readonly { readonly key: string; readonly label: TextInput; readonly cap: number }[]
  >
  readonly threshold?: Optional<number>
  readonly coverageFloor?: Optional<number>
  readonly bands?: Optional<
    readonly { readonly key: string; readonly label: TextInput; readonly from: number }[]
  >
  readonly disqualifiers?: Optional<
    readonly { readonly key: string; readonly reason: TextInput; readonly rule: RuleInputShape }[]
  >
}

export const emptyScorecard: Scorecard = {
  name: {},
  criteria: starterCriteria,
  threshold: 4,
  bands: starterBands,
  coverageFloor: 0.5,
  disqualifiers: [],
}

/** A draft from what a revision holds and what the input changes. */
export function toScorecardDraft(
  before: Scorecard,
  input: ScorecardInputShape,
  traits: readonly Trait[],
): ScorecardDraft {
  return {
    name: { ...before.name, ...toLocalized(input.name) },
    criteria: input.criteria?.map((each, index) => toCriterion(each, index, traits)) ?? before.criteria,
    groups:
      input.groups?.map(({ key, label, cap }) => ({ key, cap, label: toLocalized(label) })) ??
      before.groups ??
      [],
    threshold: input.threshold ?? before.threshold,
    coverageFloor: input.coverageFloor ?? before.coverageFloor,
    bands:
      input.bands?.map(({ key, label, from }) => ({ key, from, label: toLocalized(label) })) ?? before.bands,
    disqualifiers:
      input.disqualifiers?.map(({ key, reason, rule }) => ({
        key,
        reason: toLocalized(reason),
        rule: readRuleInput(rule),
      })) ?? before.disqualifiers,
  }
}

function toCriterion(input: CriterionInputShape, index: number, traits: readonly Trait[]): CriterionDraft {
  const { starter, trait, rule, answer } = input
  if (starter) {
    const found = pick(
      starterCriteria,
      starter.key,
      ['criteria', index, 'starter', 'key'],
      'starter criterion',
    )
    return { ...found, weight: starter.weight ?? found.weight, ...inGroup(starter), ...decaying(starter) }
  }
  if (trait) {
    const found = pick(
      traits,
      trait.key,
      ['criteria', index, 'trait', 'key'],
      "trait of the scorecard's profile",
    )
    return { ...criterionOfTrait(found, trait.weight ?? 1), ...inGroup(trait) }
  }
  if (rule) {
    const { key, weight, label, two, one, question } = rule
    return {
      kind: 'rule',
      key,
      weight,
      label: toLocalized(label),
      two: readRuleInput(two),
      ...inGroup(rule),
      ...(one ? { one: readRuleInput(one) } : {}),
      ...(question ? { question: toLocalized(question) } : {}),
    }
  }
  if (answer) {
    const { key, weight, label, question, zero, one, two } = answer
    const choices: readonly [Localized, Localized, Localized] = [
      toLocalized(zero),
      toLocalized(one),
      toLocalized(two),
    ]
    return {
      kind: 'answer',
      key,
      weight,
      label: toLocalized(label),
      question: toLocalized(question),
      choices,
      ...inGroup(answer),
      ...decaying(answer),
    }
  }
  throw new Error('A @oneOf input came in with nothing in it')
}

function inGroup({ group }: { readonly group?: Optional<string> }): { readonly group?: string } {
  return group ? { group } : {}
}

function decaying({ decay }: { readonly decay?: Optional<Decay> }): { readonly decay?: Decay } {
  return decay ? { decay } : {}
}

function pick<Thing extends { readonly key: string }>(
  things: readonly Thing[],
  key: string,
  path: readonly (string | number)[],
  what: string,
): Thing {
  const found = things.find((thing) => thing.key === key)
  if (found !== undefined) return found
  const known = things.map((thing) => thing.key).join(', ') || 'none'
  throw new InvalidInput([{ path, message: `There is no ${what} "${key}". There is: ${known}.` }])
}
