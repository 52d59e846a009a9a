import type { Attribute, AttributeType } from '../attributes/attribute.ts'
import { failed, ok, type Problem, type Result } from '../result.ts'
import type { DateFormat } from './dates.ts'
import { attributeOf, keyFromHeader, partOf, speaksOfCode, speaksOfName } from './headers.ts'
import type { ColumnMapping, ImportKind, Mapping, Part, Target } from './mapping.ts'
import type { NumberFormat } from './numbers.ts'
import type { ColumnProfile } from './profile-columns.ts'

export interface Proposal {
  readonly mapping: Mapping
  readonly warnings: readonly Problem[]
}

const datedParts: ReadonlySet<Part> = new Set(['openedOn', 'closedOn'])
const countedParts: ReadonlySet<Part> = new Set(['value', 'price'])

export interface Wishes {
  /** ISO 4217, of amounts whose column names none. */
  readonly currency: string
  /** The columns that tell rows apart, where the user has said which. */
  readonly key?: readonly string[] | undefined
}

/** Proposes how a file is read, from its headers and what its cells look like. */
export function proposeMapping(
  kind: ImportKind,
  profiles: readonly ColumnProfile[],
  attributes: ReadonlyMap<string, Attribute>,
  { currency, key: wanted }: Wishes,
): Result<Proposal> {
  const nordic = profiles.some(({ numbers }) => numbers.decimalComma > 0 && numbers.decimalPoint === 0)
  const warnings: Problem[] = []
  const taken = new Set<string>()
  const columns = profiles.map((profile): ColumnMapping => {
    const { target, confidence } = proposeTarget(kind, profile, attributes, taken)
    return {
      column: profile.header,
      target,
      confidence,
      ...proposeFormats(profile, target, nordic, currency, warnings),
    }
  })
  const named = nameIfMissing(kind, columns, profiles)
  const key = wanted ?? proposeKey(kind, named, profiles)
  if (key === undefined) return failed(noKey(kind, profiles))
  return ok({ mapping: { kind, key, columns: named }, warnings })
}

function proposeTarget(
  kind: ImportKind,
  profile: ColumnProfile,
  attributes: ReadonlyMap<string, Attribute>,
  taken: Set<string>,
): Pick<ColumnMapping, 'target' | 'confidence'> {
  const part = partOf(kind, profile.header)
  if (part !== undefined && claim(taken, `part ${part}`))
    return { target: { kind: 'part', part }, confidence: 'sure' }
  if (kind === 'deals' || kind === 'products') return { target: { kind: 'kept' }, confidence: 'sure' }
  const known = attributeOf(profile.header)
  const attribute = known === undefined ? undefined : attributes.get(known)
  const subject = kind === 'companies' ? 'company' : 'person'
  if (attribute?.subject === subject && canHold(attribute.type, profile) && claim(taken, attribute.key)) {
    return {
      target: { kind: 'attribute', key: attribute.key, type: attribute.type, isNew: false },
      confidence: 'sure',
    }
  }
  if (profile.filled === 0) return { target: { kind: 'kept' }, confidence: 'guess' }
  // A file that was imported before finds the attributes it made then.
  for (const key of keysFromHeader(profile.header)) {
    const own = attributes.get(key)
    if (own === undefined && claim(taken, key))
      return { target: { kind: 'attribute', key, type: typeOf(profile), isNew: true }, confidence: 'guess' }
    if (own?.subject === subject && canHold(own.type, profile) && claim(taken, key))
      return { target: { kind: 'attribute', key, type: own.type, isNew: false }, confidence: 'likely' }
  }
  return { target: { kind: 'kept' }, confidence: 'guess' }
}

/** `region`, `region2`, … until one is free or holds the like. */
function* keysFromHeader(header: string): Generator<string> {
  const key = keyFromHeader(header)
  yield key
  for (let number = 2; number < 1000; number++) yield `${key}${number}`
}

/** Whether an attribute can hold what stands in a column at all: numbers do not take names. */
function canHold(type: AttributeType, { looksLike, filled }: ColumnProfile): boolean {
  if (filled === 0) return true
  if (type === 'number' || type === 'money') return looksLike === 'number'
  if (type === 'boolean') return looksLike === 'boolean'
  return type === 'time' ? looksLike === 'date' : true
}

function typeOf({ looksLike, header }: ColumnProfile): AttributeType {
  if ((looksLike === 'number' || looksLike === 'boolean') && speaksOfCode(header)) return 'text'
  return looksLike === 'date' ? 'time' : looksLike
}

function claim(taken: Set<string>, name: string): boolean {
  if (taken.has(name)) return false
  taken.add(name)
  return true
}

