import { expect, test } from 'vitest'
import type { Attribute } from '../../attributes/attribute.ts'
import { predefinedAttributes } from '../../attributes/predefined.ts'
import { nameColumns } from '../header.ts'
import type { ImportKind } from '../kinds.ts'
import { newAttributes } from '../new-attributes.ts'
import { noteBook } from '../notes.ts'
import { columnProfiler } from '../profile-columns.ts'
import { proposeMapping } from '../propose.ts'
import { rowReader } from '../read-row.ts'
import { readyMappings } from './find-ready.ts'

const attributes = new Map<string, Attribute>(predefinedAttributes.map((each) => [each.key, each]))

/** Reads a made-up export as an import would; `a|b` is a row of two cells. */
function read(kind: ImportKind, [header = '', ...lines]: readonly string[]) {
  const { headers } = nameColumns(header.split('|'))
  const rows = lines.map((line) => line.split('|'))
  const profiler = columnProfiler(headers)
  for (const row of rows) profiler.add(row)
  const profiles = profiler.finish()
  const proposed = proposeMapping(kind, profiles, attributes, { currency: 'NOK' })
  if (!proposed.ok) throw new Error(proposed.problems[0].message)
  const { mapping, ready } = proposed.value
  const all = new Map([...attributes, ...newAttributes(mapping).map((each) => [each.key, each] as const)])
  const readRow = rowReader({ headers, mapping, attributes: all, profiles, notes: noteBook() })
  const read = rows.map((cells, index) => readRow({ cells, line: index + 2 }))
  return {
    ready: ready?.name,
    key: mapping.key,
    rows: read.map((row) => (row.ok ? row.value : row.problems.map(({ message }) => message))),
  }
}

const tested = new Set<string>()
const expectReady = (
  kind: ImportKind,
  name: string,
  lines: readonly string[],
  key: readonly string[],
  row: object,
) => {
  tested.add(name)
  const result = read(kind, lines)
  expect([result.ready, result.key]).toEqual([name, key])
  expect(result.rows[0]).toMatchObject(row)
}

test('companies of HubSpot', () => {
  expectReady(
    'companies',
    'hubspot-companies',
    [
      'Record ID|Company name|Company owner|Create Date|Phone Number|City|Country/Region|Industry|Number of Employees|Annual Revenue|Company Domain Name|Website URL|Lifecycle Stage|Year Founded',
      '9001|Fjordlys Regnskap|Kari Berg|2024-02-01 09:30|+47 22 00 00 00|Oslo|Norway|Accounting|25|1250000.5|fjordlys.example|https://fjordlys.example/no|customer|1998',
    ],
    ['Record ID'],
    {
      externalId: '9001',
      parts: { name: 'Fjordlys Regnskap', stage: 'customer' },
      attributes: {
        industry: 'accounting',
        employees: 25,
        annualRevenue: { amount: 1_250_000.5, currency: 'NOK' },
        website: 'fjordlys.example',
        country: 'NO',
        yearFounded: 1998,
        accountOwner: 'Kari Berg',
      },
    },
  )
})

test('contacts of HubSpot', () => {
  expectReady(
    'contacts',
    'hubspot-contacts',
    [
      'Record ID|First Name|Last Name|Email|Phone Number|Contact owner|Associated Company|Associated Company IDs|Lifecycle Stage|Job Title|Create Date',
      '501|Kari|Ås|kari@fjordlys.example|90 00 00 00|Ola|Fjordlys Regnskap|9001;9002|Lead|Daglig leder|2024-02-01 09:30',
    ],
    ['Record ID'],
    {
      externalId: '501',
      parts: { name: 'Kari Ås', companyName: 'Fjordlys Regnskap', stage: 'Lead' },
      attributes: { email: 'kari@fjordlys.example', title: 'Daglig leder', phone: '90 00 00 00' },
    },
  )
})

test('deals of HubSpot', () => {
  expectReady(
    'deals',
    'hubspot-deals',
    [
      'Record ID|Deal Name|Deal Stage|Close Date|Deal owner|Amount|Create Date|Pipeline|Associated Company|Currency',
      '7001|Fjordlys – 2024|Closed Won|2024-05-01 12:00|Ola|15000|2024-02-01 09:30|Sales|Fjordlys Regnskap|SEK',
    ],
    ['Record ID'],
    {
      externalId: '7001',
      parts: {
        stage: 'Closed Won',
        openedOn: '2024-02-01',
        closedOn: '2024-05-01',
        companyName: 'Fjordlys Regnskap',
        currency: 'SEK',
      },
      amounts: { value: 15_000 },
    },
  )
})

