import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { inWorkspace, type Tx } from '../connect.ts'
import { testDatabase } from '../testing/database.ts'
import { insertWorkspace } from '../workspaces/workspaces.queries.ts'
import { lockImports } from './imports.queries.ts'
import {
  type CustomerToSave,
  findByIdentifiers,
  findCompaniesByName,
  findSources,
  raiseStages,
  saveCustomers,
  saveIdentifiers,
} from './save-customers.queries.ts'
import { type DealToSave, saveDeals } from './save-deals.queries.ts'
import { addNamedProducts, findProductNames, saveProducts } from './save-products.queries.ts'
import { findTargets, saveSourceRecords } from './source-records.queries.ts'

const db = await testDatabase()

async function inNewWorkspace<Answer>(work: (tx: Tx, id: string) => Promise<Answer>): Promise<Answer> {
  const id = randomUUID()
  return inWorkspace(db, id, async (tx) => {
    await insertWorkspace(tx, { id, slug: `test-${id}`, name: 'Test', currency: 'NOK', locales: ['nb'] })
    return work(tx, id)
  })
}

const company = (name: string): CustomerToSave => ({
  id: randomUUID(),
  kind: 'company',
  stage: 'lead',
  name,
  nameKey: name.toLowerCase(),
  companyId: null,
  attributes: {},
  provenance: {},
})
const deal = (externalId: string, parts: Partial<DealToSave> = {}): DealToSave => ({
  externalId,
  customerId: null,
  productKey: null,
  owner: null,
  stage: 'Won',
  status: 'won',
  openedOn: null,
  closedOn: '2017-03-01',
  value: 1054.5,
  currency: 'NOK',
  ...parts,
})

test('deals that are told as before are not touched', async () => {
  await inNewWorkspace(async (tx, id) => {
    const first = await saveDeals(tx, id, 'crm', [deal('1'), deal('2')])
    expect(first).toMatchObject({ inserted: 2, changed: 0, unchanged: 0 })
    const versions = async () =>
      (
        await sql<{
          version: string
        }>`select ctid::text as version from deal order by external_id`.execute(tx)
      ).rows
    const before = await versions()
    const again = await saveDeals(tx, id, 'crm', [deal('1'), deal('2')])
    expect(again).toMatchObject({ inserted: 0, changed: 0, unchanged: 2 })
    expect(await versions()).toEqual(before)
    expect([...again.ids]).toEqual([...first.ids])
    const other = await saveDeals(tx, id, 'crm', [deal('1', { value: 9 }), deal('3')])
    expect(other).toMatchObject({ inserted: 1, changed: 1, unchanged: 0 })
    expect((await saveDeals(tx, id, 'other', [deal('1')])).inserted).toBe(1)
  })
})

test('what a source said is found again by what it called it, in its own kind and source only', async () => {
  await inNewWorkspace(async (tx, workspaceId) => {
    const scope = { workspaceId, source: 'crm', kind: 'company' } as const
    const target = company('Nord')
    await saveCustomers(tx, workspaceId, [target])
    const record = { externalId: 'A', data: { Navn: 'Nord', constructor: 'x' }, targetId: target.id }
    await saveSourceRecords(tx, scope, [record])
    expect([...(await findTargets(tx, scope, ['A', 'B']))]).toEqual([['A', target.id]])
    expect((await findTargets(tx, { ...scope, source: 'other' }, ['A'])).size).toBe(0)
    expect((await findTargets(tx, { ...scope, kind: 'deal' }, ['A'])).size).toBe(0)
    expect((await findSources(tx, workspaceId, 'company', [target.id])).get(target.id)).toEqual(['crm'])
    expect(await findCompaniesByName(tx, workspaceId, ['nord', 'sør'])).toEqual([
      { id: target.id, nameKey: 'nord', sources: ['crm'] },
    ])
  })
})

