import type { Catalogue } from '@profilkort/domain/attributes/attribute'
import { segmentsOf } from '@profilkort/domain/rules/fields'
import type { Rule } from '@profilkort/domain/rules/rule'
import { readCatalogue } from '../attributes/read-catalogue.ts'
import type { Context } from '../graphql/context.ts'

/**
 * The catalogue to answer these rules by. What a segment stands for is read anew where one names any: word of a change
 * may be on its way, and an answer has to have in it what was committed before the question.
 */
export async function catalogueFor(
  { catalogue, read }: Pick<Context, 'catalogue' | 'read'>,
  rules: readonly Rule[],
): Promise<Catalogue> {
  return rules.some((rule) => segmentsOf(rule).length > 0) ? read(readCatalogue) : catalogue()
}
