import { importKinds } from '@profilkort/domain/imports/kinds'
import type { Mapping, MappingChanges } from '@profilkort/domain/imports/mapping'
import { parseMapping } from '@profilkort/domain/imports/parse-mapping'
import type { ImportRequest } from './import-request.ts'
import { ImportRefused } from './problem.ts'
import { parseMappingName } from './save-mapping.ts'
import { isSourceName, notASource } from './source-name.ts'

/**
 * The JSON that comes with a file: `{ kind, source?, fileName?, currency?, dryRun?, sheet?, mapping?, changes?, saveAs? }`.
 * `mapping` is one that an import proposed before or the name of one, `changes` what of it is to be otherwise, `saveAs`
 * the name to keep it under.
 */
export function parseRequest(field: unknown, workspaceCurrency: string): ImportRequest {
  const asked = parseJson(field)
  const kind = importKinds.find((each) => each === asked.kind)
  if (kind === undefined) {
    throw new ImportRefused(
      'KIND',
      `Say what the file holds: ${importKinds.join(', ')}; not "${String(asked.kind)}".`,
    )
  }
  const source = textOf(asked, 'source', 'crm')
  if (!isSourceName(source)) throw new ImportRefused('SOURCE', notASource)
  const currency = textOf(asked, 'currency', workspaceCurrency)
  if (!/^[A-Z]{3}$/.test(currency))
    throw new ImportRefused('CURRENCY', `A currency is written like NOK, not "${currency}".`)
  return {
    kind,
    source,
    currency,
    fileName: textOf(asked, 'fileName', 'file').slice(0, 255),
    dryRun: asked.dryRun === true,
    mapping: asked.mapping === undefined ? undefined : readMapping(asked.mapping, kind),
    sheet: asked.sheet === undefined ? undefined : textOf(asked, 'sheet', ''),
    saveAs: asked.saveAs === undefined ? undefined : readName(textOf(asked, 'saveAs', '')),
    changes: parseChanges(asked.changes ?? {}),
  }
}

type Json = { readonly [key: string]: unknown }

function readName(name: string): string {
  const parsed = parseMappingName(name)
  if (parsed.ok) return parsed.value
  throw new ImportRefused('MAPPING_NAME', parsed.problems[0].message)
}

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

/** A mapping as an import proposed it, or the name of a saved or ready one. */
function readMapping(value: unknown, kind: string): Mapping | string {
  if (typeof value === 'string') return value
  const parsed = parseMapping(value)
  if (parsed.ok && parsed.value.kind === kind) return parsed.value
  const why = parsed.ok ? '' : ` ${parsed.problems[0].message}`
  throw new ImportRefused(
    'MAPPING',
    `This is not a mapping for ${kind}. Save one with --save-mapping and change that.${why}`,
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
