import { randomUUID } from 'node:crypto'
import { type Database, inWorkspace } from '@profilkort/database/connect'
import type { Values } from '@profilkort/domain/attributes/attribute'
import { takeRecords } from '../identity/take-records.ts'

/** A company for a test, as the source `test` told of it on the first day of 2026. @returns its id in the database */
export async function addCompany(
  db: Database,
  workspaceId: string,
  name: string,
  attributes: Values,
): Promise<string> {
  const record = { externalId: randomUUID(), name, values: attributes, data: {} }
  const [taken] = await inWorkspace(db, workspaceId, (tx) =>
    takeRecords(tx, workspaceId, { source: 'test', kind: 'company' }, [record], new Date('2026-01-01')),
  )
  return taken?.customerId ?? ''
}

/** A closed deal for a test. */
export async function addDeal(
  db: Database,
  workspaceId: string,
  deal: {
    readonly customerId: string
    readonly status: 'won' | 'lost'
    readonly value?: number
    readonly closedOn: string
    readonly currency?: string
  },
): Promise<void> {
  await inWorkspace(db, workspaceId, (tx) =>
    tx
      .insertInto('deal')
      .values({
        workspace_id: workspaceId,
        source: 'test',
        external_id: randomUUID(),
        record_id: deal.customerId,
        customer_id: deal.customerId,
        stage: deal.status,
        status: deal.status,
        opened_on: deal.closedOn,
        closed_on: deal.closedOn,
        value: deal.value ?? null,
        currency: deal.currency ?? 'NOK',
      })
      .execute(),
  )
}
