import type { Attribute } from '../attributes/attribute.ts'
import { attributeNames } from '../imports/header-names.ts'
import { foldHeader } from '../imports/headers.ts'

/** By a name, folded by `foldHeader`, the keys of the attributes of special categories that it tells of. */
export type SpecialNames = ReadonlyMap<string, readonly string[]>

/**
 * What sources may call what attributes of special categories are about, as columns of files and traits are read: their
 * keys, names known from exports, and labels in any language.
 */
export function specialNamesOf(
  attributes: Iterable<Pick<Attribute, 'key' | 'label' | 'sensitive'>>,
): SpecialNames {
  const names = new Map<string, string[]>()
  for (const { key, label, sensitive } of attributes) {
    if (!sensitive) continue
    const own = [key, ...Object.values(label)].map(foldHeader)
    for (const name of new Set([...own, ...(attributeNames[key] ?? [])])) {
      if (name === '') continue
      names.set(name, [...(names.get(name) ?? []), key])
    }
  }
  return names
}

/** The keys of the attributes that a name tells of. */
export function specialBy(name: string, names: SpecialNames): readonly string[] {
  return names.size === 0 ? [] : (names.get(foldHeader(name)) ?? [])
}

/** The keys of the attributes of special categories that the properties of some JSON tell of, however deep. */
export function specialIn(json: unknown, names: SpecialNames): ReadonlySet<string> {
  const found = new Set<string>()
  const look = (each: unknown): void => {
    if (typeof each !== 'object' || each === null) return
    if (Array.isArray(each)) {
      for (const one of each) look(one)
      return
    }
    for (const [name, value] of Object.entries(each)) {
      for (const key of specialBy(name, names)) found.add(key)
      look(value)
    }
  }
  if (names.size > 0) look(json)
  return found
}

/** The JSON without the properties, however deep, that tell of one of these attributes. */
export function withoutSpecial<Of>(json: Of, names: SpecialNames, withheld: ReadonlySet<string>): Of {
  const shown = (each: unknown): unknown => {
    if (typeof each !== 'object' || each === null) return each
    if (Array.isArray(each)) return each.map(shown)
    return Object.fromEntries(
      Object.entries(each).flatMap(([name, value]) =>
        specialBy(name, names).some((key) => withheld.has(key)) ? [] : [[name, shown(value)]],
      ),
    )
  }
  return shown(json) as Of
}
