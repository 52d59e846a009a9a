/** Runs work when it is its turn. */
export type InTurn = <Answer>(work: () => Promise<Answer>) => Promise<Answer>

/** Lets only so many run at once; the others wait in the order they came. */
export function atMost(count: number): InTurn {
  const waiting: (() => void)[] = []
  let free = count
  return async (work) => {
    if (free > 0) free--
    else await new Promise<void>((resume) => waiting.push(resume))
    try {
      return await work()
    } finally {
      // The place is handed on: were it given back, somebody new could take it before the one who is woken.
      const next = waiting.shift()
      if (next === undefined) free++
      else next()
    }
  }
}
