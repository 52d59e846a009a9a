import { expect, test } from 'vitest'
import { readOrganisationNumber } from './organisation-number.ts'

test.each([
  ['NO 923 609 016 MVA', { country: 'NO', digits: '923609016' }],
  ['974760673', { country: 'NO', digits: '974760673' }],
  ['556703-7485', { country: 'SE', digits: '5567037485' }],
  ['SE556703748501', { country: 'SE', digits: '5567037485' }],
  ['DK 25 31 37 63', { country: 'DK', digits: '25313763' }],
  ['25313763', { country: 'DK', digits: '25313763' }],
  ['0112038-9', { country: 'FI', digits: '01120389' }],
])('%s is read with its country', (written, read) => {
  expect(readOrganisationNumber(written)).toEqual(read)
})

test.each([
  '923609017',
  '556703-7486',
  '25313764',
  '123456789',
  '19800101-1234',
  '',
  'MVA',
  '92360901',
  'DK923609016',
])('%s is no organisation number: a digit is wrong, or it is of none of these countries', (written) => {
  expect(readOrganisationNumber(written)).toBeUndefined()
})
