import { type Attribute, type AttributeType, isKnownOf } from '../attributes/attribute.ts'
import { failed, ok, type Problem, type Result } from '../result.ts'
import { attributeOf, keyFromHeader, partOf, speaksOfCode, speaksOfName } from './headers.ts'
import { type ImportKind, kinds } from './kinds.ts'
import type { ColumnMapping, Mapping, Target } from './mapping.ts'
import type { ColumnProfile } from './profile-columns.ts'
import { proposeFormats } from './propose-formats.ts'
import { noKey, proposeKey } from './propose-key.ts'
import { findReady } from './ready/find-ready.ts'
import { fold, type ReadyColumn, type ReadyMapping } from './ready/ready-mapping.ts'

/** Why a column goes where it does, and how sure that is, 0 to 1. */
export interface Reason {
  readonly certainty: number
  readonly text: string
}

export interface Proposal {
  readonly mapping: Mapping
  readonly warnings: readonly Problem[]
  /** By column, in the order of the mapping. */
  readonly reasons: readonly Reason[]
  /** The system whose export this is, where its headers tell. */
  readonly ready: ReadyMapping | undefined
}

export interface Wishes {
  /** ISO 4217, of amounts whose column names none. */
  readonly currency: string
  /** The columns that tell rows apart, where the user has said which. */
  readonly key?: readonly string[] | undefined
  /** Headers of columns whose numbers the file itself types. */
  readonly typedNumbers?: ReadonlySet<string> | undefined
  /** Read as the export of this system, whatever the headers look like. */
  readonly ready?: ReadyMapping | undefined
}

type Proposed = Pick<ColumnMapping, 'target' | 'confidence'> & {
  readonly how?: Pick<ColumnMapping, 'lineBreak' | 'firstOfList'>
} & { readonly reason: Reason }

/** Proposes how a file is read, from its headers and what its cells look like. */
export function proposeMapping(
  kind: ImportKind,
  profiles: readonly ColumnProfile[],
  attributes: ReadonlyMap<string, Attribute>,
  { currency, key: wanted, typedNumbers = new Set(), ready: chosen }: Wishes,
): Result<Proposal> {
  const nordic = profiles.some(
    ({ header, numbers }) =>
      !typedNumbers.has(header) && numbers.decimalComma > 0 && numbers.decimalPoint === 0,
  )
  const warnings: Problem[] = []
  const headers = profiles.map(({ header }) => header)
  const ready = chosen ?? findReady(kind, headers)
  const targets = nameIfMissing(kind, proposeTargets(kind, profiles, attributes, ready), profiles)
  const columns = profiles.map((profile, index): ColumnMapping => {
    const { target, confidence, how } = targets[index] ?? kept('guess')
    return {
      column: profile.header,
      target,
      confidence,
      ...how,
      ...proposeFormats(profile, target, { nordic, currency, typedNumbers, warnings }),
    }
  })
  const key = wanted ?? proposeKey(kind, columns, profiles)
  if (key === undefined) return failed(noKey(kind, profiles))
  const reasons = targets.map(({ reason }) => reason)
  return ok({ mapping: { kind, key, columns }, warnings, reasons, ready })
}

/** What a ready mapping says comes first, so that no other column takes its place. */
function proposeTargets(
  kind: ImportKind,
  profiles: readonly ColumnProfile[],
  attributes: ReadonlyMap<string, Attribute>,
  ready: ReadyMapping | undefined,
): readonly Proposed[] {
  const taken = new Set<string>()
  const known = profiles.map((profile) => {
    const column = ready?.columns.get(fold(profile.header))
    const target = column && readyTarget(kind, column, attributes, profile)
    if (target === undefined || ready === undefined) return undefined
    if (target.kind !== 'kept' && !claim(taken, nameOf(target))) return undefined
    const reason = { certainty: 0.99, text: `${ready.system} calls it so in its exports` }
    const { target: _, ...how } = column ?? {}
    return { target, confidence: 'sure' as const, reason, how }
  })
  return profiles.map((profile, index) => known[index] ?? proposeTarget(kind, profile, attributes, taken))
}

function readyTarget(
  kind: ImportKind,
  { target }: ReadyColumn,
  attributes: ReadonlyMap<string, Attribute>,
  profile: ColumnProfile,
): Target | undefined {
  if (target.kind !== 'attribute') return target
  const own = attributes.get(target.key)
  const type = own?.type ?? target.type
  const { subject } = kinds[kind]
  const isElsewhere = own !== undefined && (subject === undefined || !isKnownOf(own, subject))
  if (!canHold(type, profile) || isElsewhere) return undefined
  // A column with nothing in it need not make an attribute.
  if (own === undefined && profile.filled === 0) return { kind: 'kept' }
  return { ...target, type, isNew: own === undefined }
}

