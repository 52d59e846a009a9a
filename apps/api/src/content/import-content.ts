import type { Tx } from '@profilkort/database/connect'
import { readContent } from '@profilkort/domain/content/read'
import type { Locale } from '@profilkort/domain/locales/locale'
import type { Context } from '../graphql/context.ts'
import { authorise as authoriseProfile } from '../profiles/profile.policy.ts'
import { readAnew } from '../profiles/snapshots.ts'
import { authorise } from './content.policy.ts'
import { planProfiles } from './plan-profiles.ts'
import { planTemplates } from './plan-templates.ts'
import { ContentRefused, problemIn } from './problem.ts'
import { publishPlanned, saveProfiles } from './save-profiles.ts'
import { saveTemplates } from './save-templates.ts'
import type { SourceDocument } from './source-document.ts'

/** What became of one document. */
export interface ImportedDocument {
  /** Its slug, or the key of its template. */
  readonly document: string
  readonly kind: 'profile' | 'template'
  readonly outcome: 'created' | 'updated' | 'unchanged'
  /** The newest revision afterwards. */
  readonly revision: number
  /** The languages that were published anew. */
  readonly published: readonly Locale[]
}

export interface ImportHow {
  /** Whether the languages that documents say are published are published. */
  readonly publish: boolean
  /** Do everything and then take it back. */
  readonly dryRun: boolean
}

/**
 * Takes documents in, in one transaction: all of them, or nothing where one has a problem. What the workspace holds
 * already makes no revision. A dry run does the same and takes it back, so that its answer is what will happen.
 */
export async function importContent(
  context: Context,
  /** Not called for those who may not import: reading costs time. */
  read: () => readonly SourceDocument[],
  { publish, dryRun }: ImportHow,
): Promise<readonly ImportedDocument[]> {
  authorise(context.viewer, 'content:import')
  if (publish) authoriseProfile(context.viewer, 'profile:publish')
  const understood = readAll(read())
  const work = async (tx: Tx, workspaceId: string) => {
    const done = await takeIn(context, tx, workspaceId, understood, publish)
    if (dryRun) throw new TakenBack(done)
    return done
  }
  try {
    return await context.read(work)
  } catch (error) {
    if (error instanceof TakenBack) return error.done
    throw error
  }
}

async function takeIn(
  context: Context,
  tx: Tx,
  workspaceId: string,
  { documents, problems: told, unread }: ReturnType<typeof readAll>,
  publish: boolean,
): Promise<readonly ImportedDocument[]> {
  const templatePlan = await planTemplates(tx, workspaceId, documents.templates)
  const profilePlan = await planProfiles(tx, workspaceId, documents.profiles, {
    templates: templatePlan.templates,
    unread,
  })
  const problems = [...told, ...templatePlan.problems, ...profilePlan.problems]
  if (problems.length > 0) {
    throw new ContentRefused(
      problems.toSorted((a, b) => a.index - b.index),
      profilePlan.missingPictures,
    )
  }
  const savedTemplates = await saveTemplates(context, tx, workspaceId, templatePlan.planned)
  const saved = await saveProfiles(context, tx, workspaceId, profilePlan.planned)
  const changed = templatePlan.planned.filter(({ outcome }) => outcome === 'updated')
  await readAnew(
    tx,
    workspaceId,
    changed.flatMap(({ users }) => users),
  )
  const published = publish ? await publishPlanned(context, tx, workspaceId, saved) : saved
  return [...savedTemplates, ...published].toSorted((a, b) => a.index - b.index).map(toAnswer)
}

function toAnswer({ document, kind, outcome, revision, published }: ImportedDocument): ImportedDocument {
  return { document, kind, outcome, revision, published }
}

/** The documents that make sense by themselves, by what they hold. */
interface Understood {
  readonly templates: Parameters<typeof planTemplates>[2]
  readonly profiles: Parameters<typeof planProfiles>[2]
}

function readAll(sources: readonly SourceDocument[]) {
  const read = sources.map((source) => ({ source, ...readContent(source.value) }))
  const contents = read.flatMap(({ source, value }) => (value === undefined ? [] : [{ source, ...value }]))
  const documents: Understood = {
    templates: contents.flatMap((each) => (each.kind === 'template' ? [each] : [])),
    profiles: contents.flatMap((each) => (each.kind === 'profile' ? [each] : [])),
  }
  const problems = read.flatMap((each) => each.problems.map((problem) => problemIn(each.source, problem)))
  const unread = read.flatMap(({ source, value }) => (value === undefined ? (source.title ?? []) : []))
  return { documents, problems: [...problems, ...twice(contents)], unread: new Set(unread) }
}

/** Each slug and each key once: of two documents of one profile nobody knows which is meant. */
function twice(contents: readonly { readonly source: SourceDocument; readonly kind: string }[]) {
  const seen = new Map<string, SourceDocument>()
  return contents.flatMap(({ source, kind }) => {
    const first = seen.get(`${kind} ${source.title}`)
    if (first === undefined) {
      seen.set(`${kind} ${source.title}`, source)
      return []
    }
    const line = first.lineOf([])
    const message = `Another document of the ${kind} "${source.title}" comes before this one${line === undefined ? '' : `, on line ${line}`}. Take one of the two out.`
    return [problemIn(source, { path: kind === 'profile' ? ['slug'] : ['template', 'key'], message })]
  })
}

class TakenBack extends Error {
  readonly done: readonly ImportedDocument[]

  constructor(done: readonly ImportedDocument[]) {
    super('This was a dry run')
    this.done = done
  }
}
