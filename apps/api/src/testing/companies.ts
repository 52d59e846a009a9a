import { randomUUID } from 'node:crypto'
import { type Database, inWorkspace } from '@profilkort/database/connect'
import type { Values } from '@profilkort/domain/attributes/attribute'
import { foldName } from '@profilkort/domain/customers/name-key'

/** A company for a test. @returns its id in the database */
export async function addCompany(
  db: Database,
  workspaceId: string,
  name: string,
  attributes: Values,
): Promise<string> {
  const id = randomUUID()
  const provenance = Object.fromEntries(
    Object.keys(attributes).map((key) => [key, { source: 'test', at: Date.UTC(2026, 0, 1) }]),
  )
  await inWorkspace(db, workspaceId, (tx) =>
    tx
      .insertInto('customer')
      .values({
        workspace_id: workspaceId,
        id,
        kind: 'company',
        stage: 'lead',
        name,
        name_key: foldName(name),
        attributes: JSON.stringify(attributes),
        provenance: JSON.stringify(provenance),
      })
      .execute(),
  )
  return id
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