test('an identifier stays with whom it was given first', async () => {
  await inNewWorkspace(async (tx, workspaceId) => {
    const [nord, sor] = [company('Nord'), company('Sør')]
    await saveCustomers(tx, workspaceId, [nord, sor])
    const identifier = { kind: 'domain', value: 'nord.no' } as const
    await saveIdentifiers(tx, workspaceId, [{ ...identifier, customerId: nord.id }])
    await saveIdentifiers(tx, workspaceId, [{ ...identifier, customerId: sor.id }])
    expect([...(await findByIdentifiers(tx, workspaceId, [identifier]))]).toEqual([
      ['domain nord.no', nord.id],
    ])
  })
})

test('companies come as far as their deals say, unless a source has said how far they are', async () => {
  await inNewWorkspace(async (tx, workspaceId) => {
    const [won, open, lost, told] = [company('won'), company('open'), company('lost'), company('told')]
    const provenance = { stage: { source: 'crm', at: 0 } }
    await saveCustomers(tx, workspaceId, [won, open, lost, { ...told, stage: 'former', provenance }])
    await saveDeals(tx, workspaceId, 'crm', [
      deal('1', { customerId: won.id }),
      deal('2', { customerId: open.id, status: 'open' }),
      deal('3', { customerId: lost.id, status: 'lost' }),
      deal('4', { customerId: told.id }),
    ])
    await raiseStages(tx, workspaceId)
    const rows = await tx.selectFrom('customer').select(['name', 'stage']).orderBy('name').execute()
    expect(rows.map(({ name, stage }) => `${name} ${stage}`)).toEqual([
      'lost lead',
      'open prospect',
      'told former',
      'won customer',
    ])
  })
})

test('a product list has the last word on names, deals never', async () => {
  await inNewWorkspace(async (tx, workspaceId) => {
    await addNamedProducts(tx, workspaceId, [{ key: 'gtxpro', name: 'GTXPro' }])
    const listed = { key: 'gtxpro', name: 'GTX Pro', series: 'GTX', listPrice: 4821, currency: 'NOK' }
    expect(await saveProducts(tx, workspaceId, [listed])).toEqual({ inserted: 0, changed: 1, unchanged: 0 })
    expect(await saveProducts(tx, workspaceId, [listed])).toEqual({ inserted: 0, changed: 0, unchanged: 1 })
    await addNamedProducts(tx, workspaceId, [{ key: 'gtxpro', name: 'GTXPro' }])
    expect((await findProductNames(tx, workspaceId, ['gtxpro'])).get('gtxpro')).toBe('GTX Pro')
  })
})

test('one import at a time holds a workspace, and lets go with its transaction', async () => {
  const id = randomUUID()
  await inWorkspace(db, id, async (tx) => {
    expect(await lockImports(tx, id)).toBe(true)
    expect(await inWorkspace(db, id, (other) => lockImports(other, id))).toBe(false)
    expect(await inWorkspace(db, randomUUID(), (other) => lockImports(other, randomUUID()))).toBe(true)
  })
  expect(await inWorkspace(db, id, (tx) => lockImports(tx, id))).toBe(true)
})

test('a workspace neither finds nor changes what is another one’s', async () => {
  const nord = company('Nord')
  await inNewWorkspace(async (tx, id) => {
    await saveCustomers(tx, id, [nord])
    await saveIdentifiers(tx, id, [{ kind: 'domain', value: 'nord.no', customerId: nord.id }])
  })
  await inNewWorkspace(async (tx, id) => {
    expect(await findCompaniesByName(tx, id, ['nord'])).toEqual([])
    expect((await findByIdentifiers(tx, id, [{ kind: 'domain', value: 'nord.no' }])).size).toBe(0)
    await saveCustomers(tx, id, [{ ...nord, name: 'Taken over' }])
    expect(await tx.selectFrom('customer').select('name').execute()).toEqual([{ name: 'Taken over' }])
  })
})
