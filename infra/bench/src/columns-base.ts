import { CustomerColumns } from '@profilkort/analytics/customers/customer-columns'
import pg from 'pg'

/** A row of `bare.customer`: see `customer-base.ts`. */
export interface BareCustomer {
  readonly id: string
  readonly [column: string]: unknown
}

/** Reads all of `bare.customer`, some rows at a time. */
export async function* eachBareCustomer(databaseUrl: string): AsyncGenerator<readonly BareCustomer[]> {
  const database = new pg.Client({ connectionString: databaseUrl })
  await database.connect()
  try {
    await database.query('begin')
    await database.query('declare everybody no scroll cursor for select * from bare.customer order by id')
    for (;;) {
      const { rows } = await database.query<BareCustomer>('fetch 10000 from everybody')
      if (rows.length === 0) return
      yield rows
    }
  } finally {
    await database.end()
  }
}

/** Our columns of the same customers. */
export function putCustomers(columns: CustomerColumns, rows: readonly BareCustomer[]): void {
  for (const { id, name, stage, turnover, ...attributes } of rows) {
    const nameKey = String(name).toLowerCase()
    const money = { amount: Number(turnover), currency: 'NOK' }
    columns.put({
      id,
      kind: 'company',
      stage: String(stage),
      name: String(name),
      nameKey,
      updatedAt: 0,
      attributes: { ...attributes, turnover: money },
      metrics: {},
    })
  }
}

export async function readColumns(databaseUrl: string): Promise<CustomerColumns> {
  const columns = new CustomerColumns()
  for await (const rows of eachBareCustomer(databaseUrl)) putCustomers(columns, rows)
  return columns
}
