import { randomUUIDv7 } from 'node:crypto'
import type { Values } from '@profilkort/domain/attributes/attribute'
import type { CustomerKind, CustomerStage } from '@profilkort/domain/customers/customer'
import { foldName } from '@profilkort/domain/customers/name-key'
import { calledBy } from '@profilkort/domain/identity/derive-customer'
import { shapeOf } from '@profilkort/domain/identity/lonely-customer'
import type { ImportedRow } from '@profilkort/domain/imports/read-row'
import { identifiersOf } from '../../identity/identifiers.ts'
import type { CompanyOf } from './chunk.ts'

/** A row that was read, with what is written of it more than once. */
export interface ReadRecord {
  readonly row: ImportedRow
  readonly stage: CustomerStage | undefined
  /** Its attributes and its cells, as JSON. */
  readonly values: string
  readonly cells: string
  readonly digest: string
}

/** A new record with the id it got. */
export interface EncodedRecord {
  readonly id: string
  readonly line: string
}

/** A new record as a line of COPY's text format, in the order of `loadedColumns`. */
export function encodeRecord(
  { row, stage, values, cells, digest }: ReadRecord,
  kind: CustomerKind,
  company: CompanyOf | undefined,
  withheld: readonly string[],
): EncodedRecord {
  const { externalId, parts, attributes, line } = row
  const { name } = parts
  const isWithheld = withheld.some((key) => Object.hasOwn(attributes, key))
  const known = isWithheld ? withoutKeys(attributes, withheld) : attributes
  const identifiers = [...new Set(identifiersOf(kind, attributes))].toSorted()
  const id = randomUUIDv7()
  const encoded = `${id}\t${text(externalId)}\t${text(name)}\t${text(name && foldName(name))}\t${
    stage ?? '\\N'
  }\t${company?.recordId ?? '\\N'}\t${company?.customerId ?? '\\N'}\t${json(values)}\t${
    isWithheld ? json(JSON.stringify(known)) : '\\N'
  }\t${list(identifiers)}\t${json(
    cells,
  )}\t${digest}\t${line}\t${calledOtherwise(row, known)}\t${shapeOf({ name, stage, values: known })}\n`
  return { id, line: encoded }
}

/** What a customer is called whose record does not name it, and that folded. */
function calledOtherwise({ parts: { name }, externalId }: ImportedRow, known: Values): string {
  if (name !== undefined) return '\\N\t\\N'
  const called = calledBy(name, known, externalId)
  return `${text(called)}\t${text(foldName(called))}`
}

function withoutKeys(values: Values, keys: readonly string[]): Values {
  return Object.fromEntries(Object.entries(values).filter(([key]) => !keys.includes(key)))
}

const escapes: { readonly [character: string]: string } = {
  '\\': '\\\\',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
}

function text(value: string | undefined): string {
  if (value === undefined) return '\\N'
  return /[\\\n\r\t]/.test(value)
    ? value.replaceAll(/[\\\n\r\t]/g, (found) => escapes[found] ?? found)
    : value
}

/** JSON has no line ends or tabs of its own. */
function json(value: string): string {
  return value.includes('\\') ? value.replaceAll('\\', '\\\\') : value
}

function list(values: readonly string[]): string {
  const quoted = values.map((value) => `"${value.replaceAll(/["\\]/g, (found) => `\\${found}`)}"`)
  return text(`{${quoted.join(',')}}`)
}
