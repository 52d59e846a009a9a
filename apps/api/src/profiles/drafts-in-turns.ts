import type { Database } from '@profilkort/database/connect'
import {
  type Draft,
  findDrafts,
  type NewDraft,
  saveDrafts,
} from '@profilkort/database/profiles/profiles.queries'
import { inTurns, type Turns } from '../turns/turns.ts'

interface DraftTurns {
  readonly find: Turns<string, Draft>
  readonly save: Turns<NewDraft, true>
}

const turnsOf = new WeakMap<Database, DraftTurns>()

/** What a draft is saved on; those that others write in meanwhile are read together. */
export async function findDraft(db: Database, workspaceId: string, id: string): Promise<Draft | undefined> {
  return (await turns(db).find(workspaceId, [id])).get(id)
}

/**
 * Saves a draft as the newest revision, in one commit with those that others save meanwhile. @returns false, with nothing
 * written, where the profile has meanwhile got a newer one or is gone
 */
export async function saveDraft(db: Database, workspaceId: string, draft: NewDraft): Promise<boolean> {
  return (await turns(db).save(workspaceId, [draft])).has(draft)
}

function turns(db: Database): DraftTurns {
  const known = turnsOf.get(db) ?? {
    find: inTurns<string, Draft>((workspaceId, ids) => findDrafts(db, workspaceId, ids)),
    save: inTurns<NewDraft, true>((workspaceId, drafts) => saveAll(db, workspaceId, drafts)),
  }
  turnsOf.set(db, known)
  return known
}

async function saveAll(
  db: Database,
  workspaceId: string,
  drafts: readonly NewDraft[],
): Promise<ReadonlyMap<NewDraft, true>> {
  try {
    const saved = await saveDrafts(db, workspaceId, drafts)
    return new Map(saved.map((each) => [each, true] as const))
  } catch (error) {
    if (drafts.length === 1) throw error
    // One of them may be at fault: nobody fails for another, they are saved one by one with their profiles locked.
    return new Map()
  }
}
