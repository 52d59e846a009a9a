import { isSame } from './same.ts'

/** Something as it was, as one made it and as the other made it in the meantime. */
export interface Sides<Value> {
  readonly base: Value
  readonly mine: Value
  readonly theirs: Value
}

/** The same of each side. */
export function each<From, To>({ base, mine, theirs }: Sides<From>, to: (side: From) => To): Sides<To> {
  return { base: to(base), mine: to(mine), theirs: to(theirs) }
}

/** The side that holds what both want; undefined where both changed it, each in their own way. */
export function settle({ base, mine, theirs }: Sides<unknown>): 'mine' | 'theirs' | undefined {
  if (isSame(mine, theirs) || isSame(base, mine)) return 'theirs'
  return isSame(base, theirs) ? 'mine' : undefined
}