test('accounts of Salesforce, by field names and by the labels of reports', () => {
  const row = {
    externalId: '001A000001',
    parts: { name: 'Fjordlys' },
    attributes: {
      city: 'Bodø',
      country: 'NO',
      employees: 25,
      annualRevenue: { amount: 3_000_000, currency: 'NOK' },
    },
  }
  expectReady(
    'companies',
    'salesforce-accounts',
    [
      'Id|IsDeleted|Name|Type|ParentId|BillingStreet|BillingCity|BillingPostalCode|BillingCountry|Phone|Website|Industry|AnnualRevenue|NumberOfEmployees|OwnerId|CreatedDate',
      '001A000001|false|Fjordlys|Customer||Storgata 1|Bodø|8001|Norway|22|fjordlys.example|Retail|3000000.0|25|005A|2024-02-01T09:30:00.000+0000',
    ],
    ['Id'],
    row,
  )
  expectReady(
    'companies',
    'salesforce-accounts',
    [
      'Account ID|Account Name|Billing City|Billing Country|Employees|Annual Revenue|Account Owner',
      '001A000001|Fjordlys|Bodø|Norway|25|NOK 3 000 000,00|Kari',
    ],
    ['Account ID'],
    row,
  )
})

test('contacts of Salesforce', () => {
  expectReady(
    'contacts',
    'salesforce-contacts',
    [
      'Id|AccountId|LastName|FirstName|Name|MailingCity|Phone|MobilePhone|Email|Title|OwnerId',
      '003A|001A000001|Ås|Kari|Kari Ås|Bodø|22|90|kari@fjordlys.example|CEO|005A',
    ],
    ['Id'],
    {
      externalId: '003A',
      parts: { name: 'Kari Ås', companyId: '001A000001' },
      attributes: { email: 'kari@fjordlys.example', title: 'CEO', phone: '22' },
    },
  )
})

test('leads of Salesforce', () => {
  expectReady(
    'contacts',
    'salesforce-leads',
    [
      'Id|LastName|FirstName|Name|Title|Company|City|Phone|Email|LeadSource|Status|Industry|IsConverted',
      '00QA|Ås|Kari|Kari Ås|CEO|Fjordlys|Bodø|22|kari@fjordlys.example|Web|Open|Retail|false',
    ],
    ['Id'],
    {
      externalId: '00QA',
      parts: { name: 'Kari Ås', companyName: 'Fjordlys' },
      attributes: { email: 'kari@fjordlys.example', leadStatus: 'Open' },
    },
  )
})

test('opportunities of Salesforce', () => {
  expectReady(
    'deals',
    'salesforce-opportunities',
    [
      'Id|AccountId|Name|StageName|Amount|Probability|CloseDate|Type|IsClosed|IsWon|OwnerId|CreatedDate|CurrencyIsoCode',
      '006A|001A000001|Fjordlys 2024|Closed Won|15000.0|100.0|2024-05-01|New|true|true|005A|2024-02-01T09:30:00.000+0000|EUR',
    ],
    ['Id'],
    {
      externalId: '006A',
      parts: { companyId: '001A000001', stage: 'Closed Won', closedOn: '2024-05-01', currency: 'EUR' },
      amounts: { value: 15_000 },
    },
  )
})

test('organisations of Zendesk', () => {
  expectReady(
    'companies',
    'zendesk-organizations',
    [
      'id|url|name|shared_tickets|domain_names|details|tags|created_at',
      '361|https://x.example/361|Fjordlys|false|["fjordlys.example","fjordlys.test"]||["gold","north"]|2024-02-01T09:30:00Z',
    ],
    ['id'],
    {
      externalId: '361',
      parts: { name: 'Fjordlys' },
      attributes: { website: 'fjordlys.example', tags: ['gold', 'north'] },
    },
  )
})

test('users of Zendesk', () => {
  expectReady(
    'contacts',
    'zendesk-users',
    [
      'id|name|email|created_at|time_zone|phone|locale|organization_id|role|suspended|tags',
      '77|Kari Ås|kari@fjordlys.example|2024-02-01T09:30:00Z|Oslo||nb|361|end-user|false|[]',
    ],
    ['id'],
    {
      externalId: '77',
      parts: { name: 'Kari Ås', companyId: '361' },
      attributes: { email: 'kari@fjordlys.example', language: 'nb' },
    },
  )
})

test('tickets of Zendesk', () => {
  expectReady(
    'tickets',
    'zendesk-tickets',
    [
      'id|url|created_at|updated_at|subject|status|requester_id|organization_id|satisfaction_rating.score|via.channel',
      '9|https://x.example/9|2024-02-01T09:30:00Z|2024-02-02T09:30:00Z|Help|solved|77|361|good|email',
    ],
    ['id'],
    {
      externalId: '9',
      parts: { openedOn: '2024-02-01', contactId: '77', companyId: '361', satisfaction: 'good' },
    },
  )
})

