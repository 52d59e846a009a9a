import type { TimelineEntry, TimelineKind } from '@profilkort/domain/customers/timeline'
import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '../connect.ts'
import { interactionsOf } from '../interactions/interactions.queries.ts'

/** A place in a timeline. */
export interface TimelinePlace {
  /** ISO 8601 to the microsecond, as the database wrote it. */
  readonly at: string
  readonly key: string
}

/** An entry with its place. */
export interface TimelineRow extends TimelineEntry {
  readonly place: TimelinePlace
  /** Of an interaction: the record of who did it; null of one that was done before it was known by whom. */
  readonly recordId: string | null
}

/** Which part of a customer's timeline, the newest first. */
export interface TimelinePage {
  readonly kinds: readonly TimelineKind[]
  readonly from: Date | undefined
  readonly to: Date | undefined
  readonly limit: number
  readonly after: TimelinePlace | undefined
  readonly before: TimelinePlace | undefined
  readonly fromEnd: boolean
}

type Source = (workspaceId: string, customerId: string) => RawBuilder<unknown>

/** Where entries come from: rows of at, kind, key, source, subject, amount, currency and data. */
const sources: readonly { readonly kinds: readonly TimelineKind[]; readonly rows: Source }[] = [
  {
    kinds: ['recordHeard'],
    rows: (workspaceId, customerId) => sql`
      select created_at as at, 'recordHeard' as kind, 'record:' || id as key, source, name as subject,
        null::numeric as amount, null as currency, json_build_object('externalId', external_id) as data
      from source_record where workspace_id = ${workspaceId}::uuid and customer_id = ${customerId}::uuid`,
  },
  {
    kinds: ['dealOpened'],
    rows: (workspaceId, customerId) => sql`
      select opened_on::timestamp at time zone 'UTC' as at, 'dealOpened' as kind, 'deal:' || deal.id || ':1' as key, source,
        product.name as subject, null::numeric as amount, deal.currency,
        json_build_object('externalId', external_id, 'stage', stage, 'owner', owner) as data
      from deal left join product on product.workspace_id = deal.workspace_id and product.key = deal.product_key
      where deal.workspace_id = ${workspaceId}::uuid and customer_id = ${customerId}::uuid and opened_on is not null
        and archived_at is null`,
  },
  {
    kinds: ['dealWon', 'dealLost'],
    rows: (workspaceId, customerId) => sql`
      select closed_on::timestamp at time zone 'UTC' as at, case status when 'won' then 'dealWon' else 'dealLost' end as kind,
        'deal:' || deal.id || ':2' as key, source, product.name as subject, value as amount, deal.currency,
        json_build_object('externalId', external_id, 'stage', stage, 'owner', owner) as data
      from deal left join product on product.workspace_id = deal.workspace_id and product.key = deal.product_key
      where deal.workspace_id = ${workspaceId}::uuid and customer_id = ${customerId}::uuid and closed_on is not null
        and status <> 'open' and archived_at is null`,
  },
  {
    kinds: ['ordered', 'credited'],
    rows: (workspaceId, customerId) => sql`
      select ordered_on::timestamp at time zone 'UTC' as at,
        case when net_amount < 0 then 'credited' else 'ordered' end as kind, 'order:' || id as key, source,
        external_id as subject, net_amount as amount, currency,
        json_build_object('externalId', external_id, 'channel', channel, 'campaign', campaign) as data
      from sales_order
      where workspace_id = ${workspaceId}::uuid and customer_id = ${customerId}::uuid and archived_at is null`,
  },
  {
    kinds: ['ticketOpened'],
    rows: (workspaceId, customerId) => sql`
      select opened_on::timestamp at time zone 'UTC' as at, 'ticketOpened' as kind, 'ticket:' || id as key, source, subject,
        null::numeric as amount, null as currency, json_build_object('externalId', external_id, 'channel', channel,
          'closedOn', closed_on, 'minutes', minutes, 'satisfaction', satisfaction) as data
      from ticket where workspace_id = ${workspaceId}::uuid and customer_id = ${customerId}::uuid`,
  },
  {
    kinds: ['npsAnswered'],
    rows: (workspaceId, customerId) => sql`
      select answered_on::timestamp at time zone 'UTC' as at, 'npsAnswered' as kind, 'nps:' || id as key, source,
        score::text as subject, null::numeric as amount, null as currency,
        json_build_object('score', score, 'comment', comment) as data
      from nps_answer where workspace_id = ${workspaceId}::uuid and customer_id = ${customerId}::uuid`,
  },
  {
    kinds: ['referralMade'],
    rows: (workspaceId, customerId) => sql`
      select referred_on::timestamp at time zone 'UTC' as at, 'referralMade' as kind, 'referral:' || referral.id as key,
        source, referred.name as subject, null::numeric as amount, null as currency,
        json_build_object('note', note) as data
      from referral join customer as referred on referred.workspace_id = referral.workspace_id
        and referred.id = referral.referred_customer_id
      where referral.workspace_id = ${workspaceId}::uuid and customer_id = ${customerId}::uuid`,
  },
  {
    kinds: ['interaction'],
    rows: (workspaceId, customerId) => sql`
      select at, 'interaction' as kind, 'interaction:' || id as key, source, name as subject, null::numeric as amount,
        null as currency, json_build_object('messageId', message_id, 'properties', properties, 'notes', notes, 'recordId', record_id) as data
      from (${interactionsOf(workspaceId, customerId)}) as interaction`,
  },
  {
    kinds: ['consentGiven', 'consentDenied', 'consentWithdrawn'],
    rows: (workspaceId, customerId) => sql`
      select consent.at, 'consent' || initcap(consent.state) as kind, 'consent:' || consent.id as key, consent.source,
        consent.purpose as subject, null::numeric as amount, null as currency,
        json_build_object('purpose', consent.purpose, 'expiresAt', consent.expires_at, 'channel', consent.channel) as data
      from source_record as record
      join consent on consent.workspace_id = record.workspace_id and consent.record_id = record.id
      where record.workspace_id = ${workspaceId}::uuid and record.customer_id = ${customerId}::uuid`,
  },
  {
    kinds: ['answerGiven'],
    rows: (workspaceId, customerId) => sql`
      select answered_at as at, 'answerGiven' as kind, 'answer:' || scorecard_id || criterion_key || record_id as key,
        answered_by as source, criterion_key as subject, null::numeric as amount, null as currency,
        json_build_object('points', points, 'note', note) as data
      from criterion_answer where workspace_id = ${workspaceId}::uuid and customer_id = ${customerId}::uuid`,
  },
]

