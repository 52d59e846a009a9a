import { expect, test } from 'vitest'
import { type FormerReading, findFormerKey, formerKey, formerKeys } from './former-key.ts'
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

test('the oldest key counts, unless another was asked for since; each counts once', () => {
  const reading = (header: string, isKeyChosen = false): FormerReading => ({
    mapping: { key: [header], columns: [column(header, name)] },
    isKeyChosen,
  })
  const order = (...readings: readonly FormerReading[]) =>
    formerKeys(readings).map((key) => key.map((each) => each.column).join())
  expect(order(reading('Orgnr'), reading('Navn'), reading('Orgnr'))).toEqual(['Orgnr', 'Navn'])
  expect(order(reading('Navn'), reading('Id', true), reading('Sted', true), reading('Orgnr'))).toEqual([
    'Sted',
    'Navn',
    'Id',
    'Orgnr',
  ])
  expect(order()).toEqual([])
})
