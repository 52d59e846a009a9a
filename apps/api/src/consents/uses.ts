import type { Use } from '@profilkort/database/consents/may-be-used'
import { listPurposes, type PurposeRow } from '@profilkort/database/consents/purposes.queries'
import type { CustomerRow } from '@profilkort/database/customers/customers.queries'
import { mayBeUsed, type Standing, standingAt } from '@profilkort/domain/consents/consent'
import type { Gate } from '@profilkort/domain/consents/purpose'
import { sensitiveOf, withheldOf } from '@profilkort/domain/consents/withheld'
import { failed, ok, type Result } from '@profilkort/domain/result'
import { loadPart } from '../customers/customer-parts.ts'
import type { Context } from '../graphql/context.ts'
import { perRequest } from '../graphql/per-request.ts'
import { unwrap } from '../graphql/problems.ts'

/** The workspace's purposes, read once a request. */
export const purposesOf = perRequest(
  (context: Context): Promise<readonly PurposeRow[]> => context.read(listPurposes),
)

/** Has the purposes read again in this request, after one has changed. */
export function forgetPurposes(context: Context): void {
  purposesOf.delete(context)
}

/** A purpose as statements ask for it: see `whereMayBeUsed`. */
export function useFor(context: Context, purpose: Gate): Promise<Use> {
  return usePurpose(context, purpose)
}

/** The same for any purpose by its key. Throws `InvalidInput` for one that is not there or is in the archive. */
export async function usePurpose(context: Context, purpose: string): Promise<Use> {
  const all = await purposesOf(context)
  const found = all.find(({ key, archivedAt }) => key === purpose && archivedAt === null)
  return { purpose, ground: unwrap(ofPurposes(purpose, found, all)).ground, now: context.now }
}

function ofPurposes(
  key: string,
  found: PurposeRow | undefined,
  all: readonly PurposeRow[],
): Result<PurposeRow> {
  if (found !== undefined) return ok(found)
  const keys = all.filter(({ archivedAt }) => archivedAt === null).map((each) => each.key)
  const message = `There is no purpose "${key}". These are: ${keys.join(', ')}.`
  return failed({ path: ['purpose'], message })
}

/** Where a customer stands now on each purpose that anything was said on. */
export async function loadStandings(context: Context, customerId: string): Promise<readonly Standing[]> {
  const settled = await loadPart(context, 'standings', customerId)
  return settled.map((standing) => standingAt(standing, context.now.getTime()))
}

/** Whether a customer may be used for a purpose. Companies are no persons and always may. */
export async function mayUse(
  context: Context,
  purpose: Gate,
  { id, kind }: Pick<CustomerRow, 'id' | 'kind'>,
): Promise<boolean> {
  if (kind === 'company') return true
  const { ground } = await useFor(context, purpose)
  const own = await loadStandings(context, id)
  return mayBeUsed(ground, own.find((each) => each.purpose === purpose)?.standing)
}

/** Which of these attributes may not be known of a customer, whatever its sources say. */
export async function withheldAmong(
  context: Context,
  { id, kind }: Pick<CustomerRow, 'id' | 'kind'>,
  keys: readonly string[],
): Promise<ReadonlySet<string>> {
  const sensitive = sensitiveOf((await context.catalogue()).attributes.values())
  const suspect = withheldOf(kind, sensitive, []).intersection(new Set(keys))
  // Nothing is looked up for all who are known by nothing special.
  if (suspect.size === 0) return suspect
  return suspect.intersection(withheldOf(kind, sensitive, await loadStandings(context, id)))
}
