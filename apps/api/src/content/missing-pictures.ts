import type { Tx } from '@profilkort/database/connect'
import { findPictures } from '@profilkort/database/pictures/pictures.queries'
import type { ProfileDraft } from '@profilkort/domain/profiles/check'
import type { Problem } from '@profilkort/domain/result'
import type { GivenProfile } from './plan-profiles.ts'
import { type ContentProblem, problemIn } from './problem.ts'

/** The pictures that documents show and the workspace does not have. */
export async function missingPictures(
  tx: Tx,
  workspaceId: string,
  given: readonly GivenProfile[],
): Promise<{ readonly hashes: readonly string[]; readonly problems: readonly ContentProblem[] }> {
  const shown = given.flatMap(({ source, profile }) =>
    picturesIn(profile.content).map((picture) => ({ ...picture, source })),
  )
  const hashes = [...new Set(shown.map(({ hash }) => hash))]
  const found = new Set(
    hashes.length === 0 ? [] : (await findPictures(tx, workspaceId, hashes)).map(({ hash }) => hash),
  )
  const missing = shown.filter(({ hash }) => !found.has(hash))
  return {
    hashes: hashes.filter((hash) => !found.has(hash)),
    problems: missing.map(({ source, path, hash }) =>
      problemIn(source, {
        path,
        message: `There is no picture ${hash} here. Upload it to /v1/pictures first.`,
      }),
    ),
  }
}

/** Where pictures stand in a content, with their hashes; what is no hash is told elsewhere. */
function picturesIn({ picture, fields }: ProfileDraft) {
  const places: { readonly path: Problem['path']; readonly hash: string }[] = Object.entries(fields).flatMap(
    ([key, value]) =>
      value.kind === 'picture'
        ? [{ path: ['fields', key, 'picture', 'hash'], hash: value.picture.hash }]
        : [],
  )
  const own = picture === null ? [] : [{ path: ['picture', 'hash'], hash: picture.hash }]
  return [...own, ...places].filter(({ hash }) => /^[0-9a-f]{64}$/.test(hash))
}
