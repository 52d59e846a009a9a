import type { CustomerColumns } from './customer-columns.ts'

/** A customer as it was put into the columns. */
export interface CustomerAt {
  readonly kind: string
  readonly stage: string
  readonly name: string
  /** Microseconds since 1970. */
  readonly updatedAt: number
  /** Those asked for that it has a value of. */
  readonly attributes: { readonly [key: string]: unknown }
  /** Those asked for; undefined without a basis. */
  readonly metrics: { readonly [key: string]: unknown }
}

/** Which values of customers: attributes of these keys or of all, metrics of these keys. */
export interface AskedOfCustomers {
  readonly attributes: 'all' | readonly string[]
  readonly metrics: readonly string[]
}

/** The customers of rows that somebody has. */
export function customersAt(
  columns: CustomerColumns,
  rows: readonly number[],
  asked: AskedOfCustomers,
): readonly CustomerAt[] {
  const keys = asked.attributes === 'all' ? columns.attributeKeys : asked.attributes
  const attributeColumns = keys.map((key) => ({ key, column: columns.find({ kind: 'attribute', key }) }))
  const metricColumns = asked.metrics.map((key) => ({ key, column: columns.find({ kind: 'metric', key }) }))
  return rows.map((row) => {
    const attributes: { [key: string]: unknown } = {}
    for (const { key, column } of attributeColumns) {
      const value = column?.valueAt(row)
      if (value !== undefined) attributes[key] = value
    }
    const metrics: { [key: string]: unknown } = {}
    for (const { key, column } of metricColumns) metrics[key] = column?.valueAt(row)
    return {
      kind: String(columns.kind.valueAt(row)),
      stage: String(columns.stage.valueAt(row)),
      name: columns.names[row] ?? '',
      updatedAt: columns.updatedAt.numberAt(row),
      attributes,
      metrics,
    }
  })
}
