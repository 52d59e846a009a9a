import type { Problem } from '../result.ts'
import { type DateFormat, dateFormats, readableAs } from './dates.ts'
import { headerEnds } from './header-ends.ts'
import { partTypes } from './kinds.ts'
import type { KnownAttributes } from './known-attribute.ts'
import type { ColumnMapping, Target } from './mapping.ts'
import { type NumberFormat, readableIn } from './numbers.ts'
import type { ColumnProfile } from './profile-columns.ts'

/** What a user should know of how a column is read. */
export interface Warning extends Problem {
  /** Whether it is of cells that can be read in two ways. */
  readonly isAmbiguous?: true
}

export interface FormatContext {
  /** Whether other columns of the file write a decimal comma and none a decimal point. */
  readonly nordic: boolean
  /** Whether cells are separated by semicolons, as files are whose numbers have a decimal comma, and no column has a decimal point. */
  readonly hasSemicolons: boolean
  readonly attributes: KnownAttributes
  /** ISO 4217, of amounts whose column names none. */
  readonly currency: string
  /** Headers of columns whose numbers the file itself types: they have a decimal point. */
  readonly typedNumbers: ReadonlySet<string>
  readonly warnings: Warning[]
}

/** How the cells of a column are read as what its target holds; what can be read in two ways, or not at all, is warned of. */
export function proposeFormats(
  profile: ColumnProfile,
  target: Target,
  context: FormatContext,
): Pick<ColumnMapping, 'numberFormat' | 'dateFormat' | 'currency'> {
  const type = target.kind === 'attribute' ? target.type : undefined
  const partType = target.kind === 'part' ? partTypes[target.part] : undefined
  if (type === 'time' || partType === 'day' || partType === 'month' || partType === 'instant') {
    const dateFormat = proposeDates(profile, context)
    // Months are written in ways of their own.
    if (partType !== 'month') warnOfOdd(profile, readableAs(dateFormat, profile.dates), 'days', context)
    return { dateFormat }
  }
  const isMoney = type === 'money' || partType === 'amount'
  if (type !== 'number' && partType !== 'number' && !isMoney) return {}
  const numberFormat = proposeNumbers(profile, context, countsThings(profile.header, target, context))
  warnOfOdd(profile, readableIn(numberFormat, profile.numbers), 'numbers', context)
  if (!isMoney) return { numberFormat }
  return { numberFormat, currency: headerEnds(profile.header).currency ?? context.currency }
}

function warnOfOdd(
  { header, filled, dashes }: ColumnProfile,
  readable: number,
  what: string,
  context: FormatContext,
) {
  const said = filled - dashes
  if (readable === said) return
  context.warnings.push({
    path: [header],
    message: `${said - readable} of the ${said} cells looked at in "${header}" cannot be read as ${what}; rows with such cells come back with the reason.`,
  })
}

/** The format that reads most; of those that read as many, the one that most are written in. */
function proposeDates({ header, dates }: ColumnProfile, { warnings }: FormatContext): DateFormat {
  const best = dateFormats.reduce((a, b) => {
    const more = readableAs(b, dates) - readableAs(a, dates)
    return more > 0 || (more === 0 && dates[b] > dates[a]) ? b : a
  })
  if (readableAs(best, dates) === 0) return 'dayMonthYear'
  if (best === 'dayMonthYear' && dates.dayMonthYear === dates.monthDayYear) {
    warnings.push({
      path: [header],
      isAmbiguous: true,
      message: `Days in "${header}" could be day/month or month/day; read as day/month. Otherwise: --set ${header}.dateFormat=monthDayYear`,
    })
  }
  return best
}

/** Whether a column counts whole things, by its header or a label of its attribute: `Antall ansatte`, `Number of cars`. */
function countsThings(header: string, target: Target, { attributes }: FormatContext): boolean {
  const labels = target.kind === 'attribute' ? Object.values(attributes.get(target.key)?.label ?? {}) : []
  return [header, ...labels].some((name) => /^(?:antall?|number of|no\. of)\b/i.test(name.trim()))
}

function proposeNumbers(
  { header, numbers }: ColumnProfile,
  { nordic, hasSemicolons, typedNumbers, warnings }: FormatContext,
  isCount: boolean,
): NumberFormat {
  if (typedNumbers.has(header)) return 'decimalPoint'
  const isEven = numbers.decimalComma === numbers.decimalPoint
  const { ambiguous, pointGroups } = numbers
  const areThousands = ambiguous > 0 && ambiguous === pointGroups && (hasSemicolons || isCount)
  const isComma =
    numbers.decimalComma > numbers.decimalPoint ||
    (isEven && (nordic || (areThousands && numbers.decimalPoint === 0)))
  const numberFormat: NumberFormat = isComma ? 'decimalComma' : 'decimalPoint'
  if (numbers.ambiguous > 0 && isEven) {
    const other = isComma ? 'decimalPoint' : 'decimalComma'
    warnings.push({
      path: [header],
      isAmbiguous: true,
      message: `Numbers in "${header}" such as 1.234 can be read in two ways; read with ${isComma ? 'decimal comma, so that it is 1234' : 'decimal point'}. Otherwise: --set ${header}.numberFormat=${other}`,
    })
  }
  return numberFormat
}
