import { type AttributeType, isKnownOf } from '../attributes/attribute.ts'
import { failed, ok, type Problem, type Result } from '../result.ts'
import { attributeFinder, type FoundAttribute } from './find-attribute.ts'
import { headerEnds, speaksOfCurrency } from './header-ends.ts'
import { keyFromHeader, partOf, speaksOfCode, speaksOfName } from './headers.ts'
import { type ImportKind, kinds } from './kinds.ts'
import type { KnownAttribute, KnownAttributes } from './known-attribute.ts'
import type { ColumnMapping, Mapping, Target } from './mapping.ts'
import { canBe, hasOtherName, isNumbered } from './names-by-cells.ts'
import type { ColumnProfile } from './profile-columns.ts'
import { proposeFormats, type Warning } from './propose-formats.ts'
import { noKey, proposeKey } from './propose-key.ts'
import { findReady } from './ready/find-ready.ts'
import { ownSystem } from './ready/profilkort.ts'
import { fold, type ReadyColumn, type ReadyMapping } from './ready/ready-mapping.ts'
import { remarksOn } from './remarks.ts'
import { findRowCurrency } from './row-currency.ts'

/** Why a column goes where it does, and how sure that is, 0 to 1. */
export interface Reason {
  readonly certainty: number
  readonly text: string
}

export interface Proposal {
  readonly mapping: Mapping
  readonly warnings: readonly Warning[]
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
  /** What separates the cells of the file, where something does. */
  readonly delimiter?: string | undefined
  /** Headers of columns whose numbers the file itself types. */
  readonly typedNumbers?: ReadonlySet<string> | undefined
  /** Read as the export of this system, whatever the headers look like. */
  readonly ready?: ReadyMapping | undefined
}

type Proposed = Pick<ColumnMapping, 'target' | 'confidence'> & {
  readonly how?: Pick<ColumnMapping, 'lineBreak' | 'firstOfList'>
} & { readonly reason: Reason }

/**
 * Proposes how a file is read, from its headers and what its cells look like.
 * @param attributes of the workspace, those of its archive too
 */
export function proposeMapping(
  kind: ImportKind,
  profiles: readonly ColumnProfile[],
  attributes: KnownAttributes,
  { currency, key: wanted, delimiter, typedNumbers = new Set(), ready: chosen }: Wishes,
): Result<Proposal> {
  const nordic = profiles.some(
    ({ header, numbers }) =>
      !typedNumbers.has(header) && numbers.decimalComma > 0 && numbers.decimalPoint === 0,
  )
  const hasSemicolons = delimiter === ';' && !profiles.some(hasDecimalPoint)
  const warnings: Warning[] = []
  const headers = profiles.map(({ header }) => header)
  const ready = chosen ?? findReady(kind, headers)
  const proposed = nameIfMissing(kind, proposeTargets(kind, profiles, attributes, ready), profiles)
  const targets = withRowCurrency(proposed, profiles, warnings)
  const columns = profiles.map((profile, index): ColumnMapping => {
    const { target, confidence, how } = targets[index] ?? kept('guess')
    return {
      column: profile.header,
      target,
      confidence,
      ...how,
      ...proposeFormats(profile, target, {
        nordic,
        hasSemicolons,
        attributes,
        currency,
        typedNumbers,
        warnings,
      }),
    }
  })
  const key = wanted ?? proposeKey(kind, columns, profiles)
  if (key === undefined) return failed(noKey(kind, profiles))
  const reasons = targets.map(({ reason }) => reason)
  for (const [index, profile] of profiles.entries())
    warnings.push(...remarksOn(kind, profile, columns[index]?.target, attributes))
  return ok({ mapping: { kind, key, columns }, warnings, reasons, ready })
}

/** Whether a column is of numbers with a decimal point; `62.01` below `NACE` is none. */
function hasDecimalPoint({ header, looksLike, numbers }: ColumnProfile): boolean {
  const { decimalPoint, decimalComma } = numbers
  return looksLike === 'number' && !speaksOfCode(header) && decimalPoint > 0 && decimalComma === 0
}

/** What a ready mapping says comes first, so that no other column takes its place. */
function proposeTargets(
  kind: ImportKind,
  profiles: readonly ColumnProfile[],
  attributes: KnownAttributes,
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
  const { subject } = kinds[kind]
  const isOwn = ready?.system === ownSystem
  const find = subject === undefined ? undefined : attributeFinder(attributes, subject, { byKey: isOwn })
  const proposed: Proposed[] = []
  for (const index of inTurn(kind, profiles)) {
    const profile = profiles[index]
    if (profile === undefined) continue
    proposed[index] = known[index] ?? proposeTarget(kind, profile, { attributes, taken, find, profiles })
  }
  return proposed
}

/**
 * The places of columns in the order in which they choose: amounts with tax, totals and figures below a name take what
 * others leave.
 */
