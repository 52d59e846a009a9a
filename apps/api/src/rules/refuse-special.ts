import type { Catalogue } from '@profilkort/domain/attributes/attribute'
import { checkSpecialRule } from '@profilkort/domain/consents/special-rules'
import { okUnless, type Problem } from '@profilkort/domain/result'
import type { Rule } from '@profilkort/domain/rules/rule'
import { readCatalogue } from '../attributes/read-catalogue.ts'
import { isSpecial } from '../customers/special-categories.ts'
import type { Context } from '../graphql/context.ts'
import { unwrap } from '../graphql/problems.ts'

/**
 * Throws `InvalidInput` for a rule over special categories in a workspace that has not stated on what ground it uses
 * them. Whether it has is read anew: word of it may be on its way to the catalogue that is at hand.
 */
export async function refuseSpecial(
  { read }: Pick<Context, 'read'>,
  rule: Rule,
  catalogue: Catalogue,
  path: Problem['path'],
): Promise<void> {
  if (!isSpecial(rule, catalogue)) return
  unwrap(okUnless(checkSpecialRule(rule, await read(readCatalogue), path), rule))
}
