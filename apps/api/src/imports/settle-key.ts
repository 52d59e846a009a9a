import { keyReader } from '@profilkort/domain/imports/external-id'
import { type FormerKey, findFormerKey } from '@profilkort/domain/imports/former-key'
import type { Mapping } from '@profilkort/domain/imports/mapping'
import { chooseKey, hash } from './choose-key.ts'
import type { LookedThrough } from './look-through.ts'

export interface SettledKey {
  readonly key: readonly string[]
  readonly warnings: readonly string[]
}

/**
 * What tells rows apart: the columns that did when files of the source were imported, so that the next file finds what
 * they told of; else what is proposed.
 * @param former in the order in which they count
 */
export function settleKey(mapping: Mapping, looked: LookedThrough, former: readonly FormerKey[]): SettledKey {
  const [first] = former
  for (const each of former) {
    const key = findFormerKey(each, mapping.columns)
    if (key !== undefined) return { key, warnings: tellShared({ ...mapping, key }, looked) }
  }
  const key = chooseKey(mapping, looked.profiles, looked.sample) ?? mapping.key
  return { key, warnings: first === undefined ? [] : [tellMissing({ ...mapping, key }, first)] }
}

/** What is to be known of a key that a saved mapping has, where files of the source had others. */
export function tellOtherKey(mapping: Mapping, former: readonly FormerKey[]): readonly string[] {
  const [first] = former
  const isKnown = former.some((each) => findFormerKey(each, mapping.columns)?.join() === mapping.key.join())
  return first === undefined || isKnown ? [] : [tellMissing(mapping, first)]
}

function tellMissing({ kind, key, columns }: Mapping, former: FormerKey): string {
  const missing = former.filter((each) => findFormerKey([each], columns) === undefined)
  const before = quoted(former.map(({ column }) => column))
  const absent = quoted(missing.map(({ column }) => column))
  const now = `This file tells them apart by ${quoted(key)}, so those that are known may come twice.`
  const what =
    missing.length === 0
      ? `Ask for the same with --key, unless that is meant.`
      : `It has no ${absent}. Add that to the file, or say with --key which columns have the same.`
  return `So far the ${kind} of this source were told apart by ${before}. ${now} ${what}`
}

/** Of a key that was good enough for a file before, but is not for this one. */
function tellShared(mapping: Mapping, { headers, sample }: LookedThrough): readonly string[] {
  const read = keyReader(mapping, headers)
  const first = new Map<string, string>()
  const shared = new Set<string>()
  for (const cells of sample) {
    const id = read(cells)
    if (id === undefined) continue
    const row = hash(cells)
    if ((first.get(id) ?? row) !== row) shared.add(id)
    else first.set(id, row)
  }
  const [example] = shared
  if (example === undefined) return []
  const by = quoted(mapping.key)
  return [
    `The ${mapping.kind} of this source are told apart by ${by}, and some rows of this file have the same there, such as "${example.slice(0, 60)}". The first of those is taken for the one that is known, and the others come back. Make them differ there; or choose other columns with --key, and those that are known may come twice.`,
  ]
}

function quoted(columns: readonly string[]): string {
  return columns.map((column) => `"${column}"`).join(' and ')
}
