import type { Mapping } from '@profilkort/domain/imports/mapping'
import type { LookedThrough } from './look-through.ts'

const commaNumber = /^-?\d+,\d+(?: [A-Z]{3})?$/

/**
 * How an export of this product is read: it groups no thousands, so that `1.234` and `1,234` have one meaning each, and
 * all its columns have one decimal sign.
 */
export function withOwnNumbers(
  mapping: Mapping,
  { headers, sample }: Pick<LookedThrough, 'headers' | 'sample'>,
): Mapping {
  const numbers = mapping.columns.filter(({ numberFormat }) => numberFormat !== undefined)
  const places = numbers.map(({ column }) => headers.indexOf(column))
  const hasComma = sample.some((cells) => places.some((place) => commaNumber.test(cells[place] ?? '')))
  const numberFormat = hasComma ? 'decimalComma' : 'decimalPoint'
  return {
    ...mapping,
    columns: mapping.columns.map((column) =>
      numbers.includes(column) ? { ...column, numberFormat } : column,
    ),
  }
}
