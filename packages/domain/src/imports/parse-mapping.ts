import { attributeTypes } from '../attributes/attribute.ts'
import { okUnless, type Problem, type Result } from '../result.ts'
import { type DateFormat, dateFormats } from './dates.ts'
import { importKinds, type Part, partTypes } from './kinds.ts'
import type { ColumnMapping, Mapping, Target } from './mapping.ts'

type Json = { readonly [key: string]: unknown }

const mostColumns = 2000

/** A mapping out of JSON, as an import proposed it or somebody wrote it by hand; what is not part of one is left out. */
export function parseMapping(value: unknown): Result<Mapping> {
  const problems: Problem[] = []
  const refuse = (path: readonly (string | number)[], message: string) => problems.push({ path, message })
  const given = isObject(value) ? value : {}
  const kind = importKinds.find((each) => each === given.kind)
  if (kind === undefined) refuse(['kind'], `The kind of a mapping is one of ${importKinds.join(', ')}.`)
  const columns = Array.isArray(given.columns) ? (given.columns as readonly unknown[]) : []
  if (columns.length === 0 || columns.length > mostColumns)
    refuse(['columns'], `A mapping has 1 to ${mostColumns} columns.`)
  const read = columns
    .slice(0, mostColumns)
    .map((column, index) => parseColumn(column, ['columns', index], refuse))
  const names = new Set(read.map(({ column }) => column))
  if (names.size < read.length) refuse(['columns'], 'Two columns of the mapping have the same name.')
  const key = isTexts(given.key) ? given.key : []
  if (key.length === 0 || !key.every((column) => names.has(column)))
    refuse(['key'], 'The key of a mapping is a list of the columns that tell rows apart.')
  return okUnless(problems, { kind: kind ?? 'companies', key, columns: read })
}

type Refuse = (path: readonly (string | number)[], message: string) => void

function parseColumn(value: unknown, path: readonly (string | number)[], refuse: Refuse): ColumnMapping {
  const given = isObject(value) ? value : {}
  const { numberFormat, dateFormat, scale, currency, lineBreak, corrections } = given
  const column = typeof given.column === 'string' ? given.column : ''
  if (column === '') refuse([...path, 'column'], 'A column of a mapping has the name of its header.')
  const check = (field: string, isGood: boolean, what: string) => {
    if (given[field] !== undefined && !isGood)
      refuse([...path, field], `"${field}" of "${column}" is ${what}.`)
    return given[field] !== undefined && isGood
  }
  return {
    column,
    target: parseTarget(given.target, column, path, refuse),
    confidence: given.confidence === 'likely' || given.confidence === 'guess' ? given.confidence : 'sure',
    ...(check(
      'numberFormat',
      numberFormat === 'decimalPoint' || numberFormat === 'decimalComma',
      'decimalPoint or decimalComma',
    )
      ? { numberFormat: numberFormat as 'decimalPoint' | 'decimalComma' }
      : {}),
    ...(check(
      'dateFormat',
      dateFormats.includes(dateFormat as DateFormat),
      `one of ${dateFormats.join(', ')}`,
    )
      ? { dateFormat: dateFormat as DateFormat }
      : {}),
    ...(check('scale', typeof scale === 'number' && scale > 0 && Number.isFinite(scale), 'a number above 0')
      ? { scale: scale as number }
      : {}),
    ...(check('currency', typeof currency === 'string' && /^[A-Z]{3}$/.test(currency), 'written like NOK')
      ? { currency: currency as string }
      : {}),
    ...(check(
      'lineBreak',
      typeof lineBreak === 'string' && lineBreak !== '' && lineBreak.length <= 10,
      'a short text',
    )
      ? { lineBreak: lineBreak as string }
      : {}),
    ...(check('firstOfList', given.firstOfList === true, 'true where it is given')
      ? { firstOfList: true }
      : {}),
    ...(check('corrections', isObject(corrections) && isTexts(Object.values(corrections)), 'a table of cells')
      ? { corrections: corrections as { readonly [cell: string]: string } }
      : {}),
  }
}

function parseTarget(
  value: unknown,
  column: string,
  path: readonly (string | number)[],
  refuse: Refuse,
): Target {
  const given = isObject(value) ? value : {}
  const type = attributeTypes.find((each) => each === given.type)
  if (given.kind === 'kept') return { kind: 'kept' }
  if (given.kind === 'part' && typeof given.part === 'string' && Object.hasOwn(partTypes, given.part)) {
    return { kind: 'part', part: given.part as Part }
  }
  const isKey = typeof given.key === 'string' && /^[a-z][A-Za-z0-9]{0,59}$/.test(given.key)
  if (given.kind === 'attribute' && isKey && type !== undefined) {
    return { kind: 'attribute', key: given.key as string, type, isNew: given.isNew === true }
  }
  refuse(
    [...path, 'target'],
    `"${column}" goes to a part such as {"kind":"part","part":"name"}, an attribute with key and type, or is {"kind":"kept"}.`,
  )
  return { kind: 'kept' }
}

function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((item) => typeof item === 'string')
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
