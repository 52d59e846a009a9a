import type { ProfileLinks } from './profile.ts'

/** What is known of the things that profiles point at: ids by slugs, or slugs by ids. */
export interface Names {
  readonly profiles: ReadonlyMap<string, string>
  readonly segments: ReadonlyMap<string, string>
  readonly scorecards: ReadonlyMap<string, string>
}

/** Links by other names. One that has none is left out. */
export function renameLinks(links: ProfileLinks, { profiles, segments, scorecards }: Names): ProfileLinks {
  const renamed = (names: readonly string[]) => names.flatMap((name) => profiles.get(name) ?? [])
  return {
    products: links.products,
    personas: renamed(links.personas),
    contrasts: renamed(links.contrasts),
    segment: (links.segment && segments.get(links.segment)) ?? null,
    scorecard: (links.scorecard && scorecards.get(links.scorecard)) ?? null,
  }
}
