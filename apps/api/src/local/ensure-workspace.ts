import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { ensureAttributes } from '@profilkort/database/attributes/attributes.queries'
import { type Database, inWorkspace } from '@profilkort/database/connect'
import { insertWorkspace, type NewWorkspace } from '@profilkort/database/workspaces/workspaces.queries'
import { predefinedAttributes } from '@profilkort/domain/attributes/predefined'
import { demoWorkspace } from '../demo/demo-workspace.ts'
import { loadDemo } from '../demo/load-demo.ts'
import type { Imports } from '../imports/jobs/open-imports.ts'
import { authenticate } from '../keys/authenticate.ts'
import { createKey } from '../keys/create-key.ts'
import { openCredentials } from '../keys/credential-cache.ts'
import { makeSignInLink } from '../keys/sign-in.ts'
import { ensureOwner } from '../members/ensure-owner.ts'

/** The keys of this machine's workspace, kept beside the data so that a second start prints the same. */
export interface LocalKeys {
  readonly secretKey: string
  readonly publishableKey: string
}

export interface LocalWorkspace {
  readonly workspace: { readonly slug: string; readonly name: string }
  readonly keys: LocalKeys
  /** Path and query of a one-time sign-in link. */
  readonly signIn: string
}

export interface EnsureOptions {
  readonly imports: Imports
  readonly home: string
  readonly url: string
  readonly now: Date
  readonly isDemo: boolean
  /** The origin of the page that embeds the widgets. */
  readonly intranetOrigin: string | undefined
}

const emptyWorkspace: NewWorkspace = {
  id: '6f0c6c1e-5a0b-4d65-9a3e-7d1f0a9b2c10',
  slug: 'workspace',
  name: 'Workspace',
  currency: 'NOK',
  locales: ['nb', 'sv', 'da', 'en'],
}

/** Makes this machine's workspace and keys where they are missing; the demo one is loaded whole or not at all. */
export async function ensureWorkspace(options: EnsureOptions): Promise<LocalWorkspace> {
  const { imports, isDemo, now } = options
  const { db } = imports
  const workspace = isDemo ? demoWorkspace : emptyWorkspace
  if (isDemo) await loadDemo(imports, now)
  else {
    await inWorkspace(db, workspace.id, async (tx) => {
      if (await insertWorkspace(tx, workspace)) await ensureAttributes(tx, workspace.id, predefinedAttributes)
    })
  }
  const keys = await ensureKeys(options, workspace)
  const owner = await ensureOwner(db, workspace.id, now)
  const link = await makeSignInLink({ db, now }, workspace.id, owner)
  return { workspace: { slug: workspace.slug, name: workspace.name }, keys, signIn: `/sign-in?link=${link}` }
}

async function ensureKeys(
  { imports: { db }, home, url, now, intranetOrigin }: EnsureOptions,
  workspace: NewWorkspace,
): Promise<LocalKeys> {
  const file = path.join(home, `keys-${workspace.slug}.json`)
  const origins = [intranetOrigin, url, url.replace('127.0.0.1', 'localhost')].filter(
    (origin) => origin !== undefined,
  )
  const kept = readKeys(file)
  const make = async (kind: 'secret' | 'publishable', keyOrigins: readonly string[]) => {
    const name = `Local ${kind} key`
    return (await createKey({ db, now }, workspace.id, { kind, name, origins: keyOrigins, expiresAt: null }))
      .text
  }
  const isSecretKept = kept && (await opens(db, kept.secretKey, [undefined], now))
  const isPublishableKept = kept && (await opens(db, kept.publishableKey, origins, now))
  const keys: LocalKeys = {
    secretKey: isSecretKept ? kept.secretKey : await make('secret', []),
    publishableKey: isPublishableKept ? kept.publishableKey : await make('publishable', origins),
  }
  mkdirSync(home, { recursive: true })
  writeFileSync(file, `${JSON.stringify(keys, null, 2)}\n`, { mode: 0o600 })
  return keys
}

/** Undefined where none are kept, or a start was killed while it wrote them. */
function readKeys(file: string): LocalKeys | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as LocalKeys
  } catch {
    return undefined
  }
}

/** Whether a kept key still opens the workspace, from each of the origins of this start. */
async function opens(
  db: Database,
  key: string,
  origins: readonly (string | undefined)[],
  now: Date,
): Promise<boolean> {
  const authorization = `Bearer ${key}`
  const credentials = openCredentials(db, undefined)
  const answers = await Promise.allSettled(
    origins.map((origin) =>
      authenticate(credentials, { authorization, origin, sessionCookie: undefined }, now),
    ),
  )
  return answers.every((answer) => answer.status === 'fulfilled')
}