function proposeFormats(
  { header, numbers, dates, looksLike }: ColumnProfile,
  target: Target,
  nordic: boolean,
  currency: string,
  warnings: Problem[],
): Pick<ColumnMapping, 'numberFormat' | 'dateFormat' | 'currency'> {
  const type = target.kind === 'attribute' ? target.type : undefined
  const part = target.kind === 'part' ? target.part : undefined
  if (type === 'time' || (part && datedParts.has(part))) {
    if (dates.yearMonthDay === 0 && dates.dayMonthYear > 0 && dates.dayMonthYear === dates.monthDayYear) {
      warnings.push({
        path: [header],
        message: `Days in "${header}" could be day/month or month/day; read as day/month. Otherwise: --set ${header}.dateFormat=monthDayYear`,
      })
    }
    return { dateFormat: mostDates(dates) }
  }
  const isCounted = type === 'number' || type === 'money' || (part && countedParts.has(part))
  if (!isCounted || looksLike !== 'number') return {}
  const isComma =
    numbers.decimalComma > numbers.decimalPoint || (numbers.decimalComma === numbers.decimalPoint && nordic)
  const numberFormat: NumberFormat = isComma ? 'decimalComma' : 'decimalPoint'
  if (numbers.ambiguous > 0 && numbers.decimalComma === 0 && numbers.decimalPoint === 0) {
    const other = isComma ? 'decimalPoint' : 'decimalComma'
    warnings.push({
      path: [header],
      message: `Numbers in "${header}" such as 1.234 can be read in two ways; read with ${isComma ? 'decimal comma' : 'decimal point'}. Otherwise: --set ${header}.numberFormat=${other}`,
    })
  }
  const isMoney = type === 'money' || (part && countedParts.has(part))
  return isMoney ? { numberFormat, currency } : { numberFormat }
}

function mostDates(dates: ColumnProfile['dates']): DateFormat {
  if (dates.yearMonthDay >= dates.dayMonthYear)
    return dates.yearMonthDay > 0 ? 'yearMonthDay' : 'dayMonthYear'
  return dates.monthDayYear > dates.dayMonthYear ? 'monthDayYear' : 'dayMonthYear'
}

/** Where no header is known as the name, the first that speaks of one is taken for it. */
function nameIfMissing(
  kind: ImportKind,
  columns: readonly ColumnMapping[],
  profiles: readonly ColumnProfile[],
): readonly ColumnMapping[] {
  const isNamed = columns.some(
    ({ target }) => target.kind === 'part' && /^(?:name|firstName|lastName)$/.test(target.part),
  )
  if (kind === 'deals' || isNamed) return columns
  const index = profiles.findIndex(({ header, filled }) => filled > 0 && speaksOfName(header))
  return columns.map((column, at) =>
    at === index
      ? { column: column.column, target: { kind: 'part', part: 'name' }, confidence: 'likely' }
      : column,
  )
}

/** The columns that tell rows apart: an id, an organisation number, a name, or a name with whatever makes it unique. */
function proposeKey(
  kind: ImportKind,
  columns: readonly ColumnMapping[],
  profiles: readonly ColumnProfile[],
): readonly string[] | undefined {
  const find = (holds: (target: Target) => boolean) => {
    const index = columns.findIndex(({ target }) => holds(target))
    return index < 0 ? undefined : profiles[index]
  }
  const id = find((target) => target.kind === 'part' && target.part === 'id')
  const organisationNumber = find(
    (target) => target.kind === 'attribute' && target.key === 'organisationNumber',
  )
  const email = find((target) => target.kind === 'attribute' && target.key === 'email')
  const name = find((target) => target.kind === 'part' && target.part === 'name')
  // An id is an id: one that stands twice is a mistake to be told of, not a reason to tell rows apart otherwise.
  if (id !== undefined && id.blank === 0) return [id.header]
  const whole = [kind === 'contacts' ? email : organisationNumber, name].find(
    (profile) => profile?.blank === 0 && (profile === name ? profile.isUniqueFolded : profile.isUnique),
  )
  if (whole !== undefined) return [whole.header]
  const names = (['firstName', 'lastName'] as const).flatMap(
    (each) => find((target) => target.kind === 'part' && target.part === each)?.header ?? [],
  )
  const fallback = id ?? name
  if (fallback !== undefined) return [fallback.header]
  if (names.length > 0) return names
  const last = email ?? organisationNumber
  return last && [last.header]
}

function noKey(kind: ImportKind, profiles: readonly ColumnProfile[]): Problem {
  const headers = profiles.map(({ header }) => header).join(', ')
  return {
    path: [],
    message: `No column of this file names the ${kind} by an id or a name. Its columns are: ${headers}. Say which do with --key, or call one "Name".`,
  }
}
