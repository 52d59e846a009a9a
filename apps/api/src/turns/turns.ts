/** Asks for some items; they are taken together with those that others ask for meanwhile. @returns what there is of all that was read */
export type Turns<Item, Answer> = (
  group: string,
  items: readonly Item[],
) => Promise<ReadonlyMap<Item, Answer>>

/** One who asked, and waits. */
interface Asker<Item, Answer> {
  readonly items: readonly Item[]
  readonly resolve: (answers: ReadonlyMap<Item, Answer>) => void
  readonly reject: (error: unknown) => void
}

/**
 * Reads for many askers at once: while one statement of a group is under way, those who come wait and share one of the
 * next. Whoever asks is answered from a statement that began after it asked, so nobody reads what was before its own write.
 *
 * A statement takes half of those who are there, counting those who were just answered: while it is under way the other
 * half is answered and asks again. Where it took all who wait, nearly all would be in every other statement, with the
 * server idle until it ends.
 */
export function inTurns<Item, Answer>(
  read: (group: string, items: readonly Item[]) => Promise<ReadonlyMap<Item, Answer>>,
): Turns<Item, Answer> {
  /** Those who wait in groups of which something is under way. */
  const groups = new Map<string, Asker<Item, Answer>[]>()

  async function run(group: string, waiting: Asker<Item, Answer>[]): Promise<void> {
    for (let answered = 0; waiting.length > 0; ) {
      const askers = waiting.splice(0, Math.ceil((waiting.length + answered) / 2))
      answered = askers.length
      try {
        const answers = await read(group, [...new Set(askers.flatMap(({ items }) => items))])
        for (const { resolve } of askers) resolve(answers)
      } catch (error) {
        for (const { reject } of askers) reject(error)
      }
    }
    groups.delete(group)
  }

  return (group, items) =>
    new Promise((resolve, reject) => {
      const asker = { items, resolve, reject }
      const waiting = groups.get(group)
      if (waiting !== undefined) waiting.push(asker)
      else {
        const first = [asker]
        groups.set(group, first)
        void run(group, first)
      }
    })
}
