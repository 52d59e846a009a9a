import type { Problem } from '../result.ts'
import { type ImportKind, kinds, type Part } from './kinds.ts'
import type { ColumnMapping, Target } from './mapping.ts'
import type { ColumnProfile } from './profile-columns.ts'

/** The columns that tell rows apart: an id, an organisation number or e-mail, a name; undefined where there are none. */
export function proposeKey(
  kind: ImportKind,
  columns: readonly ColumnMapping[],
  profiles: readonly ColumnProfile[],
): readonly string[] | undefined {
  const find = (holds: (target: Target) => boolean) => {
    const index = columns.findIndex(({ target }) => holds(target))
    return index < 0 ? undefined : profiles[index]
  }
  const part = (name: Part) => find((target) => target.kind === 'part' && target.part === name)
  const attribute = (key: string) => find((target) => target.kind === 'attribute' && target.key === key)
  const apart = kinds[kind].apart.find((parts) => parts.every((each) => part(each) !== undefined))
  if (apart !== undefined) return apart.flatMap((each) => part(each)?.header ?? [])
  const [id, name] = [part('id'), part('name')]
  // An id is an id: one that stands twice is a mistake to be told of, not a reason to tell rows apart otherwise.
  if (id !== undefined && id.blank === 0) return [id.header]
  const whole = [attribute(kinds[kind].identifier), name].find(
    (profile) => profile?.blank === 0 && (profile === name ? profile.isUniqueFolded : profile.isUnique),
  )
  if (whole !== undefined) return [whole.header]
  const fallback = id ?? name
  if (fallback !== undefined) return [fallback.header]
  const names = (['firstName', 'lastName'] as const).flatMap((each) => part(each)?.header ?? [])
  if (names.length > 0) return names
  const last = attribute('email') ?? attribute('organisationNumber')
  return last && [last.header]
}

export function noKey(kind: ImportKind, profiles: readonly ColumnProfile[]): Problem {
  const headers = profiles.map(({ header }) => header).join(', ')
  return {
    path: [],
    message: `No column of this file names the ${kind} by an id or a name. Its columns are: ${headers}. Say which do with --key, or call one "Name".`,
  }
}
