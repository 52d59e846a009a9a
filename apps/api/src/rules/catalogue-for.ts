import type { Catalogue } from '@profilkort/domain/attributes/attribute'
import { asksProfiled } from '@profilkort/domain/rules/looks-around'
import type { Rule } from '@profilkort/domain/rules/rule'
import { readCatalogue } from '../attributes/read-catalogue.ts'
import type { Context } from '../graphql/context.ts'

/**
 * The catalogue to answer these rules by. What a segment stands for, and on what ground people are profiled, is read anew
 * where one asks for segments or fits: word of a change may be on its way, and an answer has to have in it what was
 * committed before the question.
 */
export async function catalogueFor(
  { catalogue, read }: Pick<Context, 'catalogue' | 'read'>,
  rules: readonly Rule[],
): Promise<Catalogue> {
  return rules.some(asksProfiled) ? read(readCatalogue) : catalogue()
}
