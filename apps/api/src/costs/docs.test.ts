import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { encodeGlobalId } from '../graphql/global-id.ts'
import { addCompany } from '../testing/companies.ts'
import { startTestServer } from '../testing/server.ts'

const { ask, db, workspace } = await startTestServer()
const page = path.resolve(import.meta.dirname, '../../../../docs/deals-and-costs.md')

test('the operations of the page do what it says, in order', async () => {
  const customer = encodeGlobalId('Customer', await addCompany(db, workspace.id, 'Nord AS', {}))
  const variables: { [name: string]: string } = { customer }
  const answers = []
  for (const [, text = ''] of readFileSync(page, 'utf8').matchAll(/```graphql\n(.*?)```/gs)) {
    const { body } = await ask(text, { variables })
    expect(body.errors, text).toBeUndefined()
    expect(JSON.stringify(body.data), text).not.toContain('"message"')
    variables.deal ??= body.data.dealCreate?.deal.id
    answers.push(body.data)
  }
  const economy = answers.find((answer) => answer.metrics !== undefined)
  expect(economy.customer.metrics).toMatchObject({
    revenue: 120000,
    costOfGoods: 30000,
    acquisitionCost: 6 * 950 + 24000,
    serviceCost: null,
    margin: 120000 - 30000 - 5700 - 24000,
  })
  expect(answers.find((answer) => answer.deals !== undefined).deals.totalCount).toBe(1)
})
