import type { Database } from '@profilkort/database/connect'
import { createCustomers, type FirstRecord } from '@profilkort/database/identity/create-customers.queries'
import { inTurns, type Turns } from '../turns/turns.ts'

const turnsOf = new WeakMap<Database, Turns<FirstRecord, true>>()

/**
 * Creates a customer from its first record, in one commit with those that others create meanwhile. @returns false, with
 * nothing written, where something ties it to another customer
 */
export async function createTogether(
  db: Database,
  workspaceId: string,
  first: FirstRecord,
): Promise<boolean> {
  const turns = turnsOf.get(db) ?? inTurns((workspace, all) => createAll(db, workspace, all))
  turnsOf.set(db, turns)
  return (await turns(workspaceId, [first])).has(first)
}

async function createAll(
  db: Database,
  workspaceId: string,
  all: readonly FirstRecord[],
): Promise<ReadonlyMap<FirstRecord, true>> {
  try {
    const created = await createCustomers(db, workspaceId, all)
    return new Map(all.filter(({ record }) => created.has(record.id)).map((each) => [each, true] as const))
  } catch (error) {
    if (all.length === 1) throw error
    // One of them may be at fault: nobody fails for another.
    return new Map()
  }
}
