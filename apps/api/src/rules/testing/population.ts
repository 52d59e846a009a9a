import { type Database, inWorkspace } from '@profilkort/database/connect'
import { testCatalogue } from '@profilkort/domain/rules/testing/catalogue'
import { factsArbitrary } from '@profilkort/domain/rules/testing/facts'
import { amounts, testRecords } from '@profilkort/domain/rules/testing/records'
import { instant as anyInstant, testNow } from '@profilkort/domain/rules/testing/values'
import * as fc from 'fast-check'
import { sql } from 'kysely'

const most = 40
/** Who something is of, by number: some of nobody that there is. */
const someone = fc.nat(most + 10)
const maybe = <Of>(arbitrary: fc.Arbitrary<Of>) => fc.option(arbitrary, { nil: null, freq: 3 })
const day = 86_400_000
/** Often in the days right before and after now, which many rules are about. */
const instant = fc.oneof(
  { weight: 1, arbitrary: anyInstant },
  { weight: 3, arbitrary: fc.integer({ min: -40 * day, max: 30 * day }).map((off) => testNow + off) },
)
/** In PostgreSQL there are microseconds; rules see none of them. */
const withMicroseconds = fc
  .tuple(instant, fc.constantFrom('', '001', '999'))
  .map(([at, micro]) => new Date(at).toISOString().replace('Z', `${micro}Z`))

/** Beyond what a double holds, of other types, and numbers that do not add up in binary. */
const property = fc.oneof(
  fc.constantFrom(...amounts.map(String)),
  fc.constantFrom('"5"', 'null', 'true', '[1]', '1e400', '1e308', '9007199254740993'),
)

const population = {
  customers: fc.array(
    fc.record({
      kind: fc.constantFrom('company', 'person', 'person'),
      company: maybe(fc.nat(12)),
      facts: factsArbitrary(testCatalogue),
    }),
    { minLength: 25, maxLength: most, size: 'max' },
  ),
  /** More records of customers: what was joined. */
  records: fc.array(fc.record({ of: someone, kind: fc.constantFrom('company', 'person') }), {
    maxLength: 20,
    size: 'max',
  }),
  interactions: fc.array(
    fc.record({
      of: maybe(someone),
      company: maybe(fc.oneof(someone, fc.constant('same' as const))),
      /** Whether it is of a user that there is no record of yet. */
      isUnsettled: fc.boolean(),
      visitor: fc.nat(30),
      name: fc.constantFrom(...testRecords.interactions.keys()),
      at: withMicroseconds,
      properties: fc.dictionary(fc.constantFrom('amount', 'score', "it's"), property, { maxKeys: 3 }),
    }),
    { maxLength: 150, size: 'max' },
  ),
  visitors: fc.array(fc.record({ visitor: fc.nat(30), of: someone }), { maxLength: 20, size: 'max' }),
  deals: fc.array(
    fc.record({
      of: maybe(someone),
      status: fc.constantFrom('open', 'won', 'lost'),
      stage: fc.constantFrom(...testRecords.stages),
      product: maybe(fc.constantFrom(...testRecords.products.keys())),
      openedOn: maybe(instant),
      closedOn: maybe(instant),
      value: maybe(fc.constantFrom(...amounts)),
      currency: fc.constantFrom('NOK', 'SEK', 'EUR'),
      isArchived: fc.boolean(),
    }),
    { maxLength: 80, size: 'max' },
  ),
  /** Who is on the list of guests, by whichever record. */
  picks: fc.array(fc.nat(most + 40), { maxLength: 25, size: 'max' }),
  fits: fc.uniqueArray(
    fc.record({
      of: someone,
      status: fc.constantFrom('scored', 'disqualified', 'insufficientData'),
      threshold: fc.constantFrom('yes', 'no', 'undecided'),
      band: maybe(fc.constantFrom('high', 'low', 'none')),
      points: fc.constantFrom(0, 1, 2, 0.1, 3),
    }),
    { maxLength: 40, size: 'max', selector: ({ of }) => of },
  ),
  standings: fc.uniqueArray(
    fc.record({
      of: someone,
      purpose: fc.constantFrom(...testRecords.purposes.keys()),
      standing: fc.constantFrom('given', 'given', 'denied', 'withdrawn', 'expired'),
      expiresAt: maybe(withMicroseconds),
    }),
    { maxLength: 50, size: 'max', selector: ({ of, purpose }) => `${of} ${purpose}` },
  ),
}

/** Customers with all that can be told of them, as the tables have it. */
export const populationArbitrary = fc.record(population)
type Population = typeof populationArbitrary extends fc.Arbitrary<infer Of> ? Of : never

const uuid = (of: number, kind: number) => `00000000-0000-7000-8${kind}00-${String(of).padStart(12, '0')}`

