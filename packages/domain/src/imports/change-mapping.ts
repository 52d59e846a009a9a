import { okUnless, type Problem, type Result } from '../result.ts'
import { dateFormats } from './dates.ts'
import type { ColumnMapping, Mapping, MappingChanges } from './mapping.ts'

/** A mapping with what the user asks to be read otherwise. */
export function changeMapping(mapping: Mapping, changes: MappingChanges): Result<Mapping> {
  const headers = mapping.columns.map(({ column }) => column)
  const problems: Problem[] = []
  const refuseUnknown = (column: string, path: string) => {
    if (headers.includes(column)) return
    problems.push({
      path: [path, column],
      message: `There is no column "${column}". There is: ${headers.join(', ')}.`,
    })
  }
  for (const column of changes.key ?? []) refuseUnknown(column, 'key')
  for (const column of Object.keys(changes.set ?? {})) refuseUnknown(column, 'set')
  for (const column of Object.keys(changes.corrections ?? {})) refuseUnknown(column, 'corrections')
  const columns = mapping.columns.map((column): ColumnMapping => {
    const settings = parseSettings(column.column, changes.set?.[column.column] ?? {}, problems)
    const corrections = { ...column.corrections, ...changes.corrections?.[column.column] }
    return { ...column, ...settings, ...(Object.keys(corrections).length > 0 ? { corrections } : {}) }
  })
  return okUnless(problems, { ...mapping, key: changes.key ?? mapping.key, columns })
}

function parseSettings(
  column: string,
  settings: { readonly [field: string]: string },
  problems: Problem[],
): Partial<ColumnMapping> {
  const { scale, currency, numberFormat, dateFormat, to, ...unknown } = settings
  const refuse = (field: string, message: string) => problems.push({ path: ['set', column, field], message })
  for (const field of Object.keys(unknown)) {
    refuse(field, `"${field}" cannot be set. These can: scale, currency, numberFormat, dateFormat, to.`)
  }
  if (scale !== undefined && !(Number(scale) > 0))
    refuse('scale', `A scale is a number above 0, such as 1000000, not "${scale}".`)
  if (currency !== undefined && !/^[A-Z]{3}$/.test(currency))
    refuse('currency', `A currency is written like NOK, not "${currency}".`)
  const isNumberFormat = numberFormat === 'decimalPoint' || numberFormat === 'decimalComma'
  if (numberFormat !== undefined && !isNumberFormat) {
    refuse('numberFormat', `A number format is decimalPoint or decimalComma, not "${numberFormat}".`)
  }
  const dates = dateFormats.find((format) => format === dateFormat)
  if (dateFormat !== undefined && dates === undefined) {
    refuse('dateFormat', `A date format is one of ${dateFormats.join(', ')}, not "${dateFormat}".`)
  }
  if (to !== undefined && to !== 'kept')
    refuse('to', `"to" can only be "kept", which leaves the column in the source's record, not "${to}".`)
  return {
    ...(scale === undefined ? {} : { scale: Number(scale) }),
    ...(currency === undefined ? {} : { currency }),
    ...(isNumberFormat ? { numberFormat } : {}),
    ...(dates === undefined ? {} : { dateFormat: dates }),
    ...(to === 'kept' ? { target: { kind: 'kept' } as const } : {}),
  }
}
