import type { Localized } from '../locales/locale.ts'
import { isReordered } from '../profiles/order.ts'
import { isSame } from '../profiles/same.ts'
import type { Rule } from '../rules/rule.ts'
import type { Band, Criterion, CriterionGroup, Decay, Disqualifier, Scorecard } from './scorecard.ts'

/** What a part of a scorecard holds. */
export type PartValue =
  | { readonly kind: 'text'; readonly text: Localized }
  | { readonly kind: 'number'; readonly number: number }
  /** 0-1. */
  | { readonly kind: 'share'; readonly share: number }
  | { readonly kind: 'rule'; readonly rule: Rule }
  | { readonly kind: 'decay'; readonly decay: Decay }
  | { readonly kind: 'key'; readonly key: string }

export const partNames = [
  'label',
  'weight',
  'group',
  'two',
  'one',
  'question',
  'choice0',
  'choice1',
  'choice2',
  'decay',
  'cap',
  'from',
  'reason',
  'rule',
  'name',
  'threshold',
  'coverageFloor',
] as const
export type PartName = (typeof partNames)[number]

/** A part that differs; undefined on the side where it is not. */
export interface PartChange {
  readonly part: PartName
  readonly before: PartValue | undefined
  readonly after: PartValue | undefined
}

export type ChangedThing = 'scorecard' | 'criterion' | 'group' | 'band' | 'disqualifier' | 'order'

/** Something of a scorecard that differs between two of its revisions. */
export interface ScorecardChange {
  readonly what: ChangedThing
  readonly kind: 'added' | 'removed' | 'changed'
  /** Of the criterion, group, band or disqualifier; undefined of the scorecard itself and of the order. */
  readonly key: string | undefined
  /** Its name as it is after, or was before it was removed. */
  readonly label: Localized
  /** All its parts where it was added or removed, else those that differ. */
  readonly parts: readonly PartChange[]
}

type Parts = { readonly [P in PartName]?: PartValue }

interface Thing {
  readonly key: string
  readonly label: Localized
  readonly parts: Parts
}

/** All that differs, in the order in which a scorecard is read; none where the two hold the same. */
export function diffScorecards(before: Scorecard, after: Scorecard): readonly ScorecardChange[] {
  const own = partChanges(ownParts(before), ownParts(after))
  const label = after.name
  const ofScorecard: ScorecardChange[] =
    own.length === 0 ? [] : [{ what: 'scorecard', kind: 'changed', key: undefined, label, parts: own }]
  const keysOf = ({ criteria }: Scorecard) => criteria.map(({ key }) => key)
  const order: ScorecardChange[] = isReordered(keysOf(before), keysOf(after))
    ? [{ what: 'order', kind: 'changed', key: undefined, label, parts: [] }]
    : []
  return [
    ...ofScorecard,
    ...changesOf('criterion', before.criteria.map(ofCriterion), after.criteria.map(ofCriterion)),
    ...order,
    ...changesOf('group', (before.groups ?? []).map(ofGroup), (after.groups ?? []).map(ofGroup)),
    ...changesOf(
      'disqualifier',
      before.disqualifiers.map(ofDisqualifier),
      after.disqualifiers.map(ofDisqualifier),
    ),
    ...changesOf('band', before.bands.map(ofBand), after.bands.map(ofBand)),
  ]
}

function changesOf(
  what: ChangedThing,
  before: readonly Thing[],
  after: readonly Thing[],
): readonly ScorecardChange[] {
  const old = new Map(before.map((thing) => [thing.key, thing]))
  const young = new Map(after.map((thing) => [thing.key, thing]))
  return [...old.keys(), ...[...young.keys()].filter((key) => !old.has(key))].flatMap((key) => {
    const [was, is] = [old.get(key), young.get(key)]
    const parts = partChanges(was?.parts ?? {}, is?.parts ?? {})
    if (parts.length === 0) return []
    const kind = was === undefined ? 'added' : is === undefined ? 'removed' : 'changed'
    return [{ what, kind, key, label: is?.label ?? was?.label ?? {}, parts } as const]
  })
}

function partChanges(before: Parts, after: Parts): readonly PartChange[] {
  return partNames.flatMap((part) =>
    isSame(before[part], after[part]) ? [] : [{ part, before: before[part], after: after[part] }],
  )
}

const text = (each: Localized): PartValue => ({ kind: 'text', text: each })
const number = (each: number): PartValue => ({ kind: 'number', number: each })
const rule = (each: Rule): PartValue => ({ kind: 'rule', rule: each })

function ownParts({ name, threshold, coverageFloor }: Scorecard): Parts {
  return {
    name: text(name),
    threshold: number(threshold),
    coverageFloor: { kind: 'share', share: coverageFloor },
  }
}

function ofCriterion(criterion: Criterion): Thing {
  const { key, label, weight, group, question } = criterion
  const shared: Parts = {
    label: text(label),
    weight: number(weight),
    ...(group === undefined ? {} : { group: { kind: 'key', key: group } }),
    ...(question === undefined ? {} : { question: text(question) }),
  }
  if (criterion.kind === 'rule') {
    const { two, one } = criterion
    return {
      key,
      label,
      parts: { ...shared, two: rule(two), ...(one === undefined ? {} : { one: rule(one) }) },
    }
  }
  const [choice0, choice1, choice2] = criterion.choices
  const choices: Parts = { choice0: text(choice0), choice1: text(choice1), choice2: text(choice2) }
  const { decay } = criterion
  return {
    key,
    label,
    parts: { ...shared, ...choices, ...(decay === undefined ? {} : { decay: { kind: 'decay', decay } }) },
  }
}

function ofGroup({ key, label, cap }: CriterionGroup): Thing {
  return { key, label, parts: { label: text(label), cap: number(cap) } }
}

function ofBand({ key, label, from }: Band): Thing {
  return { key, label, parts: { label: text(label), from: number(from) } }
}

function ofDisqualifier({ key, reason, rule: each }: Disqualifier): Thing {
  return { key, label: reason, parts: { reason: text(reason), rule: rule(each) } }
}
