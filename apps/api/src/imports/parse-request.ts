import { attributeTypes } from '@profilkort/domain/attributes/attribute'
import { importKinds, partTypes } from '@profilkort/domain/imports/kinds'
import type { Mapping, MappingChanges } from '@profilkort/domain/imports/mapping'
import { ImportRefused } from './problem.ts'
import type { ImportRequest } from './run-import.ts'

/**
 * The JSON that comes with a file: `{ kind, source?, fileName?, currency?, dryRun?, mapping?, changes? }`.
 * `mapping` is one that an import proposed before, `changes` what of it is to be otherwise.
 */
export function parseRequest(
  field: unknown,
  workspaceCurrency: string,
): Omit<ImportRequest, 'workspaceId' | 'fileHash'> {
  const asked = parseJson(field)
  const kind = importKinds.find((each) => each === asked.kind)
  if (kind === undefined) {
    throw new ImportRefused(
      'KIND',
      `Say what the file holds: ${importKinds.join(', ')}; not "${String(asked.kind)}".`,
    )
  }
  const source = textOf(asked, 'source', 'crm')
  if (!/^[\p{Letter}\p{Number}._ -]{1,60}$/u.test(source)) {
    throw new ImportRefused(
      'SOURCE',
      'A source is a short name of letters, digits, blanks, dots and hyphens, such as "crm".',
    )
  }
  const currency = textOf(asked, 'currency', workspaceCurrency)
  if (!/^[A-Z]{3}$/.test(currency))
    throw new ImportRefused('CURRENCY', `A currency is written like NOK, not "${currency}".`)
  return {
    kind,
    source,
    currency,
    fileName: textOf(asked, 'fileName', 'file').slice(0, 255),
    dryRun: asked.dryRun === true,
    mapping: asked.mapping === undefined ? undefined : parseMapping(asked.mapping, kind),
    changes: parseChanges(asked.changes ?? {}),
  }
}

type Json = { readonly [key: string]: unknown }

function parseJson(field: unknown): Json {
  try {
    const value: unknown = typeof field === 'string' ? JSON.parse(field) : undefined
    if (isObject(value)) return value
  } catch {}
  throw new ImportRefused(
    'REQUEST',
    'The field `request` has to be a JSON object such as {"kind":"companies"}, before `file`.',
  )
}

function textOf(asked: Json, key: string, fallback: string): string {
  const value = asked[key] ?? fallback
  if (typeof value === 'string') return value
  throw new ImportRefused('REQUEST', `"${key}" has to be a text.`)
}

const types: ReadonlySet<string> = new Set(attributeTypes)

/** A mapping as an import proposed it; one that was written by hand and is not one is refused. */
function parseMapping(value: unknown, kind: string): Mapping {
  const isMapping =
    isObject(value) &&
    value.kind === kind &&
    isTexts(value.key) &&
    Array.isArray(value.columns) &&
    value.columns.every(
      (column) => isObject(column) && typeof column.column === 'string' && isTarget(column.target),
    )
  if (isMapping) return value as unknown as Mapping
  throw new ImportRefused(
    'MAPPING',
    `This is not a mapping for ${kind}. Save one with --save-mapping and change that.`,
  )
}

function isTarget(value: unknown): boolean {
  if (!isObject(value)) return false
  if (value.kind === 'part') return Object.hasOwn(partTypes, String(value.part))
  if (value.kind !== 'attribute') return value.kind === 'kept'
  return (
    /^[a-z][A-Za-z0-9]{0,59}$/.test(String(value.key)) &&
    types.has(String(value.type)) &&
    typeof value.isNew === 'boolean'
  )
}

function parseChanges(value: unknown): MappingChanges {
  const isChanges =
    isObject(value) &&
    (value.key === undefined || isTexts(value.key)) &&
    ['set', 'corrections'].every((name) => value[name] === undefined || isTextTable(value[name]))
  if (isChanges) return value
  throw new ImportRefused(
    'CHANGES',
    'The changes to a mapping have to be `key` (a list) and `set` and `corrections` (by column).',
  )
}

function isTextTable(value: unknown): boolean {
  return (
    isObject(value) && Object.values(value).every((inner) => isObject(inner) && isTexts(Object.values(inner)))
  )
}

function isTexts(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((item) => typeof item === 'string')
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
