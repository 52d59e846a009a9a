import type { CustomerRow } from '@profilkort/database/customers/customers.queries'
import { findSubjects } from '@profilkort/database/interactions/interactions.queries'
import type { Catalogue } from '@profilkort/domain/attributes/attribute'
import {
  type SpecialNames,
  specialIn,
  specialNamesOf,
  withoutSpecial,
} from '@profilkort/domain/consents/special-names'
import type { Json } from '@profilkort/domain/interactions/interaction'
import { withheldAmong } from '../consents/uses.ts'
import { batched } from '../graphql/batched.ts'
import type { Context } from '../graphql/context.ts'

const ofCatalogue = new WeakMap<Catalogue, SpecialNames>()

/** What sources may call the special categories of the workspace. */
export async function specialNames(context: Context): Promise<SpecialNames> {
  const catalogue = await context.catalogue()
  const names = ofCatalogue.get(catalogue) ?? specialNamesOf(catalogue.attributes.values())
  ofCatalogue.set(catalogue, names)
  return names
}

const loadSubject = batched(
  (recordId: string) => recordId,
  (context, ids) => context.read((tx, workspaceId) => findSubjects(tx, workspaceId, ids)),
)

type Someone = Pick<CustomerRow, 'id' | 'kind'>

/**
 * The properties of an interaction that may be known: all of them, but for those of special categories that the person
 * who did it has not consented to. What was done before it was known by whom is of the customer that it is asked of.
 */
export async function shownProperties(
  context: Context,
  asked: Someone,
  recordId: string | null,
  properties: Json,
): Promise<Json> {
  const names = await specialNames(context)
  const told = specialIn(properties, names)
  if (told.size === 0) return properties
  const subject = recordId === null ? asked : await loadSubject(context, recordId)
  const withheld = subject === undefined ? told : await withheldAmong(context, subject, [...told])
  return withoutSpecial(properties, names, withheld)
}
