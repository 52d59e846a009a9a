import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { ensureAttributes } from '@profilkort/database/attributes/attributes.queries'
import { type Database, inWorkspace, type Tx } from '@profilkort/database/connect'
import { lockPublishing } from '@profilkort/database/profiles/profiles.queries'
import { findScorecardBySlug } from '@profilkort/database/scorecards/scorecards.queries'
import { findWorkspace, insertWorkspace } from '@profilkort/database/workspaces/workspaces.queries'
import { demoCsv } from '@profilkort/demo/csv'
import type { Demo } from '@profilkort/demo/demo'
import { generateDemo } from '@profilkort/demo/generate'
import { demoScorecardSlug } from '@profilkort/demo/scorecard'
import { predefinedAttributes } from '@profilkort/domain/attributes/predefined'
import type { ImportKind } from '@profilkort/domain/imports/kinds'
import { ImportRefused } from '../imports/problem.ts'
import { type ImportRequest, runImport } from '../imports/run-import.ts'
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
export async function loadDemo(db: Database, now: Date): Promise<void> {
  const { id } = demoWorkspace
  if (await inWorkspace(db, id, isLoaded)) return
  await inWorkspace(db, id, async (tx) => {
    await insertWorkspace(tx, demoWorkspace)
    await ensureAttributes(tx, id, predefinedAttributes)
  })
  const demo = generateDemo()
  await importCustomers(db, demo, now)
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

async function importCustomers(db: Database, demo: Demo, now: Date): Promise<void> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'profilkort-demo-'))
  try {
    const csv = demoCsv(demo)
    for (const [fileName, kind, source] of files) {
      const file = path.join(folder, fileName)
      await writeFile(file, csv[fileName])
      const request = { workspaceId: demoWorkspace.id, kind, source, fileName, fileHash: '', currency: 'NOK' }
      await importWhenFree(db, file, { ...request, changes: {}, actor: 'demo', dryRun: false }, now)
    }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** Servers that start together load the demo one after the other; the later ones find nothing new in it. */
async function importWhenFree(db: Database, file: string, request: ImportRequest, now: Date): Promise<void> {
  for (;;) {
    try {
      await runImport(db, file, request, now, () => {})
      return
    } catch (error) {
      if (!(error instanceof ImportRefused) || error.code !== 'BUSY') throw error
      await sleep(200)
    }
  }
}
