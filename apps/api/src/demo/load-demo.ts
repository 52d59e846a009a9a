import { ensureAttributes } from '@profilkort/database/attributes/attributes.queries'
import { inWorkspace, type Tx } from '@profilkort/database/connect'
import { lockPublishing } from '@profilkort/database/profiles/profiles.queries'
import { findScorecardBySlug } from '@profilkort/database/scorecards/scorecards.queries'
import { findWorkspace, insertWorkspace } from '@profilkort/database/workspaces/workspaces.queries'
import { demoCsv } from '@profilkort/demo/csv'
import type { Demo } from '@profilkort/demo/demo'
import { generateDemo } from '@profilkort/demo/generate'
import { demoScorecardSlug } from '@profilkort/demo/scorecard'
import { predefinedAttributes } from '@profilkort/domain/attributes/predefined'
import type { ImportKind } from '@profilkort/domain/imports/kinds'
import { type Imports, importText } from '../imports/jobs/open-imports.ts'
import { demoWorkspace } from './demo-workspace.ts'
import { writeConsents } from './write-consents.ts'
import { writeInteractions } from './write-interactions.ts'
import { writeProfiles } from './write-profiles.ts'

const files = [
  ['companies.csv', 'companies', 'crm'],
  ['contacts.csv', 'contacts', 'crm'],
  ['products.csv', 'products', 'crm'],
  ['deals.csv', 'deals', 'crm'],
  ['support.csv', 'companies', 'support'],
  ['orders.csv', 'orders', 'crm'],
  ['costs.csv', 'costs', 'crm'],
  ['referrals.csv', 'referrals', 'crm'],
  ['tickets.csv', 'tickets', 'crm'],
  ['nps.csv', 'nps', 'crm'],
  ['channel-costs.csv', 'channelCosts', 'crm'],
] as const satisfies readonly (readonly [keyof ReturnType<typeof demoCsv>, ImportKind, string])[]

/**
 * Loads the demo unless it is there whole. Its customers come in through the import, as a user's would; the profiles
 * come last, so that a load that was killed half-way is finished by the next: the import takes nothing twice.
 */
export async function loadDemo(imports: Imports, now: Date): Promise<void> {
  const { db } = imports
  const { id } = demoWorkspace
  if (await inWorkspace(db, id, isLoaded)) return
  await inWorkspace(db, id, async (tx) => {
    await insertWorkspace(tx, demoWorkspace)
    await ensureAttributes(tx, id, predefinedAttributes)
  })
  const demo = generateDemo()
  await importCustomers(imports, demo)
  await inWorkspace(db, id, (tx) => writeConsents(tx, id, demo.contacts, now))
  await writeInteractions(db, id, demo.interactions, now)
  await inWorkspace(db, id, (tx) => writeContent(tx, now))
}

async function isLoaded(tx: Tx): Promise<boolean> {
  const { id } = demoWorkspace
  if ((await findWorkspace(tx, id)) === undefined) return false
  return (await findScorecardBySlug(tx, id, demoScorecardSlug)) !== undefined
}

/** The profiles and the scorecard, all of them or none; of servers that start together, the first writes them. */
async function writeContent(tx: Tx, now: Date): Promise<void> {
  const { id } = demoWorkspace
  await lockPublishing(tx, id)
  if (!(await isLoaded(tx))) await writeProfiles(tx, id, now)
}

async function importCustomers(imports: Imports, demo: Demo): Promise<void> {
  const csv = demoCsv(demo)
  for (const [fileName, kind, source] of files) {
    const request = { kind, source, fileName, currency: 'NOK', changes: {}, dryRun: false }
    await importText(imports, demoWorkspace.id, 'demo', csv[fileName], request)
  }
}
