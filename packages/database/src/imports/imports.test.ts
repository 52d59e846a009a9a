import { randomUUID } from 'node:crypto'
import type { DerivedCustomer } from '@profilkort/domain/identity/derive-customer'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { inWorkspace, type Tx } from '../connect.ts'
import { saveCustomers, settleStages } from '../identity/derived-customers.queries.ts'
import { testDatabase } from '../testing/database.ts'
import { insertWorkspace } from '../workspaces/workspaces.queries.ts'
import { type DealToSave, saveDeals } from './save-deals.queries.ts'
import { addNamedProducts, findProductNames, saveProducts } from './save-products.queries.ts'

const db = await testDatabase()

async function inNewWorkspace<Answer>(work: (tx: Tx, id: string) => Promise<Answer>): Promise<Answer> {
  const id = randomUUID()
  return inWorkspace(db, id, async (tx) => {
    await insertWorkspace(tx, { id, slug: `test-${id}`, name: 'Test', currency: 'NOK', locales: ['nb'] })
    return work(tx, id)
  })
}

const now = new Date('2017-04-01T00:00:00Z')

const company = (name: string): DerivedCustomer => ({
  id: randomUUID(),
  kind: 'company',
  stage: 'lead',
  name,
  nameKey: name.toLowerCase(),
  companyRecordId: null,
  attributes: {},
  provenance: {},
})
const deal = (externalId: string, parts: Partial<DealToSave> = {}): DealToSave => ({
  externalId,
  recordId: null,
  customerId: null,
  data: {},
  productKey: null,
  owner: null,
  stage: 'Won',
  status: 'won',
  openedOn: null,
  closedOn: '2017-03-01',
  expectedCloseOn: null,
  value: 1054.5,
  currency: 'NOK',
  lostReason: null,
  channel: null,
  campaign: null,
  ...parts,
})

test('deals that are told as before are not touched', async () => {
  await inNewWorkspace(async (tx, id) => {
    const first = await saveDeals(tx, { workspaceId: id, source: 'crm', now }, [deal('1'), deal('2')])
    expect(first).toMatchObject({ inserted: 2, changed: 0, unchanged: 0 })
    const versions = async () =>
      (
        await sql<{
          version: string
        }>`select ctid::text as version from deal order by external_id`.execute(tx)
      ).rows
    const before = await versions()
    const again = await saveDeals(tx, { workspaceId: id, source: 'crm', now }, [deal('1'), deal('2')])
    expect(again).toMatchObject({ inserted: 0, changed: 0, unchanged: 2 })
    expect(await versions()).toEqual(before)
    const other = await saveDeals(tx, { workspaceId: id, source: 'crm', now }, [
      deal('1', { value: 9 }),
      deal('3'),
    ])
    expect(other).toMatchObject({ inserted: 1, changed: 1, unchanged: 0 })
    expect((await saveDeals(tx, { workspaceId: id, source: 'other', now }, [deal('1')])).inserted).toBe(1)
  })
})

test('companies come as far as their deals say, unless a source has said how far they are', async () => {
  await inNewWorkspace(async (tx, workspaceId) => {
    const [won, open, lost, told] = [company('won'), company('open'), company('lost'), company('told')]
    const provenance = { stage: { source: 'crm', at: 0 } }
    await saveCustomers(tx, workspaceId, [won, open, lost, { ...told, stage: 'former', provenance }])
    await saveDeals(tx, { workspaceId, source: 'crm', now }, [
      deal('1', { customerId: won.id }),
      deal('2', { customerId: open.id, status: 'open' }),
      deal('3', { customerId: lost.id, status: 'lost' }),
      deal('4', { customerId: told.id }),
    ])
    await settleStages(tx, workspaceId)
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
    const listed = {
      key: 'gtxpro',
      name: 'GTX Pro',
      series: 'GTX',
      listPrice: 4821,
      currency: 'NOK',
      data: {},
    }
    expect(await saveProducts(tx, workspaceId, [listed])).toEqual({ inserted: 0, changed: 1, unchanged: 0 })
    expect(await saveProducts(tx, workspaceId, [listed])).toEqual({ inserted: 0, changed: 0, unchanged: 1 })
    await addNamedProducts(tx, workspaceId, [{ key: 'gtxpro', name: 'GTXPro' }])
    expect((await findProductNames(tx, workspaceId, ['gtxpro'])).get('gtxpro')).toBe('GTX Pro')
  })
})

test('a workspace does not change what is another one’s', async () => {
  const nord = company('Nord')
  await inNewWorkspace(async (tx, id) => {
    await saveCustomers(tx, id, [nord])
  })
  await inNewWorkspace(async (tx, id) => {
    await saveCustomers(tx, id, [{ ...nord, name: 'Taken over' }])
    expect(await tx.selectFrom('customer').select('name').execute()).toEqual([{ name: 'Taken over' }])
  })
})
