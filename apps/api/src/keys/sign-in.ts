import { randomUUID } from 'node:crypto'
import { type Database, inWorkspace } from '@profilkort/database/connect'
import { insertSignIn, spendLink } from '@profilkort/database/keys/sign-ins.queries'
import { hashKey } from './key-text.ts'
import { makeSessionText, readSessionText } from './session-text.ts'

const linkSeconds = 24 * 60 * 60
const sessionSeconds = 12 * 60 * 60

interface Parts {
  readonly db: Database
  readonly now: Date
}

/** Makes a one-time link's secret: valid for a day, for one use. */
export async function makeSignInLink(parts: Parts, workspaceId: string, memberId: string): Promise<string> {
  return insert(parts, workspaceId, memberId, 'link', linkSeconds)
}

/** Spends a link and opens a session of twelve hours; undefined when the link is spent, expired or unknown. */
export async function openSession(
  db: Database,
  link: string,
  now: Date,
): Promise<{ readonly text: string; readonly seconds: number } | undefined> {
  const name = readSessionText(link)
  if (name === undefined) return undefined
  const { workspaceId, id } = name
  const hash = hashKey(link)
  const memberId = await inWorkspace(db, workspaceId, (tx) => spendLink(tx, workspaceId, id, hash, now))
  if (memberId === undefined) return undefined
  const text = await insert({ db, now }, workspaceId, memberId, 'session', sessionSeconds)
  return { text, seconds: sessionSeconds }
}

async function insert(
  { db, now }: Parts,
  workspaceId: string,
  memberId: string,
  kind: 'link' | 'session',
  seconds: number,
): Promise<string> {
  const id = randomUUID()
  const text = makeSessionText({ workspaceId, id })
  const expiresAt = new Date(now.getTime() + seconds * 1000)
  await inWorkspace(db, workspaceId, (tx) =>
    insertSignIn(tx, workspaceId, { id, memberId, kind, secretHash: hashKey(text), expiresAt }),
  )
  return text
}
