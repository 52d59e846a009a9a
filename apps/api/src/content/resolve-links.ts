import type { Tx } from '@profilkort/database/connect'
import type { TargetRow } from '@profilkort/database/content/content.queries'
import { findProducts } from '@profilkort/database/products/products.queries'
import type { ProfileDraft } from '@profilkort/domain/profiles/check'
import type { PortableProfile } from '@profilkort/domain/profiles/document'
import type { ProfileKind, ProfileLinks } from '@profilkort/domain/profiles/profile'
import { type Names, renameLinks } from '@profilkort/domain/profiles/rename-links'
import type { Problem } from '@profilkort/domain/result'

/** What links can be resolved to: ids by slugs, and what else tells whether a link makes sense. */
export interface Targets extends Names {
  readonly kinds: ReadonlyMap<string, ProfileKind>
  /** The keys of the products that are there, of those that are linked. */
  readonly products: ReadonlySet<string>
  /** The slugs of documents that could not be read; whoever points at them is not at fault. */
  readonly unread: ReadonlySet<string>
}

/** What the workspace holds, and what comes in with the same documents. */
export async function targetsOf(
  tx: Tx,
  workspaceId: string,
  rows: readonly TargetRow[],
  coming: readonly { readonly id: string; readonly profile: PortableProfile<ProfileDraft> }[],
  unread: ReadonlySet<string>,
): Promise<Targets> {
  const of = (what: TargetRow['what']) => rows.filter((row) => row.what === what)
  const ids = (what: TargetRow['what']) => of(what).map(({ slug, id }) => [slug, id] as const)
  const keys = [...new Set(coming.flatMap(({ profile }) => profile.content.links.products))]
  const products = keys.length === 0 ? [] : await findProducts(tx, workspaceId, keys)
  return {
    profiles: new Map([...ids('profile'), ...coming.map(({ id, profile }) => [profile.slug, id] as const)]),
    segments: new Map(ids('segment')),
    scorecards: new Map(ids('scorecard')),
    kinds: new Map([
      ...of('profile').flatMap(({ slug, kind }) => (kind === null ? [] : [[slug, kind] as const])),
      ...coming.map(({ profile }) => [profile.slug, profile.kind] as const),
    ]),
    products: new Set(products.map(({ key }) => key)),
    unread,
  }
}

/** Links by ids instead of slugs, with the problems of those that lead nowhere. */
export function resolveLinks(links: ProfileLinks, targets: Targets) {
  const problems = [
    ...missingProfiles('personas', links.personas, 'persona', targets),
    ...missingProfiles('contrasts', links.contrasts, 'antiProfile', targets),
    ...missing('products', links.products, 'product', targets.products),
    ...missingOne('segment', links.segment, targets.segments),
    ...missingOne('scorecard', links.scorecard, targets.scorecards),
  ]
  return { links: renameLinks(links, targets), problems }
}

function missingProfiles(
  link: 'personas' | 'contrasts',
  slugs: readonly string[],
  kind: ProfileKind,
  { kinds, unread }: Targets,
): readonly Problem[] {
  const strangers = missing(link, slugs, 'profile', { has: (slug) => kinds.has(slug) || unread.has(slug) })
  const others = slugs.flatMap((slug, index): Problem[] => {
    const found = kinds.get(slug)
    if (found === undefined || found === kind) return []
    return [
      {
        path: ['links', link, index],
        message: `"${slug}" is of the kind ${found}; only a ${kind} can be linked here.`,
      },
    ]
  })
  return [...strangers, ...others]
}

function missing(
  link: string,
  names: readonly string[],
  what: string,
  known: { readonly has: (name: string) => boolean },
): readonly Problem[] {
  return names.flatMap((name, index): Problem[] => {
    if (known.has(name)) return []
    const message = `There is no ${what} "${name}" here${what === 'profile' ? ', and none among these documents' : ''}. Make it first, or take the link out.`
    return [{ path: ['links', link, index], message }]
  })
}

function missingOne(
  link: 'segment' | 'scorecard',
  slug: string | null,
  known: ReadonlyMap<string, string>,
): readonly Problem[] {
  if (slug === null || known.has(slug)) return []
  return [
    {
      path: ['links', link],
      message: `There is no ${link} "${slug}" here. Make it first, or take the link out.`,
    },
  ]
}