/** Puts a population in place of what a workspace had. */
export async function fillPopulation(db: Database, workspaceId: string, given: Population): Promise<void> {
  const { customers, records, interactions, visitors, deals, standings, picks, fits } = given
  const isThere = (of: number | null) => of !== null && of < customers.length
  const dayOf = (at: number | null) => (at === null ? null : new Date(at).toISOString().slice(0, 10))
  const all = [
    ...customers.map(({ kind }, of) => ({
      id: uuid(of, 0),
      kind,
      customer: uuid(of, 0),
      external: `u${of}`,
    })),
    // Of customers that are gone as well.
    ...records.map(({ of, kind }, index) => ({
      id: uuid(most + 20 + index, 0),
      kind,
      customer: uuid(of, 0),
      external: `u${most + index}`,
    })),
  ]
  await inWorkspace(db, workspaceId, async (tx) => {
    for (const table of [
      'customer_fit',
      'scorecard',
      'segment_pick',
      'segment',
      'consent_standing',
      'deal',
      'interaction',
      'visitor',
      'source_record',
      'customer',
    ])
      await sql`delete from ${sql.table(table)} where workspace_id = ${workspaceId}::uuid`.execute(tx)
    for (const [key, name] of testRecords.products)
      await sql`insert into product (workspace_id, key, name) values (${workspaceId}, ${key}, ${name})
        on conflict do nothing`.execute(tx)
    const rows = (json: readonly object[], columns: string) =>
      sql`json_to_recordset(${JSON.stringify(json)}::json) as given(${sql.raw(columns)})`
    await sql`insert into customer (workspace_id, id, kind, stage, name, name_key, company_id, attributes)
      select ${workspaceId}::uuid, id, kind, 'lead', 'N', 'n', company, attributes
      from ${rows(
        customers.map(({ kind, company, facts }, of) => ({
          id: uuid(of, 0),
          kind,
          company: isThere(company) && company !== of ? uuid(company ?? 0, 0) : null,
          attributes: facts.attributes,
        })),
        'id uuid, kind text, company uuid, attributes jsonb',
      )}`.execute(tx)
    await sql`insert into source_record (workspace_id, id, kind, source, external_id, customer_id)
      select ${workspaceId}::uuid, id, kind, 'web', external, customer
      from ${rows(all, 'id uuid, kind text, customer uuid, external text')}`.execute(tx)
    await sql`insert into visitor (workspace_id, source, anonymous_id, user_id, identified_at, is_alias)
      select ${workspaceId}::uuid, 'web', visitor, "user", now(), false
      from ${rows(
        visitors.map(({ visitor, of }) => ({ visitor: `v${visitor}`, user: `u${of}` })),
        'visitor text, "user" text',
      )} on conflict do nothing`.execute(tx)
    await sql`insert into interaction (workspace_id, at, id, record_id, company_record_id, type, name, source, message_id,
        received_at, user_id, anonymous_id, properties)
      select ${workspaceId}::uuid, at, gen_random_uuid(), record, company, 'track', name, 'web', 'm', now(), "user", visitor,
        properties::jsonb
      from ${rows(
        interactions.map(({ of, company, isUnsettled, visitor, name, at, properties }) => ({
          at,
          record: of === null ? null : uuid(of, 0),
          company: company === null ? null : uuid(company === 'same' ? (of ?? 0) : company, 0),
          name,
          user: isUnsettled ? 'nobody' : null,
          visitor: `v${visitor}`,
          properties: `{${Object.entries(properties)
            .map(([key, json]) => `${JSON.stringify(key)}: ${json}`)
            .join()}}`,
        })),
        'at timestamptz, record uuid, company uuid, name text, "user" text, visitor text, properties text',
      )}`.execute(tx)
    await sql`insert into deal (workspace_id, source, external_id, customer_id, product_key, stage, status, opened_on,
        closed_on, value, currency, archived_at)
      select ${workspaceId}::uuid, 'crm', gen_random_uuid(), customer, product, stage, status, opened, closed, value, currency,
        case when archived then now() end
      from ${rows(
        deals.map(({ of, product, openedOn, closedOn, isArchived, ...deal }) => ({
          ...deal,
          customer: isThere(of) ? uuid(of ?? 0, 0) : null,
          product,
          opened: dayOf(openedOn),
          closed: deal.status === 'open' ? null : dayOf(closedOn),
          archived: isArchived,
        })),
        'customer uuid, product text, stage text, status text, opened date, closed date, value numeric, currency text, archived boolean',
      )}`.execute(tx)
    await sql`insert into segment (workspace_id, id, slug, kind, name, rule, revision, created_by)
      values (${workspaceId}::uuid, ${uuid(0, 1)}::uuid, 'guests', 'static', '{}', '{}', 1, 'test')`.execute(
      tx,
    )
    await sql`insert into segment_pick (workspace_id, segment_id, record_id, picked_at, picked_by)
      select ${workspaceId}::uuid, ${uuid(0, 1)}::uuid, id, now(), 'test'
      from ${rows(
        picks.flatMap((of) => all[of] ?? []).map(({ id }) => ({ id })),
        'id uuid',
      )} on conflict do nothing`.execute(tx)
    await sql`insert into scorecard (workspace_id, id, slug, revision) values (${workspaceId}::uuid, ${uuid(0, 2)}::uuid, 'leads', 1)`.execute(
      tx,
    )
    await sql`insert into customer_fit (workspace_id, scorecard_id, customer_id, kind, status, points, low, high, percent,
        coverage, threshold, band, disqualified_by)
      select ${workspaceId}::uuid, ${uuid(0, 2)}::uuid, customer, kind, status, points, points, points, points * 10, 1,
        threshold, band, '{}'
      from ${rows(
        fits
          .filter(({ of }) => isThere(of))
          .map(({ of, ...fit }) => ({ ...fit, customer: uuid(of, 0), kind: customers[of]?.kind })),
        'customer uuid, kind text, status text, points float8, threshold text, band text',
      )}`.execute(tx)
    await sql`insert into consent_standing (workspace_id, customer_id, purpose, standing, since, expires_at, consent_id)
      select ${workspaceId}::uuid, customer, purpose, standing, now(), expires, gen_random_uuid()
      from ${rows(
        standings
          .filter(({ of }) => isThere(of))
          .map(({ of, expiresAt, ...said }) => ({ ...said, customer: uuid(of, 0), expires: expiresAt })),
        'customer uuid, purpose text, standing text, expires timestamptz',
      )}`.execute(tx)
  })
}
