/** Asks for some items; they are taken together with those that others ask for meanwhile. @returns what there is of all that was read */
export type Turns<Item, Answer> = (
  group: string,
  items: readonly Item[],
) => Promise<ReadonlyMap<Item, Answer>>

/** What is under way in a group, and what will be read once that has ended. */
interface Group<Item, Answer> {
  next: { readonly items: Set<Item>; readonly answers: Promise<ReadonlyMap<Item, Answer>> } | undefined
}

/**
 * Reads for many askers at once: while one statement of a group is under way, those who come wait and share the next.
 * Whoever asks is answered from a statement that began after it asked, so nobody reads what was before its own write.
 */
export function inTurns<Item, Answer>(
  read: (group: string, items: readonly Item[]) => Promise<ReadonlyMap<Item, Answer>>,
): Turns<Item, Answer> {
  const groups = new Map<string, Group<Item, Answer>>()
  const ends = new Map<string, Promise<void>>()

  function run(name: string, group: Group<Item, Answer>, items: readonly Item[]) {
    const answers = read(name, items)
    ends.set(name, leave(name, group, answers))
    return answers
  }

  /** Ends when the read has, however; the group goes with its last. */
  async function leave(name: string, group: Group<Item, Answer>, answers: Promise<unknown>): Promise<void> {
    await answers.catch(() => undefined)
    if (group.next !== undefined) return
    groups.delete(name)
    ends.delete(name)
  }

  return (name, items) => {
    const group = groups.get(name)
    if (group === undefined) {
      const first: Group<Item, Answer> = { next: undefined }
      groups.set(name, first)
      return run(name, first, items)
    }
    if (group.next === undefined) {
      const together = new Set<Item>()
      const answers = (ends.get(name) ?? Promise.resolve()).then(() => {
        group.next = undefined
        return run(name, group, [...together])
      })
      group.next = { items: together, answers }
    }
    for (const item of items) group.next.items.add(item)
    return group.next.answers
  }
}
