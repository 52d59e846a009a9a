import { expect, test } from 'vitest'
import { customerStage, dealStatus, productKey } from './stages.ts'

test.each([
  ['won', ['Won', 'Closed Won', 'closedwon', 'Vunnet', 'Vunnen', 'Vundet']],
  ['lost', ['Lost', 'Closed Lost', 'closed-lost', 'Tapt', 'Förlorad', 'Tabt']],
  ['open', ['Prospecting', 'Engaging', 'Tilbud sendt', '', 'Wonderful', 'Lost contact']],
])('%s deals', (status, stages) => {
  expect(stages.filter((stage) => dealStatus(stage) !== status)).toEqual([])
})

test('stages of customers in their languages', () => {
  expect(
    ['Kunde', 'Customer', 'Tidligere kunde', 'Emne', 'Prospekt', 'Elsewhere'].map(customerStage),
  ).toEqual(['customer', 'customer', 'former', 'lead', 'prospect', undefined])
})

test('a product is one whatever its blanks, signs and capitals', () => {
  expect(new Set(['GTXPro', 'GTX Pro', 'gtx-pro', ' GTX  PRO '].map(productKey)).size).toBe(1)
  expect(productKey('GTX Plus')).not.toBe(productKey('GTX Pro'))
  expect(productKey('Blåbær')).toBe('blåbær')
})
