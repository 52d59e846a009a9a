import { expect, test } from 'vitest'
import { findFormerKey, formerKey } from './former-key.ts'
import type { ColumnMapping, Target } from './mapping.ts'

const column = (header: string, target: Target): ColumnMapping => ({
  column: header,
  target,
  confidence: 'sure',
})
const name: Target = { kind: 'part', part: 'name' }
const number: Target = { kind: 'attribute', key: 'organisationNumber', type: 'text', isNew: false }
const kept: Target = { kind: 'kept' }

const former = formerKey({
  key: ['Navn', 'Lokale'],
  columns: [column('Navn', name), column('Orgnr', number), column('Lokale', kept)],
})

test('a former key is found by its headers, and else by where its columns went', () => {
  expect(findFormerKey(former, [column('Lokale', kept), column('Navn', name)])).toEqual(['Navn', 'Lokale'])
  expect(findFormerKey(former, [column('Name', name), column('Lokale', number)])).toEqual(['Name', 'Lokale'])
})

test('a column that went nowhere is found by its header alone, and without one of them there is no key', () => {
  expect(findFormerKey(former, [column('Navn', name), column('Sted', kept)])).toBeUndefined()
  expect(findFormerKey(former, [column('Lokale', kept)])).toBeUndefined()
})
