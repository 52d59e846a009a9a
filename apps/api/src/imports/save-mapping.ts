import {
  deleteImportMapping,
  lockImportMapping,
  type SavedMapping,
  saveImportMapping,
} from '@profilkort/database/imports/import-mappings.queries'
import { parseMapping } from '@profilkort/domain/imports/parse-mapping'
import { failed, ok, type Result } from '@profilkort/domain/result'
import { type Context, insider } from '../graphql/context.ts'
import { NotFound, RevisionConflict, unwrap } from '../graphql/problems.ts'

/** A short name as sources and mappings have them. */
export function parseMappingName(name: string): Result<string> {
  if (/^[\p{Letter}\p{Number}._ -]{1,60}$/u.test(name) && name.trim() !== '') return ok(name.trim())
  const message =
    'The name of a mapping is up to 60 letters, digits, blanks, dots and hyphens, such as "crm companies".'
  return failed({ path: ['input', 'name'], message })
}

/** Keeps a mapping under a name. @param seen the revision the caller has seen of the mapping of that name, 0 for none */
export async function saveMapping(
  context: Context,
  name: string,
  given: unknown,
  seen: number,
): Promise<SavedMapping> {
  const mapping = unwrap(parseMapping(given))
  const known = unwrap(parseMappingName(name))
  return context.read(async (tx, workspaceId) => {
    const revision = (await lockImportMapping(tx, workspaceId, { name: known }))?.revision ?? 0
    if (revision !== seen) throw new RevisionConflict(seen, revision)
    const by = insider(context.viewer).actor
    return saveImportMapping(tx, workspaceId, { name: known, mapping, by, at: context.now })
  })
}

/** Forgets a mapping as the caller has seen it. */
export async function removeMapping(context: Context, id: string, expectedRevision: number): Promise<void> {
  await context.read(async (tx, workspaceId) => {
    const mapping = await lockImportMapping(tx, workspaceId, { id })
    if (mapping === undefined) throw new NotFound('mapping', id)
    if (mapping.revision !== expectedRevision) throw new RevisionConflict(expectedRevision, mapping.revision)
    await deleteImportMapping(tx, workspaceId, id)
  })
}
