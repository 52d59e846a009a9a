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
  ['Y-tunnus: 0112038-9', { country: 'FI', digits: '01120389' }],
  ['16556330-0341', { country: 'SE', digits: '5563300341' }],
  ['165563300341', { country: 'SE', digits: '5563300341' }],
  ['SE165563300341', { country: 'SE', digits: '5563300341' }],
  ['Organisationsnummer 556703-7485', { country: 'SE', digits: '5567037485' }],
  ['CVR 50246183', { country: 'DK', digits: '50246183' }],
  ['CVR-nr. 50 24 61 83', { country: 'DK', digits: '50246183' }],
  ['Org.nr. 961467012', { country: 'NO', digits: '961467012' }],
  ['Orgnr: 961 467 012', { country: 'NO', digits: '961467012' }],
  ['Org. no: 961467012', { country: 'NO', digits: '961467012' }],
  ['Organisasjonsnummer: NO 961 467 012 MVA Foretaksregisteret', { country: 'NO', digits: '961467012' }],
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
  'CVR 961467012',
  '165563300342',
  '195563300341',
  'Org.nr. 961467013',
  'Tlf. 961467012',
])('%s is no organisation number: a digit is wrong, or it is of none of these countries', (written) => {
  expect(readOrganisationNumber(written)).toBeUndefined()
})
