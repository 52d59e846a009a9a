import { expect, test } from 'vitest'
import { expectedForm } from './expected-form.ts'
import type { Target } from './mapping.ts'

const number: Target = { kind: 'attribute', key: 'organisationNumber', type: 'text', isNew: false }
const email: Target = { kind: 'attribute', key: 'email', type: 'text', isNew: false }

test.each([
  [
    number,
    ['923609016', 'NO 923 609 016 MVA', '556703-7485'],
    ['123456789', '92360901', '000000000', 'none'],
  ],
  [email, ['kari@nord.no'], ['kari@example', 'a@b@c', 'none']],
  [{ kind: 'part', part: 'email' } as const, ['kari@nord.no'], ['none']],
])('what goes to %j is expected to look like %j, not like %j', (target, good, bad) => {
  const form = expectedForm(target)
  expect(good.filter((text) => form?.has(text) !== true)).toEqual([])
  expect(bad.filter((text) => form?.has(text) !== false)).toEqual([])
})

test('of other columns nothing is expected', () => {
  expect(expectedForm({ kind: 'kept' })).toBeUndefined()
  expect(expectedForm({ kind: 'part', part: 'name' })).toBeUndefined()
})
