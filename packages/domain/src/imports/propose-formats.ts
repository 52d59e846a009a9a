import type { Problem } from '../result.ts'
import { type DateFormat, dateFormats } from './dates.ts'
import { partTypes } from './kinds.ts'
import type { ColumnMapping, Target } from './mapping.ts'
import type { NumberFormat } from './numbers.ts'
import type { ColumnProfile } from './profile-columns.ts'

export interface FormatContext {
  /** Whether other columns of the file write a decimal comma and none a decimal point. */
  readonly nordic: boolean
  /** ISO 4217, of amounts whose column names none. */
  readonly currency: string
  /** Headers of columns whose numbers the file itself types: they have a decimal point. */
  readonly typedNumbers: ReadonlySet<string>
  readonly warnings: Problem[]
}

/** How the cells of a column are read as what its target holds; what can be read in two ways is warned of. */
export function proposeFormats(
  profile: ColumnProfile,
  target: Target,
  context: FormatContext,
): Pick<ColumnMapping, 'numberFormat' | 'dateFormat' | 'currency'> {
  const type = target.kind === 'attribute' ? target.type : undefined
  const partType = target.kind === 'part' ? partTypes[target.part] : undefined
  if (type === 'time' || partType === 'day' || partType === 'month' || partType === 'instant')
    return { dateFormat: proposeDates(profile, context) }
  const isMoney = type === 'money' || partType === 'amount'
  if ((type !== 'number' && partType !== 'number' && !isMoney) || profile.looksLike !== 'number') return {}
  const numberFormat = proposeNumbers(profile, context)
  if (!isMoney) return { numberFormat }
  return { numberFormat, currency: currencyIn(profile.header) ?? context.currency }
}

function proposeDates({ header, dates }: ColumnProfile, { warnings }: FormatContext): DateFormat {
  const most = Math.max(...dateFormats.map((format) => dates[format]))
  const isEither = dates.dayMonthYear === most && dates.monthDayYear === most
  if (isEither && most > 0 && dates.yearMonthDay < most) {
    warnings.push({
      path: [header],
      message: `Days in "${header}" could be day/month or month/day; read as day/month. Otherwise: --set ${header}.dateFormat=monthDayYear`,
    })
  }
  return most === 0
    ? 'dayMonthYear'
    : (dateFormats.find((format) => dates[format] === most) ?? 'yearMonthDay')
}

function proposeNumbers(
  { header, numbers }: ColumnProfile,
  { nordic, typedNumbers, warnings }: FormatContext,
): NumberFormat {
  if (typedNumbers.has(header)) return 'decimalPoint'
  const isEven = numbers.decimalComma === numbers.decimalPoint
  const isComma = numbers.decimalComma > numbers.decimalPoint || (isEven && nordic)
  const numberFormat: NumberFormat = isComma ? 'decimalComma' : 'decimalPoint'
  if (numbers.ambiguous > 0 && numbers.decimalComma === 0 && numbers.decimalPoint === 0) {
    const other = isComma ? 'decimalPoint' : 'decimalComma'
    warnings.push({
      path: [header],
      message: `Numbers in "${header}" such as 1.234 can be read in two ways; read with ${isComma ? 'decimal comma' : 'decimal point'}. Otherwise: --set ${header}.numberFormat=${other}`,
    })
  }
  return numberFormat
}

/** `Amount (EUR)`, `revenue_nok` and `Beløp i SEK` name their currency. */
function currencyIn(header: string): string | undefined {
  return /(?:^|[\s_(/-])(NOK|SEK|DKK|ISK|EUR|USD|GBP|CHF)\)?$/i.exec(header.trim())?.[1]?.toUpperCase()
}
