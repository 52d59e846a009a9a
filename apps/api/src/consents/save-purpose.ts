import { lockAttributes } from '@profilkort/database/attributes/attributes.queries'
import type { Tx } from '@profilkort/database/connect'
import {
  insertPurposeText,
  listPurposes,
  lockPurposes,
  type PurposeRow,
  savePurpose,
} from '@profilkort/database/consents/purposes.queries'
import { findRuleUsers } from '@profilkort/database/rules/users.queries'
import { checkPurpose, type Ground, isPredefined } from '@profilkort/domain/consents/purpose'
import { type Localized, locales } from '@profilkort/domain/locales/locale'
import { isSame } from '@profilkort/domain/profiles/same'
import { failed, ok, type Result } from '@profilkort/domain/result'
import { type Context, insider } from '../graphql/context.ts'
import { InUse, NotFound, RevisionConflict, unwrap } from '../graphql/problems.ts'
import { authorise } from './consent.policy.ts'
import { forgetPurposes } from './uses.ts'

/** What a purpose is from now on; what is not given stays. */
export interface PurposeInput {
  readonly name?: Localized | undefined
  readonly ground?: Ground | undefined
  /** What people are shown from now on; another text than before becomes the next version. */
  readonly text?: Localized | undefined
}

const longestText = 10_000

/** Adds a purpose, or changes one of the revision the caller has seen: 0 for one that is not there yet. */
export async function changePurpose(
  context: Context,
  key: string,
  expectedRevision: number,
  { name, ground, text }: PurposeInput,
): Promise<void> {
  await saveLocked(context, key, expectedRevision, async (before) => {
    const purpose = unwrap(
      checkPurpose({ key, name: name ?? before?.name ?? {}, ground: ground ?? before?.ground ?? 'consent' }),
    )
    if (text !== undefined) unwrap(checkText(text))
    return { ...purpose, archivedAt: before?.archivedAt ?? null, text }
  })
}

/** Puts a purpose away: nothing is asked for it any more, and what was said stays. Those of the product stay in use. */
export async function putPurposeAway(
  context: Context,
  key: string,
  expectedRevision: number,
  isAway: boolean,
): Promise<void> {
  await saveLocked(context, key, expectedRevision, async (before, tx, workspaceId) => {
    if (before === undefined) throw new NotFound('purpose', key)
    unwrap(isPredefined(key) && isAway ? failed(inUse(key)) : ok(key))
    const users = isAway ? await findRuleUsers(tx, workspaceId, 'purpose', key) : []
    if (users.length > 0) throw new InUse('purpose', users, 'Take it out of their rules first.')
    return { ...before, archivedAt: isAway ? context.now.getTime() : null, text: undefined }
  })
}

type Change = Pick<PurposeRow, 'key' | 'name' | 'ground' | 'archivedAt'> & {
  readonly text: Localized | undefined
}

async function saveLocked(
  context: Context,
  key: string,
  expectedRevision: number,
  decide: (before: PurposeRow | undefined, tx: Tx, workspaceId: string) => Promise<Change>,
): Promise<void> {
  authorise(context.viewer, 'purpose:write')
  await context.read(async (tx, workspaceId) => {
    // Before anything else, as those who write rules do.
    await lockAttributes(tx, workspaceId)
    await lockPurposes(tx, workspaceId)
    const before = (await listPurposes(tx, workspaceId)).find((each) => each.key === key)
    const revision = before?.revision ?? 0
    if (revision !== expectedRevision) throw new RevisionConflict(expectedRevision, revision)
    const { text, ...purpose } = await decide(before, tx, workspaceId)
    await savePurpose(tx, workspaceId, { ...purpose, revision: revision + 1 })
    const [shown] = before?.texts ?? []
    if (text === undefined || isSame(text, shown?.texts)) return
    const version = (shown?.version ?? 0) + 1
    const createdBy = insider(context.viewer).actor
    await insertPurposeText(tx, workspaceId, key, {
      version,
      texts: text,
      createdAt: context.now.getTime(),
      createdBy,
    })
  })
  forgetPurposes(context)
}

function checkText(text: Localized): Result<Localized> {
  const written = locales.flatMap((locale) => text[locale] ?? [])
  if (written.length > 0 && written.every((each) => each.trim() !== '' && each.length <= longestText))
    return ok(text)
  const message = `Write what people are shown in one language at least, with 1 to ${longestText} characters.`
  return failed({ path: ['text'], message })
}

function inUse(key: string) {
  const message = `The product itself asks for "${key}", so it cannot be put away. Choose its ground instead.`
  return { path: ['key'], message }
}
