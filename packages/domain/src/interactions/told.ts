import type { Json } from './interaction.ts'

/** What a message says of who somebody is. `at` is in milliseconds. */
export type Claim =
  | {
      readonly kind: 'seen'
      readonly userId: string
      /** Whether there is to be a record of the user from now on; else only if there is one. */
      readonly mayAdd: boolean
    }
  | { readonly kind: 'grouped'; readonly groupId: string }
  | { readonly kind: 'identify'; readonly userId: string; readonly traits: Json; readonly at: number }
  | {
      readonly kind: 'group'
      readonly groupId: string
      /** Who belongs to it; undefined where nobody knows that yet. */
      readonly userId: string | undefined
      readonly traits: Json
      readonly at: number
    }
  | { readonly kind: 'alias'; readonly previousId: string; readonly userId: string; readonly at: number }

/** All that a source's messages said of one person or company so far; kept as the data of its record. */
export interface Told {
  /** As they came. */
  readonly traits: Json
  /** When each trait was last said. */
  readonly at: { readonly [trait: string]: number }
  /** The group a person belongs to, and when that was last said. */
  readonly group?: { readonly id: string; readonly at: number }
}

export const nothingTold: Told = { traits: {}, at: {} }

/** Whether the data of a record is what messages said, and not the row of a file. */
export function isTold(data: unknown): data is Told {
  return typeof data === 'object' && data !== null && 'traits' in data && 'at' in data
}

/**
 * What is known once this is said too: of each trait what was said last by its own time, whenever it was heard; of two
 * said at the same time always the same one. So messages may come in any order.
 */
export function tell(told: Told, traits: Json, at: number): Told {
  const newTraits = copy(told.traits)
  const newTimes = copy(told.at)
  for (const [trait, value] of Object.entries(traits)) {
    const before = Object.hasOwn(told.at, trait) ? told.at[trait] : undefined
    if (!wins(at, value, before, newTraits.get(trait))) continue
    newTraits.set(trait, value)
    newTimes.set(trait, at)
  }
  return { ...told, traits: Object.fromEntries(newTraits), at: Object.fromEntries(newTimes) }
}

/** What is known once a person was said to belong to a group. */
export function tellGroup(told: Told, id: string, at: number): Told {
  const { group } = told
  return group !== undefined && !wins(at, id, group.at, group.id) ? told : { ...told, group: { id, at } }
}

function wins(at: number, value: unknown, before: number | undefined, old: unknown): boolean {
  if (before === undefined || at > before) return true
  return at === before && (JSON.stringify(value) ?? '') > (JSON.stringify(old) ?? '')
}

/** A map, as a trait may be called `__proto__`. */
function copy<Value>(object: { readonly [key: string]: Value }): Map<string, Value> {
  return new Map(Object.entries(object))
}
