import type { KnownField } from '@profilkort/domain/rules/rule'
import { chunkRows } from '../columns/chunk.ts'
import { Column } from '../columns/column.ts'
import { RowIds } from '../columns/row-ids.ts'
import { compareTexts, textPrefix } from '../columns/text-order.ts'

/** A customer as the columns take it in. */
export interface CustomerEntry {
  /** A UUID. */
  readonly id: string
  readonly kind: string
  readonly stage: string
  readonly name: string
  /** The name folded, which a search looks in. */
  readonly nameKey: string
  /** Microseconds since 1970. */
  readonly updatedAt: number
  /** Where a person stands on being profiled, and until when in milliseconds since 1970; not given where nothing was said. */
  readonly profiling?: string | null
  readonly profilingUntil?: number | null
  /** Values by the keys of attributes, as they are stored: perhaps not of the type that the catalogue says. */
  readonly attributes: { readonly [key: string]: unknown }
  /** Metrics by their keys; null or absent without a basis. */
  readonly metrics: { readonly [key: string]: number | null | undefined }
}

/** What a name or its key takes besides its characters, the prefix included. An estimate. */
const bytesOfText = 28

/** The customers of one workspace in columns: a row each, in no order. */
export class CustomerColumns {
  readonly ids = new RowIds()
  /** Every row that a customer has is of a kind. */
  readonly kind = new Column()
  readonly stage = new Column()
  readonly updatedAt = new Column()
  readonly profiling = new Column()
  readonly profilingUntil = new Column()
  readonly names: string[] = []
  /** What names are sorted by first, see `textPrefix`. */
  readonly namePrefixes: number[] = []
  readonly nameKeys: string[] = []
  readonly #attributes = new Map<string, Column>()
  readonly #metrics = new Map<string, Column>()
  #attributeKeys: readonly string[] = []
  #textBytes = 0

  get count(): number {
    return this.ids.count
  }

  get chunks(): number {
    return Math.ceil(this.ids.end / chunkRows)
  }

  /** What it takes in memory, about. */
  get bytes(): number {
    const columns = [
      this.kind,
      this.stage,
      this.updatedAt,
      this.profiling,
      this.profilingUntil,
      ...this.#attributes.values(),
      ...this.#metrics.values(),
    ]
    const inColumns = columns.reduce((sum, column) => sum + column.bytes, 0)
    return inColumns + this.ids.bytes + this.#textBytes
  }

  /** Whether as much is kept of values that nobody has any more as of those in use: time to be built anew. */
  get isWorn(): boolean {
    const most = this.ids.count * 2 + 10_000
    return [...this.#attributes.values()].some(({ dictionary }) => dictionary.end > most)
  }

  /** Of everything that anybody has or had a value of, in the order that PostgreSQL keeps keys in. */
  get attributeKeys(): readonly string[] {
    if (this.#attributeKeys.length !== this.#attributes.size)
      this.#attributeKeys = [...this.#attributes.keys()].toSorted(compareKeys)
    return this.#attributeKeys
  }

  readonly find = ({ kind, key }: KnownField): Column | undefined =>
    (kind === 'attribute' ? this.#attributes : this.#metrics).get(key)

  /** Puts a customer in place of what was known of it. */
  put(customer: CustomerEntry): void {
    const { row, isNew } = this.ids.add(customer.id)
    if (!isNew) this.#forgetTexts(row)
    this.kind.set(row, customer.kind)
    this.stage.set(row, customer.stage)
    this.updatedAt.set(row, customer.updatedAt)
    this.profiling.set(row, customer.profiling)
    this.profilingUntil.set(row, customer.profilingUntil)
    this.names[row] = customer.name
    this.namePrefixes[row] = textPrefix(customer.name)
    this.nameKeys[row] = customer.nameKey
    this.#textBytes += textBytes(customer.name) + textBytes(customer.nameKey)
    setAll(this.#attributes, row, customer.attributes)
    setAll(this.#metrics, row, customer.metrics)
  }

  /** Forgets a customer; one that is not there is no matter. */
  remove(id: string): void {
    const row = this.ids.find(id)
    if (row === undefined) return
    this.#forgetTexts(row)
    setAll(this.#attributes, row, {})
    setAll(this.#metrics, row, {})
    this.kind.clear(row)
    this.stage.clear(row)
    this.updatedAt.clear(row)
    this.profiling.clear(row)
    this.profilingUntil.clear(row)
    this.names[row] = ''
    this.nameKeys[row] = ''
    this.ids.remove(row)
  }

  #forgetTexts(row: number): void {
    this.#textBytes -= textBytes(this.names[row] ?? '') + textBytes(this.nameKeys[row] ?? '')
  }
}

/** `jsonb` puts the shorter key first; keys are ASCII. */
function compareKeys(a: string, b: string): number {
  return a.length - b.length || compareTexts(a, b)
}

function textBytes(text: string): number {
  return bytesOfText + text.length
}

/** In place of all that the row had; what stays as it was is not written. */
function setAll(
  columns: Map<string, Column>,
  row: number,
  values: { readonly [key: string]: unknown },
): void {
  for (const [key, column] of columns) if (!Object.hasOwn(values, key)) column.clear(row)
  for (const key of Object.keys(values)) {
    columnOf(columns, key).set(row, values[key])
  }
}

function columnOf(columns: Map<string, Column>, key: string): Column {
  const found = columns.get(key)
  if (found !== undefined) return found
  const column = new Column()
  columns.set(key, column)
  return column
}
