import type { Tx } from '@profilkort/database/connect'
import { findPictures } from '@profilkort/database/pictures/pictures.queries'
import { holdProducts } from '@profilkort/database/products/products.queries'
import { findProfiles } from '@profilkort/database/profiles/profiles.queries'
import { findScorecards } from '@profilkort/database/scorecards/scorecards.queries'
import { holdSegments } from '@profilkort/database/segments/segments.queries'
import { checkSpecialRule } from '@profilkort/domain/consents/special-rules'
import type { ProfileContent, ProfileKind } from '@profilkort/domain/profiles/profile'
import { isSame } from '@profilkort/domain/profiles/same'
import { okUnless, type Problem, type Result } from '@profilkort/domain/result'
import type { Rule } from '@profilkort/domain/rules/rule'
import { readCatalogue } from '../attributes/read-catalogue.ts'

/**
 * Whether everything that a content points at is there. What it pointed at before is not asked for again: it may have
 * gone to the archive since, and that is no reason to refuse a change of something else.
 */
export async function checkTargets(
  tx: Tx,
  workspaceId: string,
  content: ProfileContent,
  before: ProfileContent,
): Promise<Result<ProfileContent>> {
  const fresh = <Key extends 'personas' | 'contrasts' | 'products'>(key: Key) =>
    content.links[key].filter((id) => !before.links[key].includes(id))
  const problems = [
    ...(await missingProfiles(tx, workspaceId, 'personas', 'persona', fresh('personas'))),
    ...(await missingProfiles(tx, workspaceId, 'contrasts', 'antiProfile', fresh('contrasts'))),
    ...(await missing(fresh('products'), 'products', 'product', (keys) =>
      holdProducts(tx, workspaceId, keys),
    )),
    ...(await missingOne(content.links.scorecard, before.links.scorecard, 'scorecard', async (ids) =>
      (await findScorecards(tx, workspaceId, ids)).filter(({ archivedAt }) => archivedAt === null),
    )),
    ...(await missingOne(content.links.segment, before.links.segment, 'segment', (ids) =>
      holdSegments(tx, workspaceId, ids),
    )),
    ...(await missingPictures(tx, workspaceId, content, before)),
    ...(await specialTraits(tx, workspaceId, content, before)),
  ]
  return okUnless(problems, content)
}

/** Traits that begin to judge customers by special categories, where the workspace has not stated the ground. */
async function specialTraits(
  tx: Tx,
  workspaceId: string,
  { traits }: ProfileContent,
  before: ProfileContent,
): Promise<readonly Problem[]> {
  const old = rulesOf(before)
  const fresh = traits.map(({ rule }, index) => ({ rule, index }))
  const changed = fresh.filter(({ rule }) => !old.some((each) => isSame(each, rule)))
  if (changed.length === 0) return []
  const catalogue = await readCatalogue(tx, workspaceId)
  return changed.flatMap(({ rule, index }) => checkSpecialRule(rule, catalogue, ['traits', index, 'rule']))
}

/** Whether a content points at nothing else, by links, pictures or rules, than the one before: then there is nothing to check or to hold. */
export function pointsAtSame(before: ProfileContent, content: ProfileContent): boolean {
  return (
    isSame(before.links, content.links) &&
    isSame(pictureHashes(before), pictureHashes(content)) &&
    isSame(rulesOf(before), rulesOf(content))
  )
}

function rulesOf({ traits }: ProfileContent): readonly Rule[] {
  return traits.map(({ rule }) => rule)
}

async function missingProfiles(
  tx: Tx,
  workspaceId: string,
  link: 'personas' | 'contrasts',
  kind: ProfileKind,
  ids: readonly string[],
): Promise<readonly Problem[]> {
  if (ids.length === 0) return []
  const found = new Map((await findProfiles(tx, workspaceId, ids)).map((row) => [row.id, row.kind]))
  return ids.flatMap((id): Problem[] => {
    if (found.get(id) === kind) return []
    const message = found.has(id)
      ? `This profile is of the kind ${found.get(id)}; only a ${kind} can be linked here.`
      : 'There is no such profile here.'
    return [{ path: ['links', link], message }]
  })
}

async function missing(
  keys: readonly string[],
  link: string,
  what: string,
  find: (keys: readonly string[]) => Promise<readonly { readonly key: string }[]>,
): Promise<readonly Problem[]> {
  if (keys.length === 0) return []
  const found = new Set((await find(keys)).map(({ key }) => key))
  return keys.flatMap((key) =>
    found.has(key) ? [] : [{ path: ['links', link], message: `There is no ${what} "${key}" here.` }],
  )
}

async function missingOne(
  id: string | null,
  before: string | null,
  what: string,
  find: (ids: readonly string[]) => Promise<readonly unknown[]>,
): Promise<readonly Problem[]> {
  if (id === null || id === before || (await find([id])).length > 0) return []
  return [{ path: ['links', what], message: `There is no such ${what} here.` }]
}

async function missingPictures(
  tx: Tx,
  workspaceId: string,
  content: ProfileContent,
  before: ProfileContent,
): Promise<readonly Problem[]> {
  const known = new Set(pictureHashes(before))
  const fresh = pictureHashes(content).filter((hash) => !known.has(hash))
  if (fresh.length === 0) return []
  const found = new Set((await findPictures(tx, workspaceId, fresh)).map(({ hash }) => hash))
  return fresh.flatMap((hash) =>
    found.has(hash)
      ? []
      : [
          {
            path: ['picture'],
            message: `There is no picture ${hash} here. Upload it to /v1/pictures first.`,
          },
        ],
  )
}

/** The hashes of all pictures a content shows. */
function pictureHashes(content: ProfileContent): readonly string[] {
  const inFields = Object.values(content.fields).flatMap((value) =>
    value.kind === 'picture' ? [value.picture.hash] : [],
  )
  return content.picture === null ? inFields : [content.picture.hash, ...inFields]
}
