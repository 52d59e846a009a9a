import type { CustomerColumns } from './customer-columns.ts'
import { type CustomerFeed, FollowedColumns } from './followed-columns.ts'

export interface BasesOptions<Scope, Position> {
  readonly feed: CustomerFeed<Scope, Position>
  /** What names the columns of a scope: another scope of the same workspace takes their place. */
  readonly keyOf: (scope: Scope) => string
  /** How much memory all workspaces may take together, in bytes. */
  readonly budget: number
  /**
   * How long anybody waits, in milliseconds: for columns that are still being filled, and for those that are to follow
   * what has changed, which nearly always costs less than asking the database however busy that is.
   */
  readonly patience: { readonly filling: number; readonly following: number }
  /** Told why columns could not be filled or followed; those who ask are answered by the database. */
  readonly onError: (error: unknown) => void
}

/** What columns answer with: as of when they are, besides. */
export type AskColumns<Position, Answer> = (columns: CustomerColumns, position: Position) => Answer

/** The customers of workspaces in columns, made when they are asked for and kept while there is room. */
export interface CustomerBases<Scope extends { readonly workspaceId: string }, Position> {
  /**
   * Answers from columns that have in them everything that was committed before the call. Undefined where there are
   * none in time, or never for want of room: then the database has to be asked.
   */
  readonly ask: <Answer>(scope: Scope, ask: AskColumns<Position, Answer>) => Promise<Answer | undefined>
  readonly stop: () => Promise<void>
}

/** What is kept is brought up to date so often though nobody asks, so that the next who does is answered at once. */
const followEveryMs = 2000
/** What nobody has asked for in so long is given up. */
const idleMs = 15 * 60_000
/** What there was no room for is not tried again for so long. */
const refusedMs = 10 * 60_000

/** The columns of one workspace take more than there is. */
class NoRoom extends Error {}
/** Others have taken the place of columns that were being filled. */
class GivenUp extends Error {}

export function openCustomerBases<Scope extends { readonly workspaceId: string }, Position>({
  feed,
  keyOf,
  budget,
  patience,
  onError,
}: BasesOptions<Scope, Position>): CustomerBases<Scope, Position> {
  interface Base {
    readonly key: string
    readonly followed: FollowedColumns<Scope, Position>
    askedAt: number
  }
  /** By workspace, the one that was asked for longest ago first. */
  const bases = new Map<string, Base>()
  const refusedUntil = new Map<string, number>()
  const underWay = new Set<Promise<unknown>>()

  const timer = setInterval(() => {
    for (const [workspaceId, base] of bases) {
      if (performance.now() - base.askedAt > idleMs) bases.delete(workspaceId)
      else void follow(workspaceId, base)
    }
  }, followEveryMs).unref()

  return {
    ask: async (scope, ask) => {
      const { workspaceId } = scope
      if ((refusedUntil.get(workspaceId) ?? 0) > performance.now()) return undefined
      const base = baseOf(scope)
      const longest = base.followed.isFilled ? patience.following : patience.filling
      // What has taken longer already is not waited for.
      if (base.followed.busyFor > longest) return undefined
      const isReady = await inTime(follow(workspaceId, base), longest)
      if (!isReady) return undefined
      const { columns, position } = base.followed.current
      return ask(columns, position)
    },
    stop: async () => {
      clearInterval(timer)
      // What is being filled is given up.
      bases.clear()
      await Promise.all(underWay)
    },
  }

  function baseOf(scope: Scope): Base {
    const { workspaceId } = scope
    const key = keyOf(scope)
    const found = bases.get(workspaceId)
    bases.delete(workspaceId)
    const base = found?.key === key ? found : newBase(key, scope)
    base.askedAt = performance.now()
    bases.set(workspaceId, base)
    return base
  }

  function newBase(key: string, scope: Scope): Base {
    const base: Base = {
      key,
      followed: new FollowedColumns(feed, scope, () => makeRoom(scope.workspaceId, base)),
      askedAt: 0,
    }
    return base
  }

  /** @returns whether the base is up to date; false where there is no room for it */
  async function follow(workspaceId: string, base: Base): Promise<boolean> {
    const following = base.followed.follow()
    const settled = following.catch(() => undefined)
    underWay.add(settled)
    try {
      await following
      return true
    } catch (error) {
      if (error instanceof NoRoom) {
        refusedUntil.set(workspaceId, performance.now() + refusedMs)
        bases.delete(workspaceId)
      } else if (!(error instanceof GivenUp)) onError(error)
      return false
    } finally {
      underWay.delete(settled)
    }
  }

  /** Gives up those that were asked for longest ago. Throws where that does not make room for this one. */
  function makeRoom(workspaceId: string, base: Base): void {
    if (bases.get(workspaceId) !== base) throw new GivenUp()
    let bytes = [...bases.values()].reduce((sum, { followed }) => sum + followed.bytes, 0)
    for (const [other, { followed }] of bases) {
      if (bytes <= budget) return
      if (other === workspaceId) continue
      bases.delete(other)
      bytes -= followed.bytes
    }
    if (bytes > budget) throw new NoRoom()
  }
}

/** What work comes to; false where that takes too long. */
async function inTime(work: Promise<boolean>, milliseconds: number): Promise<boolean> {
  const { promise: over, resolve } = Promise.withResolvers<boolean>()
  const timer = setTimeout(resolve, milliseconds, false)
  try {
    return await Promise.race([work, over])
  } finally {
    clearTimeout(timer)
  }
}