function inTurn(kind: ImportKind, profiles: readonly ColumnProfile[]): readonly number[] {
  const waits = profiles.map((profile) => {
    const { name, withTax } = headerEnds(profile.header)
    return withTax || /^total$/i.test(name) || isNumbered(partOf(kind, profile.header), profile)
  })
  return profiles.map((_, index) => index).toSorted((a, b) => Number(waits[a]) - Number(waits[b]))
}

function readyTarget(
  kind: ImportKind,
  { target }: ReadyColumn,
  attributes: KnownAttributes,
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

/** What columns are proposed in: the attributes that there are, what other columns go to, and whom a header means. */
interface Scope {
  readonly attributes: KnownAttributes
  readonly taken: Set<string>
  /** Undefined where rows have no attributes. */
  readonly find: ((header: string) => readonly FoundAttribute[]) | undefined
  /** Of all columns. */
  readonly profiles: readonly ColumnProfile[]
}

function proposeTarget(
  kind: ImportKind,
  profile: ColumnProfile,
  { attributes, taken, find, profiles }: Scope,
): Proposed {
  const part = partOf(kind, profile.header)
  const isNumber = isNumbered(part, profile) && hasOtherName(kind, part, profiles)
  if (
    kind === 'companies' &&
    isNumber &&
    isId(profile) &&
    claim(taken, nameOf({ kind: 'part', part: 'id' }))
  ) {
    const reason = {
      certainty: 0.8,
      text: 'its cells are numbers of customers, and another column names them',
    }
    return { target: { kind: 'part', part: 'id' }, confidence: 'likely', reason }
  }
  if (
    part !== undefined &&
    !isNumber &&
    canBe(part, profile) &&
    claim(taken, nameOf({ kind: 'part', part }))
  ) {
    const reason = { certainty: 0.95, text: `the header is a known name of the ${part}` }
    return { target: { kind: 'part', part }, confidence: 'sure', reason }
  }
  if (find === undefined) return kept('sure')
  const found = find(profile.header)
  for (const { attribute, confidence, certainty, text } of found) {
    const { key, type } = attribute
    if (profile.filled === 0 && confidence !== 'sure') continue
    if (!canHold(type, profile) || !claim(taken, key)) continue
    return {
      target: { kind: 'attribute', key, type, isNew: false },
      confidence,
      reason: { certainty, text },
    }
  }
  if (profile.filled === 0) return kept('guess', 'nothing stands in the column')
  const tooNarrow = found.find(({ attribute }) => !canHold(attribute.type, profile))?.attribute
  return proposeNew(kind, profile, { attributes, taken }, tooNarrow)
}

/**
 * A new attribute by the name of the header; a file that was imported before finds those it made then.
 * @param tooNarrow the attribute that the header means, which cannot hold the column
 */
function proposeNew(
  kind: ImportKind,
  profile: ColumnProfile,
  { attributes, taken }: Pick<Scope, 'attributes' | 'taken'>,
  tooNarrow: KnownAttribute | undefined,
): Proposed {
  const { subject = 'company' } = kinds[kind]
  for (const key of keysFromHeader(profile.header)) {
    const own = attributes.get(key)
    if (own === undefined && claim(taken, key)) {
      const text =
        tooNarrow === undefined
          ? 'nobody knows the header; the type is that of its cells'
          : `the header is a known name of ${tooNarrow.key}, which cannot hold most of the cells`
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

function isId({ isUnique, blank }: ColumnProfile): boolean {
  return isUnique && blank === 0
}

/** Whether an attribute can hold most of what stands in a column: numbers do not take names, and one name does not keep numbers out. */
function canHold(type: AttributeType, { couldBe, filled, dashes }: ColumnProfile): boolean {
  const most = (filled - dashes) * 0.6
  if (type === 'number' || type === 'money') return couldBe.number >= most
  if (type === 'boolean') return couldBe.boolean >= filled * 0.6
  return type === 'time' ? couldBe.date >= most : true
}

function typeOf({ looksLike, header, isMoney }: ColumnProfile): AttributeType {
  if (isMoney || (looksLike === 'number' && speaksOfCurrency(header))) return 'money'
  if (looksLike !== 'text' && speaksOfCode(header)) return 'text'
  return looksLike === 'date' ? 'time' : looksLike
}

function claim(taken: Set<string>, name: string): boolean {
  if (taken.has(name)) return false
  taken.add(name)
  return true
}

/** Where a column names the currency of the row's amounts, it is that rather than an attribute. */
function withRowCurrency(
  proposed: readonly Proposed[],
  profiles: readonly ColumnProfile[],
  warnings: Problem[],
): readonly Proposed[] {
  const targets = proposed.map(({ target }) => target)
  const at = findRowCurrency(targets, profiles, warnings)
  const reason = { certainty: 0.9, text: 'its cells name the currency of the amounts in their rows' }
  return proposed.map((each, index) =>
    index === at ? { target: { kind: 'part', part: 'currency' }, confidence: 'sure', reason } : each,
  )
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
