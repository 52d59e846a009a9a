import { randomUUID } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { ensureAttributes } from '@profilkort/database/attributes/attributes.queries'
import { type Database, inWorkspace, type Tx } from '@profilkort/database/connect'
import { insertProfile, publishRevision } from '@profilkort/database/profiles/profiles.queries'
import {
  findScorecardBySlug,
  insertScorecard,
  publishScorecardRevision,
} from '@profilkort/database/scorecards/scorecards.queries'
import { findWorkspace, insertWorkspace } from '@profilkort/database/workspaces/workspaces.queries'
import { demoCsv } from '@profilkort/demo/csv'
import { generateDemo } from '@profilkort/demo/generate'
import { demoProfiles } from '@profilkort/demo/profiles'
import { demoScorecard, demoScorecardSlug } from '@profilkort/demo/scorecard'
import { predefinedAttributes } from '@profilkort/domain/attributes/predefined'
import type { ImportKind } from '@profilkort/domain/imports/mapping'
import { locales } from '@profilkort/domain/locales/locale'
import { ImportRefused } from '../imports/problem.ts'
import { type ImportRequest, runImport } from '../imports/run-import.ts'
import { demoWorkspace } from './demo-workspace.ts'

const by = 'Demo'

const files = [
  ['companies.csv', 'companies', 'crm'],
  ['contacts.csv', 'contacts', 'crm'],
  ['products.csv', 'products', 'crm'],
  ['deals.csv', 'deals', 'crm'],
  ['support.csv', 'companies', 'support'],
] as const satisfies readonly (readonly [keyof ReturnType<typeof demoCsv>, ImportKind, string])[]

/**
 * Loads the demo unless it is there whole. Its customers come in through the import, as a user's would; the profiles
 * come last, so that a load that was killed half-way is finished by the next: the import takes nothing twice.
 */
export async function loadDemo(db: Database, now: Date): Promise<void> {
  if (await isLoaded(db)) return
  const { id } = demoWorkspace
  await inWorkspace(db, id, async (tx) => {
    await insertWorkspace(tx, demoWorkspace)
    await ensureAttributes(tx, id, predefinedAttributes)
  })
  await importCustomers(db, now)
  await inWorkspace(db, id, (tx) => publishContent(tx, now))
}

async function isLoaded(db: Database): Promise<boolean> {
  const { id } = demoWorkspace
  return inWorkspace(db, id, async (tx) => {
    if ((await findWorkspace(tx, id)) === undefined) return false
    return (await findScorecardBySlug(tx, id, demoScorecardSlug)) !== undefined
  })
}

async function importCustomers(db: Database, now: Date): Promise<void> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'profilkort-demo-'))
  try {
    const csv = demoCsv(generateDemo())
    for (const [fileName, kind, source] of files) {
      const file = path.join(folder, fileName)
      await writeFile(file, csv[fileName])
      const request = { workspaceId: demoWorkspace.id, kind, source, fileName, fileHash: '', currency: 'NOK' }
      await importWhenFree(db, file, { ...request, changes: {}, dryRun: false }, now)
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

/** The profiles in all languages, and the scorecard of the first. */
async function publishContent(tx: Tx, now: Date): Promise<void> {
  const { id: workspaceId } = demoWorkspace
  let scored: string | undefined
  for (const { slug, kind, template, content } of demoProfiles) {
    const id = randomUUID()
    const isNew = await insertProfile(tx, workspaceId, { id, slug, kind, templateKey: template, content, by })
    if (!isNew) continue
    await publishRevision(tx, workspaceId, id, 1, locales, now)
    scored ??= id
  }
  const id = randomUUID()
  const card = { id, slug: demoScorecardSlug, profileId: scored ?? null, content: demoScorecard, by }
  if (await insertScorecard(tx, workspaceId, card))
    await publishScorecardRevision(tx, workspaceId, id, 1, now)
}
