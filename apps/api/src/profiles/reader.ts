import type { Locale } from '@profilkort/domain/locales/locale'
import type { Visibility } from '@profilkort/domain/profiles/profile'
import type { Context } from '../graphql/context.ts'
import { localeChain } from '../graphql/locales.schema.ts'
import { may } from '../keys/actions.ts'
import type { Viewer } from '../keys/viewer.ts'

/** Who reads, and in which languages: what every way to a profile's content follows from. */
export interface Reader {
  readonly workspaceId: string
  readonly audience: Visibility
  /** The languages to try, best first; never one that the key may not read. */
  readonly chain: readonly Locale[]
  /** The languages that the key answers in; undefined for all. */
  readonly allowed: readonly Locale[] | undefined
}

/** The one reader rule: a key in a browser sees public fields, the workspace's own see all; both what is published. */
export async function readerOf(
  context: Context,
  workspaceId: string,
  asked: Locale | null | undefined,
): Promise<Reader> {
  const chain = await localeChain(context, asked)
  const allowed = allowedLocales(context.viewer)
  return {
    workspaceId,
    audience: audienceOf(context.viewer),
    chain: allowed === undefined ? chain : chain.filter((locale) => allowed.includes(locale)),
    allowed,
  }
}

/** Which fields a viewer may read. */
export function audienceOf(viewer: Viewer): Visibility {
  return may(viewer, 'profile:read') ? 'internal' : 'public'
}

function allowedLocales(viewer: Viewer): readonly Locale[] | undefined {
  return 'locales' in viewer ? viewer.locales : undefined
}
