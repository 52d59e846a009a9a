import { randomUUID } from 'node:crypto'
import type { Tx } from '@profilkort/database/connect'
import { findProfileIds, insertProfile, saveRevision } from '@profilkort/database/profiles/profiles.queries'
import { enqueueRelease, insertRelease } from '@profilkort/database/releases/releases.queries'
import { publishScorecardRevision } from '@profilkort/database/scorecards/scorecard-publications.queries'
import { insertScorecard } from '@profilkort/database/scorecards/scorecards.queries'
import { demoProfiles } from '@profilkort/demo/profiles'
import type { DemoContent, DemoProfile } from '@profilkort/demo/profiles/demo-profile'
import { demoScorecard, demoScorecardSlug } from '@profilkort/demo/scorecard'
import { diffContents } from '@profilkort/domain/profiles/diff'
import { type Marks, markChanges } from '@profilkort/domain/profiles/marks'
import { emptyContent, type ProfileContent } from '@profilkort/domain/profiles/profile'
import { instantOf } from '@profilkort/domain/releases/zoned-time'
import { publishIn } from '../profiles/publish-profile.ts'

const by = 'Demo'
/** The language that the demo's profiles are written in first, and translated from. */
const source = 'nb'

/** What is pointed at by slug, by its id. */
interface Ids {
  readonly profiles: ReadonlyMap<string, string>
  readonly scorecard: string
}

/**
 * Writes the profiles and the scorecard of the first, then publishes what is to be published: all is there before
 * anything that points at it is shown. A profile whose slug is taken is left as it is.
 */
export async function writeProfiles(tx: Tx, workspaceId: string, now: Date): Promise<void> {
  const ids = await idsOf(tx, workspaceId)
  const written = []
  for (const profile of demoProfiles) {
    if (await writeFirst(tx, workspaceId, profile, ids)) written.push(profile)
  }
  await writeScorecard(tx, workspaceId, ids, now)
  for (const profile of written) {
    if (profile.state === 'published') await publish(tx, workspaceId, profile, ids, now)
    if (profile.state === 'scheduled') await schedule(tx, workspaceId, profile, ids, now)
  }
}

async function idsOf(tx: Tx, workspaceId: string): Promise<Ids> {
  const slugs = demoProfiles.map(({ slug }) => slug)
  const taken = await findProfileIds(tx, workspaceId, slugs)
  return {
    profiles: new Map(slugs.map((slug) => [slug, taken.get(slug) ?? randomUUID()])),
    scorecard: randomUUID(),
  }
}

/** @returns whether it was written: not where the slug is taken */
async function writeFirst(tx: Tx, workspaceId: string, profile: DemoProfile, ids: Ids): Promise<boolean> {
  const { slug, kind, template: templateKey } = profile
  const content = withLinks(profile, profile.content, ids)
  const id = idOf(slug, ids)
  const marks = marksOf(content)
  const written = await insertProfile(tx, workspaceId, { id, slug, kind, templateKey, content, marks, by })
  return written !== undefined
}

async function writeScorecard(tx: Tx, workspaceId: string, ids: Ids, now: Date): Promise<void> {
  const id = ids.scorecard
  const profileId = idOf(demoProfiles[0].slug, ids)
  const card = { id, slug: demoScorecardSlug, profileId, content: demoScorecard, by, at: now }
  if (await insertScorecard(tx, workspaceId, card))
    await publishScorecardRevision(tx, workspaceId, { id, revision: 1, note: '', at: now, by })
}

/** Publishes a profile in all languages; what the source says since then is for its own readers only. */
async function publish(
  tx: Tx,
  workspaceId: string,
  profile: DemoProfile,
  ids: Ids,
  now: Date,
): Promise<void> {
  const id = idOf(profile.slug, ids)
  await publishIn(tx, workspaceId, { id, revision: 1, locales: undefined }, by, now)
  if (profile.later === undefined) return
  const before = withLinks(profile, profile.content, ids)
  const content = withLinks(profile, profile.later, ids)
  const marks = markChanges(marksOf(before), diffContents(before, content), 2)
  await saveRevision(tx, workspaceId, { profileId: id, revision: 2, content, marks, by })
  await publishIn(tx, workspaceId, { id, revision: 2, locales: [source] }, by, now)
}

/** Plans a profile for a morning two weeks ahead. */
async function schedule(
  tx: Tx,
  workspaceId: string,
  profile: DemoProfile,
  ids: Ids,
  now: Date,
): Promise<void> {
  const ahead = new Date(now.getTime() + 14 * 24 * 60 * 60_000).toISOString().slice(0, 10)
  const zone = 'Europe/Oslo'
  const at = instantOf({ local: `${ahead}T08:00`, zone })
  const release = {
    id: randomUUID(),
    name: 'Vinterkampanjen',
    at: at.ok ? at.value : now,
    zone,
    items: [{ profileId: idOf(profile.slug, ids), action: 'publish' as const, revision: 1, locales: null }],
    createdBy: by,
    createdAt: now,
  }
  await insertRelease(tx, workspaceId, release)
  await enqueueRelease(tx, workspaceId, release.id, release.at)
}

function marksOf(first: ProfileContent): Marks {
  return markChanges({}, diffContents(emptyContent, first), 1)
}

function withLinks({ links }: DemoProfile, content: DemoContent, ids: Ids): ProfileContent {
  const inIds = (slugs: readonly string[]) => slugs.map((slug) => idOf(slug, ids))
  return {
    ...content,
    links: {
      ...links,
      personas: inIds(links.personas),
      contrasts: inIds(links.contrasts),
      scorecard: links.scorecard === null ? null : ids.scorecard,
    },
  }
}

function idOf(slug: string, { profiles }: Ids): string {
  const id = profiles.get(slug)
  if (id === undefined) throw new Error(`The demo has no profile "${slug}"`)
  return id
}
