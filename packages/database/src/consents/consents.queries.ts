import type { Consent } from '@profilkort/domain/consents/consent'
import type { Locale } from '@profilkort/domain/locales/locale'
import { sql } from 'kysely'
import type { Tx } from '../connect.ts'

/** A yes or no as it is kept. */
export interface ConsentRow extends Consent {
  readonly recordId: string
  readonly source: string
  /** How it was said: `form`, `telephone`. */
  readonly channel: string | null
  /** Which version of the purpose's text was shown, and in which language. */
  readonly textVersion: number | null
  readonly locale: Locale | null
  /** What shows that it was said: the number of a ticket, a file's name. */
  readonly proof: string | null
  readonly recordedBy: string
  readonly recordedAt: number
}

/** A row of the table `consent`. */
export const consentColumns = sql`consent.id, consent.record_id as "recordId", consent.purpose, consent.state,
  extract(epoch from consent.at)::float8 * 1000 as at,
  extract(epoch from consent.expires_at)::float8 * 1000 as "expiresAt",
  consent.source, consent.channel, consent.text_version as "textVersion", consent.locale, consent.proof,
  consent.recorded_by as "recordedBy", extract(epoch from consent.recorded_at)::float8 * 1000 as "recordedAt"`

/** Adds consents; one that is there by its id already stays as it is. */
export async function insertConsents(
  tx: Tx,
  workspaceId: string,
  consents: readonly ConsentRow[],
): Promise<void> {
  if (consents.length === 0) return
  await sql`-- insertConsents
    insert into consent (workspace_id, id, record_id, purpose, state, at, expires_at, source, channel, text_version,
      locale, proof, recorded_by, recorded_at)
    select ${workspaceId}::uuid, id, "recordId", purpose, state, to_timestamp(at / 1000), to_timestamp("expiresAt" / 1000),
      source, channel, "textVersion", locale, proof, "recordedBy", to_timestamp("recordedAt" / 1000)
    from json_to_recordset(${JSON.stringify(consents)}::json) as given(
      id uuid, "recordId" uuid, purpose text, state text, at float8, "expiresAt" float8, source text, channel text,
      "textVersion" integer, locale text, proof text, "recordedBy" text, "recordedAt" float8)
    on conflict do nothing`.execute(tx)
}

/** What was said of records, by the record. */
export async function findConsents(
  tx: Tx,
  workspaceId: string,
  recordIds: readonly string[],
): Promise<ReadonlyMap<string, readonly ConsentRow[]>> {
  const { rows } = await sql<ConsentRow>`-- findConsents
    select ${consentColumns} from consent
    where workspace_id = ${workspaceId}::uuid and record_id = any(${[...recordIds]}::uuid[])
    order by consent.at desc, consent.id desc`.execute(tx)
  return Map.groupBy(rows, ({ recordId }) => recordId)
}

/** What was said of customers, the newest first, by the customer. */
export async function findConsentsOf(
  tx: Tx,
  workspaceId: string,
  customerIds: readonly string[],
): Promise<ReadonlyMap<string, readonly ConsentRow[]>> {
  const { rows } = await sql<ConsentRow & { customerId: string }>`-- findConsentsOf
    select ${consentColumns}, record.customer_id as "customerId" from source_record as record
    join consent on consent.workspace_id = record.workspace_id and consent.record_id = record.id
    where record.workspace_id = ${workspaceId}::uuid and record.customer_id = any(${[...customerIds]}::uuid[])
    order by consent.at desc, consent.id desc`.execute(tx)
  return Map.groupBy(rows, ({ customerId }) => customerId)
}

/** A record that a consent is told of. */
export interface ConsentSubject {
  readonly recordId: string
  readonly customerId: string
  readonly kind: 'company' | 'person'
}

/** Records by their ids, as far as consents need them. */
export async function findSubjects(
  tx: Tx,
  workspaceId: string,
  recordIds: readonly string[],
): Promise<readonly ConsentSubject[]> {
  const { rows } = await sql<ConsentSubject>`-- findSubjects
    select id as "recordId", customer_id as "customerId", kind from source_record
    where workspace_id = ${workspaceId}::uuid and id = any(${[...recordIds]}::uuid[])`.execute(tx)
  return rows
}