function nameOf(target: Exclude<Target, { kind: 'kept' }>): string {
  return target.kind === 'part' ? `part ${target.part}` : target.key
}

function proposeTarget(
  kind: ImportKind,
  profile: ColumnProfile,
  attributes: ReadonlyMap<string, Attribute>,
  taken: Set<string>,
): Proposed {
  const part = partOf(kind, profile.header)
  if (part !== undefined && claim(taken, nameOf({ kind: 'part', part }))) {
    const reason = { certainty: 0.95, text: `the header is a known name of the ${part}` }
    return { target: { kind: 'part', part }, confidence: 'sure', reason }
  }
  const { subject } = kinds[kind]
  if (subject === undefined) return kept('sure')
  const known = attributeOf(profile.header)
  const attribute = known === undefined ? undefined : attributes.get(known)
  const isKnown = attribute !== undefined && isKnownOf(attribute, subject)
  if (isKnown && canHold(attribute.type, profile) && claim(taken, attribute.key)) {
    const reason = { certainty: 0.9, text: 'the header is a known name of the attribute' }
    const { key, type } = attribute
    return { target: { kind: 'attribute', key, type, isNew: false }, confidence: 'sure', reason }
  }
  if (profile.filled === 0) return kept('guess', 'nothing stands in the column')
  // A file that was imported before finds the attributes it made then.
  for (const key of keysFromHeader(profile.header)) {
    const own = attributes.get(key)
    if (own === undefined && claim(taken, key)) {
      const text =
        isKnown && !canHold(attribute.type, profile)
          ? `the header is a known name of ${attribute.key}, which cannot hold most of the cells`
          : 'nobody knows the header; the type is that of its cells'
      const reason = { certainty: 0.4, text }
      return {
        target: { kind: 'attribute', key, type: typeOf(profile), isNew: true },
        confidence: 'guess',
        reason,
      }
    }
    if (own && isKnownOf(own, subject) && canHold(own.type, profile) && claim(taken, key)) {
      const reason = { certainty: 0.75, text: 'an attribute of the workspace has the name' }
      return {
        target: { kind: 'attribute', key, type: own.type, isNew: false },
        confidence: 'likely',
        reason,
      }
    }
  }
  return kept('guess')
}

function kept(
  confidence: ColumnMapping['confidence'],
  text = 'such rows have no part for it; it stays in the record of what the source said',
): Proposed {
  return {
    target: { kind: 'kept' },
    confidence,
    reason: { certainty: confidence === 'sure' ? 0.9 : 0.3, text },
  }
}

/** `region`, `region2`, … until one is free or holds the like. */
function* keysFromHeader(header: string): Generator<string> {
  const key = keyFromHeader(header)
  yield key
  for (let number = 2; number < 1000; number++) yield `${key}${number}`
}

/** Whether an attribute can hold most of what stands in a column: numbers do not take names, and one name does not keep numbers out. */
function canHold(type: AttributeType, { couldBe, filled }: ColumnProfile): boolean {
  const most = filled * 0.6
  if (type === 'number' || type === 'money') return couldBe.number >= most
  if (type === 'boolean') return couldBe.boolean >= most
  return type === 'time' ? couldBe.date >= most : true
}

function typeOf({ looksLike, header }: ColumnProfile): AttributeType {
  if (looksLike !== 'text' && speaksOfCode(header)) return 'text'
  return looksLike === 'date' ? 'time' : looksLike
}

function claim(taken: Set<string>, name: string): boolean {
  if (taken.has(name)) return false
  taken.add(name)
  return true
}

/** Where no header is known as the name, the first that speaks of one is taken for it. */
function nameIfMissing(
  kind: ImportKind,
  proposed: readonly Proposed[],
  profiles: readonly ColumnProfile[],
): readonly Proposed[] {
  const isNamed = proposed.some(
    ({ target }) => target.kind === 'part' && /^(?:name|firstName|lastName)$/.test(target.part),
  )
  if (!kinds[kind].isNamed || isNamed) return proposed
  const index = profiles.findIndex(({ header, filled }) => filled > 0 && speaksOfName(header))
  const reason = { certainty: 0.7, text: 'the header speaks of a name, and no other is one' }
  return proposed.map((each, at) =>
    at === index ? { target: { kind: 'part', part: 'name' }, confidence: 'likely', reason } : each,
  )
}