const unit = {
  externalId: '310000001',
  attributes: {
    organisationNumber: '310000001',
    organisationForm: 'AS',
    naceCode: '43.210',
    hasRegisteredEmployees: true,
    employees: 11,
    address: 'c/o Nord, Storgata 1',
    postalCode: '0105',
    municipality: 'NO-0301',
    municipalityNumber: '0301',
    country: 'NO',
    foundedOn: Date.UTC(1998, 4, 17),
  },
}

test('units of Brønnøysund', () => {
  expectReady(
    'companies',
    'bronnoysund-enheter',
    [
      'organisasjonsnummer|navn|organisasjonsform.kode|naeringskode1.kode|harRegistrertAntallAnsatte|antallAnsatte|forretningsadresse.adresse|forretningsadresse.postnummer|forretningsadresse.kommune|forretningsadresse.kommunenummer|forretningsadresse.landkode|stiftelsesdato|konkurs',
      '310000001|FJORDLYS AS|AS|43.210|true|11|c/o Nord/nStorgata 1|0105|OSLO|0301|NO|1998-05-17|false',
    ],
    ['organisasjonsnummer'],
    unit,
  )
})

test('sub-units of Brønnøysund, with the list of lines that its JSON has', () => {
  expectReady(
    'companies',
    'bronnoysund-underenheter',
    [
      'organisasjonsnummer|navn|overordnetEnhet|organisasjonsform.kode|naeringskode1.kode|harRegistrertAntallAnsatte|antallAnsatte|beliggenhetsadresse.adresse|beliggenhetsadresse.postnummer|beliggenhetsadresse.kommune|beliggenhetsadresse.kommunenummer|beliggenhetsadresse.landkode|oppstartsdato',
      '310000001|FJORDLYS AS|310000000|AS|43.210|true|11|["c/o Nord","Storgata 1"]|0105|OSLO|0301|NO|1998-05-17',
    ],
    ['organisasjonsnummer'],
    unit,
  )
})

test('customers as this product exports them', () => {
  const id = '0197a0c0-0000-7000-8000-000000000001'
  const header = 'id|kind|stage|name|companyId|companyName|updatedAt|employees|annualRevenue|ownText'
  expectReady(
    'companies',
    'profilkort-companies',
    [header, `${id}|company|customer|Fjordlys|||2026-11-23T08:00:00Z|25|1250000.5 SEK|a`],
    ['id'],
    {
      externalId: id,
      parts: { name: 'Fjordlys', stage: 'customer' },
      attributes: { employees: 25, annualRevenue: { amount: 1_250_000.5, currency: 'SEK' }, ownText: 'a' },
    },
  )
  expectReady(
    'contacts',
    'profilkort-contacts',
    [header, `${id}|person|lead|Kari|${id}|Fjordlys|2026-11-23T08:00:00Z|||`],
    ['id'],
    { externalId: id, parts: { name: 'Kari', companyId: id, companyName: 'Fjordlys' }, attributes: {} },
  )
  expect(read('companies', [header, `${id}|person|lead|Kari||||||`]).rows).toEqual([
    ['this is a person; import the file as contacts, too'],
  ])
})

test('deals as this product exports them', () => {
  expectReady(
    'deals',
    'profilkort-deals',
    [
      'id|source|externalId|customerId|customerName|product|owner|stage|status|openedOn|closedOn|value|currency|channel',
      '1|crm|D1|2|Fjordlys|GTX|Ola|Won|won|2024-02-01|2024-05-01|100.5|SEK|search',
    ],
    ['id'],
    {
      externalId: '1',
      parts: {
        companyId: '2',
        companyName: 'Fjordlys',
        openedOn: '2024-02-01',
        closedOn: '2024-05-01',
        currency: 'SEK',
        channel: 'search',
      },
      amounts: { value: 100.5 },
    },
  )
})

test('every ready mapping is tried above, by a name of its own', () => {
  expect([...tested].toSorted()).toEqual(readyMappings.map(({ name }) => name).toSorted())
})

test('files of other systems are not taken for theirs', () => {
  for (const header of [
    'id|name|city|industry',
    'name|email|phone',
    'Id|Name|Owner',
    'ID|Kind|Stage|Name|UpdatedAt',
  ]) {
    expect(read('companies', [header, header.replaceAll(/\w+/g, 'x')]).ready).toBeUndefined()
  }
})
