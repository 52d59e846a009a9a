import { contextCacheSymbol } from '@pothos/core'
import { type Database, inWorkspace, type Tx } from '@profilkort/database/connect'
import { commitRequest, type IdempotentRequest } from '@profilkort/database/idempotency/idempotency.queries'
import type { MetricScope } from '@profilkort/database/insight/metrics.queries'
import { findWorkspace, type WorkspaceRow } from '@profilkort/database/workspaces/workspaces.queries'
import type { Locale } from '@profilkort/domain/locales/locale'
import { readCatalogue, type WorkspaceCatalogue } from '../attributes/read-catalogue.ts'
import type { Bases } from '../customers/customer-bases.ts'
import { type Memory, openMemory } from '../delivery/memory.ts'
import type { Insider, Viewer } from '../keys/viewer.ts'
import { type PictureStore, postgresStore } from '../pictures/store.ts'

/** What every resolver and mutation is given. */
export interface Context {
  readonly db: Database
  readonly viewer: Viewer
  /** The instant of the request; the only clock there is. */
  readonly now: Date
  /** The language asked for by `Accept-Language`. */
  readonly acceptedLocale: Locale | undefined
  /** Whether caches may keep the answer: then it holds nothing that changes from one request to the next. */
  readonly isDelivery: boolean
  /** What the answer holds, by the names that caches are told to forget it by. */
  readonly surrogateKeys: Set<string>
  /** The customers that the request wrote, with the names that it gave them: whoever may not read them is answered with these. */
  readonly written: Map<string, string>
  /** Where the files of pictures are kept. */
  readonly pictures: PictureStore
  /** Customers in columns; lists are answered by the database where there are none. */
  readonly bases: Bases | undefined
  /** Set for a write that may be sent again; `read` notes with what it writes that it was carried out. */
  readonly idempotency: IdempotentRequest | undefined
  /** Runs queries in the viewer's workspace. */
  readonly read: <Answer>(work: (tx: Tx, workspaceId: string) => Promise<Answer>) => Promise<Answer>
  /** Begins a field of a mutation: the workspace and catalogue are as they are after the field before it; undefined for the first. */
  readonly beginWrite: () => Promise<void> | undefined
  /** What loaders of the request are found by. */
  [contextCacheSymbol]: object
  /** Resolves once whatever is kept in memory is known to be older than what was written. */
  readonly heard: () => Promise<void>
  /** The viewer's workspace, read once a request: by then it is there at once. */
  readonly workspace: () => WorkspaceRow | Promise<WorkspaceRow>
  /** Has somebody look whether there is something to import into a workspace. */
  readonly wakeImports: (workspaceId: string) => void
  /** What rules may speak of in the viewer's workspace, read once a request: by then it is there at once. */
  readonly catalogue: () => WorkspaceCatalogue | Promise<WorkspaceCatalogue>
}

export interface ContextParts {
  readonly db: Database
  readonly viewer: Viewer
  readonly now: Date
  readonly acceptedLocale: Locale | undefined
  readonly isDelivery?: boolean
  /** Nothing is waited for when not given. */
  readonly heard?: () => Promise<void>
  /** Nobody looks when not given. */
  readonly wakeImports?: (workspaceId: string) => void
  /** What is kept of workspaces between requests; nothing when not given. */
  readonly memory?: Memory
  /** Where the files of pictures are kept; the database when not given. */
  readonly pictures?: PictureStore
  readonly bases?: Bases | undefined
  readonly idempotency?: IdempotentRequest | undefined
}

export function makeContext(parts: ContextParts): Context {
  const { db, viewer, memory = openMemory(undefined), heard = async () => undefined, idempotency } = parts
  const read: Context['read'] = (work) => {
    const { workspaceId } = insider(viewer)
    return inWorkspace(db, workspaceId, async (tx) => {
      const answer = await work(tx, workspaceId)
      if (idempotency !== undefined) await commitRequest(tx, idempotency)
      return answer
    })
  }
  const ofWorkspace = () => insider(viewer).workspaceId
  const readOnce = () => ({
    workspace: once(async () => {
      const found = await memory.workspace(ofWorkspace(), 'workspace', () => read(findWorkspace))
      if (found === undefined) throw new Error(`Workspace of viewer is gone`)
      return found
    }),
    catalogue: once(async () => {
      const found = await memory.catalogue(ofWorkspace(), 'catalogue', () => read(readCatalogue))
      if (found === undefined) throw new Error('A workspace without a catalogue')
      return found
    }),
  })
  let known = readOnce()
  let hasWritten = false
  const forget = async () => {
    await heard()
    known = readOnce()
  }
  return {
    isDelivery: false,
    wakeImports: () => undefined,
    pictures: postgresStore(db),
    bases: undefined,
    surrogateKeys: new Set(),
    written: new Map(),
    ...parts,
    idempotency,
    heard,
    read,
    workspace: () => known.workspace(),
    catalogue: () => known.catalogue(),
    beginWrite: () => {
      const isFirst = !hasWritten
      hasWritten = true
      return isFirst ? undefined : forget()
    },
    [contextCacheSymbol]: {},
  }
}

/** The viewer as one of a workspace; anonymous ones were turned away by the fields' scopes. */
export function insider(viewer: Viewer): Insider {
  if (viewer.kind === 'anonymous') throw new Error('An anonymous viewer reached a field of a workspace')
  return viewer
}

/** Runs work in the viewer's workspace; of what is only tried, everything but the answer is taken back. */
export async function takenBack<Answer>(
  { read }: Context,
  isTried: boolean,
  work: (tx: Tx, workspaceId: string) => Promise<Answer>,
): Promise<Answer> {
  let answer: { readonly value: Answer } | undefined
  const takeBack = new Error('What is only tried is taken back')
  try {
    return await read(async (tx, workspaceId) => {
      answer = { value: await work(tx, workspaceId) }
      if (isTried) throw takeBack
      return answer.value
    })
  } catch (error) {
    if (error !== takeBack || answer === undefined) throw error
    return answer.value
  }
}

/** Deals counted up to today, valued in the workspace's currency: what metrics mean where nothing else is asked. */
export async function metricScope(context: Context): Promise<MetricScope> {
  const { id, currency } = await context.workspace()
  return { workspaceId: id, currency, asOf: dayOf(context.now) }
}

/** The day of an instant in UTC: `2026-11-23`. */
export function dayOf(instant: Date): string {
  return instant.toISOString().slice(0, 10)
}

/** Works on what is there at once; what is still awaited is waited for. For resolvers that run for each row of a list. */
export function whenThere<Known extends object, Answer>(
  known: Known | Promise<Known>,
  work: (known: Known) => Answer,
): Answer | Promise<Awaited<Answer>> {
  return known instanceof Promise ? (known.then(work) as Promise<Awaited<Answer>>) : work(known)
}

function once<Answer>(work: () => Promise<Answer>): () => Answer | Promise<Answer> {
  let answer: Answer | Promise<Answer> | undefined
  return () => {
    answer ??= work().then((settled) => {
      answer = settled
      return settled
    })
    return answer
  }
}
