import { randomUUID } from 'node:crypto'
import { type Database, inWorkspace } from '@profilkort/database/connect'
import { findRecordsOf } from '@profilkort/database/identity/records.queries'
import { testDatabase } from '@profilkort/database/testing/database'
import { insertWorkspace } from '@profilkort/database/workspaces/workspaces.queries'
import type { Values } from '@profilkort/domain/attributes/attribute'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { type IncomingRecord, takeRecords } from './take-records.ts'
import { changeByChance } from './testing/change-by-chance.ts'
import { everything } from './testing/everything.ts'

const db = await testDatabase()
const now = new Date('2026-11-23T08:00:00Z')

interface Told {
  readonly source: string
  readonly kind: 'company' | 'person'
  readonly record: IncomingRecord
}

const websites = fc.constantFrom('nord.no', 'sor.no', 'vest.no')
const emails = fc.constantFrom('kari@nord.no', 'post@nord.no', 'ola@sor.no')
const company = fc.record(
  {
    organisationNumber: fc.constantFrom('923609016', '974760673'),
    website: websites,
    city: fc.constantFrom('Oslo', 'Bergen'),
    employees: fc.nat(3),
  },
  { requiredKeys: [] },
)
const person = fc.record(
  { email: emails, phone: fc.constantFrom('91234567', '22222222'), title: fc.constantFrom('Sjef', 'Eier') },
  { requiredKeys: [] },
)
const told = fc.oneof(
  fc.record({
    kind: fc.constant('company' as const),
    values: company,
    name: fc.constantFrom('Nord', 'Sør AS', 'nord '),
  }),
  fc.record({
    kind: fc.constant('person' as const),
    values: person,
    name: fc.constantFrom('Kari Nes', 'Ola Nes', 'K. Nes'),
  }),
)
const allTold = fc
  .array(
    fc.record({ what: told, source: fc.constantFrom('crm', 'web', 'shop', 'deals'), number: fc.nat(6) }),
    {
      minLength: 2,
      maxLength: 14,
    },
  )
  .map((all) => {
    const once = new Map(all.map((each) => [`${each.source} ${each.what.kind} ${each.number}`, each]))
    return [...once.values()].map(
      ({ what, source, number }): Told => ({
        source,
        kind: what.kind,
        record: {
          externalId: String(number),
          name: what.name,
          values: what.values,
          data: {},
          isMention: source === 'deals' && what.kind === 'company',
        },
      }),
    )
  })

test('the same records make the same customers, whatever the order and however many come at once', async () => {
  const shuffled = allTold.chain((all) =>
    fc.tuple(
      fc.constant(all),
      fc.shuffledSubarray(all, { minLength: all.length }),
      fc.integer({ min: 1, max: 5 }),
    ),
  )
  await fc.assert(
    fc.asyncProperty(shuffled, async ([all, other, size]) => {
      expect(await customersOf(other, size)).toEqual(await customersOf(all, 1))
    }),
    { numRuns: 40 },
  )
}, 300_000)

test('any joins, partings and dismissals, undone from the last to the first, leave everything as it was', async () => {
  await fc.assert(
    fc.asyncProperty(
      allTold,
      fc.array(fc.nat(1000), { minLength: 1, maxLength: 5 }),
      async (all, chances) => {
        const id = await fill(db, all, 3)
        const before = await everything(db, id)
        const undos: (() => Promise<void>)[] = []
        const states = [before]
        for (const chance of chances) {
          const undo = await changeByChance(db, id, chance, now)
          if (undo === undefined) continue
          undos.push(undo)
          states.push(await everything(db, id))
        }
        for (const undo of undos.toReversed()) {
          states.pop()
          await undo()
          expect(await everything(db, id)).toEqual(states.at(-1))
        }
        expect(await everything(db, id)).toEqual(before)
      },
    ),
    { numRuns: 40 },
  )
}, 300_000)

/** Customers as sets of what their sources know them by, with what is known of each. */
async function customersOf(all: readonly Told[], size: number): Promise<readonly string[]> {
  const id = await fill(db, all, size)
  return inWorkspace(db, id, async (tx) => {
    const customers = await tx.selectFrom('customer').selectAll().execute()
    const records = await findRecordsOf(
      tx,
      id,
      customers.map((each) => each.id),
    )
    return customers
      .map(({ id: customerId, kind, attributes }) => {
        const own = records.filter((record) => record.customerId === customerId)
        const names = own.map(({ source, externalId }) => `${source} ${externalId}`).toSorted()
        return JSON.stringify([
          kind,
          names,
          Object.entries(attributes as Values).toSorted(([a], [b]) => (a < b ? -1 : 1)),
        ])
      })
      .toSorted()
  })
}

/** A workspace that hears of records, some at a time. */
async function fill(database: Database, all: readonly Told[], size: number): Promise<string> {
  const id = randomUUID()
  await inWorkspace(database, id, async (tx) => {
    await insertWorkspace(tx, { id, slug: `test-${id}`, name: 'Test', currency: 'NOK', locales: ['nb'] })
    for (let at = 0; at < all.length; at += size) {
      const scopes = Map.groupBy(all.slice(at, at + size), ({ source, kind }) => `${source} ${kind}`)
      for (const some of scopes.values()) {
        const [{ source, kind }] = some as [Told]
        await takeRecords(
          tx,
          id,
          { source, kind },
          some.map(({ record }) => record),
          now,
        )
      }
    }
  })
  return id
}
