import type { ErasureRow } from '@profilkort/database/personal-data/erasures.queries'
import { findPeopleByTokens } from '@profilkort/database/personal-data/personal-data.queries'
import { formsOf } from '@profilkort/domain/identity/old-forms'
import type { ErasureReason } from '@profilkort/domain/personal-data/erasure'
import { failed, ok } from '@profilkort/domain/result'
import { type Context, insider, takenBack } from '../graphql/context.ts'
import { NotFound, unwrap } from '../graphql/problems.ts'
import { identifiersOf } from '../identity/identifiers.ts'
import { erasePerson } from './erase-person.ts'
import { authorise } from './personal-data.policy.ts'

/** Erases a person. @returns the receipt; of a dry run the one that would be */
export async function eraseCustomer(
  context: Context,
  customerId: string,
  reason: ErasureReason,
  dryRun: boolean,
): Promise<ErasureRow> {
  authorise(context.viewer, 'person:erase')
  const how = { reason, by: insider(context.viewer).actor, now: context.now }
  return takenBack(context, dryRun, (tx, workspaceId) => erasePerson(tx, workspaceId, customerId, how))
}

/** Erases the one person that is known by an e-mail or telephone. */
export async function eraseByIdentifier(
  context: Context,
  identifier: string,
  reason: ErasureReason,
  dryRun: boolean,
): Promise<ErasureRow> {
  authorise(context.viewer, 'person:erase')
  const tokens = tokensOf(identifier).flatMap(formsOf)
  const found = await context.read((tx, workspaceId) => findPeopleByTokens(tx, workspaceId, tokens))
  const [only, ...others] = found
  if (only === undefined) throw new NotFound('person known by', identifier)
  const message = `${found.length} people are known by this. Look at them and erase the one who asked by its id.`
  unwrap(others.length === 0 ? ok(only) : failed({ path: ['identifier'], message }))
  return eraseCustomer(context, only, reason, dryRun)
}

/** What an e-mail or telephone is kept as. */
export function tokensOf(identifier: string): readonly string[] {
  const values = identifier.includes('@') ? { email: identifier } : { phone: identifier }
  return identifiersOf('person', values)
}