interface SelectedRow extends Omit<TimelineRow, 'data' | 'place' | 'recordId'> {
  readonly placeAt: string
  readonly data: { readonly recordId?: string | null; readonly [key: string]: unknown }
}

/** A page of what happened with a customer, newest first, in one statement; one row more where there are more. */
export async function listTimeline(
  tx: Tx,
  workspaceId: string,
  customerId: string,
  page: TimelinePage,
): Promise<readonly TimelineRow[]> {
  const wanted = sources.filter(({ kinds }) => kinds.some((kind) => page.kinds.includes(kind)))
  const direction = page.fromEnd ? sql`asc` : sql`desc`
  const conditions = [
    sql`kind = any(${[...page.kinds]})`,
    ...(page.from === undefined ? [] : [sql`at >= ${page.from}`]),
    ...(page.to === undefined ? [] : [sql`at < ${page.to}`]),
    ...(page.after === undefined
      ? []
      : [sql`(at, key) < (${page.after.at}::timestamptz, ${page.after.key})`]),
    ...(page.before === undefined
      ? []
      : [sql`(at, key) > (${page.before.at}::timestamptz, ${page.before.key})`]),
  ]
  const branches = wanted.map(
    ({ rows }) => sql`(select * from (${rows(workspaceId, customerId)}) as told
      where ${sql.join(conditions, sql` and `)} order by at ${direction}, key ${direction} limit ${page.limit + 1})`,
  )
  const { rows } = await sql<SelectedRow>`-- listTimeline
    select kind, key, (extract(epoch from at) * 1000)::float8 as at, at::text as "placeAt", source, subject, amount, currency, data
    from (${sql.join(branches, sql` union all `)}) as told (at, kind, key, source, subject, amount, currency, data)
    order by told.at ${direction}, key ${direction} limit ${page.limit + 1}`.execute(tx)
  const entries = rows.map(({ placeAt, data: { recordId = null, ...data }, ...row }) => ({
    ...row,
    data,
    recordId,
    place: { at: placeAt, key: row.key },
  }))
  return page.fromEnd ? entries.toReversed() : entries
}
