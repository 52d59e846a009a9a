import { attribute, kept, part, type ReadyMapping, readyMapping } from './ready-mapping.ts'

// Field names as Data Loader and the weekly export have them, and the labels of reports:
// developer.salesforce.com/docs, "Object Reference for the Salesforce Platform" and "Salesforce Field Reference Guide".

const system = 'Salesforce'
const place = (prefix: string, label: string) =>
  [
    [attribute('address'), `${prefix}Street`, `${label}Street`],
    [attribute('city'), `${prefix}City`, `${label}City`],
    [attribute('region'), `${prefix}State`, `${label}State/Province`],
    [attribute('postalCode'), `${prefix}PostalCode`, `${label}Zip/Postal Code`],
    [attribute('country', 'choice'), `${prefix}Country`, `${label}Country`],
  ] as const

const company = [
  [attribute('industry', 'choice'), 'Industry'],
  [attribute('employees', 'number'), 'NumberOfEmployees', 'Employees', 'No. of Employees'],
  [attribute('annualRevenue', 'money'), 'AnnualRevenue', 'Annual Revenue'],
  [attribute('website'), 'Website'],
  [attribute('description'), 'Description', 'Account Description'],
] as const

const person = [
  [part('firstName'), 'FirstName', 'First Name'],
  [part('lastName'), 'LastName', 'Last Name'],
  [attribute('email'), 'Email'],
  [attribute('phone'), 'Phone'],
  [attribute('title'), 'Title'],
] as const

const bookkeeping = [
  kept,
  'IsDeleted',
  'MasterRecordId',
  'CreatedById',
  'LastModifiedDate',
  'LastModifiedById',
  'SystemModstamp',
  'LastActivityDate',
  'PhotoUrl',
] as const

/** Accounts, contacts, leads and opportunities out of Salesforce. */
export const salesforce: readonly ReadyMapping[] = [
  readyMapping(
    {
      name: 'salesforce-accounts',
      system,
      kind: 'companies',
      marks: [
        ['Id', 'Account ID'],
        ['Name', 'Account Name', 'Kontonavn', 'Kontonamn'],
        [
          'BillingCity',
          'BillingStreet',
          'Billing City',
          'Billing Street',
          'BillingCountry',
          'Billing Country',
        ],
      ],
    },
    company,
    place('Billing', 'Billing '),
    [
      [part('id'), 'Id', 'Account ID'],
      [part('name'), 'Name', 'Account Name', 'Kontonavn', 'Kontonamn'],
      [attribute('yearFounded', 'number'), 'YearStarted', 'Year Started'],
      [attribute('parentCompany'), 'Parent Account'],
      [attribute('companyPhone'), 'Phone', 'Account Phone'],
      [attribute('accountOwner'), 'Account Owner'],
      [attribute('accountType'), 'Type'],
      [
        kept,
        'ParentId',
        'OwnerId',
        'CreatedDate',
        'Created Date',
        'Fax',
        'AccountNumber',
        'Sic',
        'NaicsCode',
      ],
      bookkeeping,
    ],
  ),
  readyMapping(
    {
      name: 'salesforce-contacts',
      system,
      kind: 'contacts',
      marks: [
        ['Id', 'Contact ID'],
        ['AccountId', 'Account ID', 'Account Name', 'MailingCity', 'Mailing City'],
        ['LastName', 'Last Name'],
      ],
    },
    person,
    [
      [part('id'), 'Id', 'Contact ID'],
      [part('companyId'), 'AccountId', 'Account ID'],
      [part('companyName'), 'Account Name', 'Kontonavn', 'Kontonamn'],
      [
        kept,
        'Name',
        'Full Name',
        'Salutation',
        'MobilePhone',
        'Mobile',
        'OwnerId',
        'CreatedDate',
        'LeadSource',
        'ReportsToId',
      ],
      bookkeeping,
    ],
  ),
  readyMapping(
    {
      name: 'salesforce-leads',
      system,
      kind: 'contacts',
      marks: [
        ['Id', 'Lead ID'],
        ['LastName', 'Last Name'],
        ['Company', 'Company / Account'],
        ['IsConverted', 'LeadSource', 'Lead Source', 'Lead Owner', 'Lead Status', 'Converted'],
      ],
    },
    person,
    [
      [part('id'), 'Id', 'Lead ID'],
      [part('companyName'), 'Company', 'Company / Account'],
      [attribute('leadStatus'), 'Status', 'Lead Status'],
      [
        kept,
        'Name',
        'OwnerId',
        'CreatedDate',
        'LeadSource',
        'IsConverted',
        'ConvertedAccountId',
        'ConvertedContactId',
      ],
      [kept, 'Industry', 'AnnualRevenue', 'NumberOfEmployees', 'Website', 'Rating', 'Description'],
      bookkeeping,
    ],
  ),
  readyMapping(
    {
      name: 'salesforce-opportunities',
      system,
      kind: 'deals',
      marks: [
        ['StageName', 'Stage'],
        ['CloseDate', 'Close Date'],
        ['Id', 'Opportunity ID', 'Opportunity Name'],
        ['AccountId', 'Account Name', 'Account ID', 'IsWon', 'Opportunity Owner'],
      ],
    },
    [
      [part('id'), 'Id', 'Opportunity ID'],
      [part('companyId'), 'AccountId', 'Account ID'],
      [part('companyName'), 'Account Name', 'Kontonavn', 'Kontonamn'],
      [part('stage'), 'StageName', 'Stage'],
      [part('value'), 'Amount'],
      [part('currency'), 'CurrencyIsoCode', 'Opportunity Currency', 'Amount Currency'],
      [part('openedOn'), 'CreatedDate', 'Created Date'],
      [part('closedOn'), 'CloseDate', 'Close Date'],
      [part('owner'), 'Opportunity Owner', 'OwnerId'],
      [
        kept,
        'Name',
        'Opportunity Name',
        'Probability',
        'ExpectedRevenue',
        'IsClosed',
        'IsWon',
        'Type',
        'ForecastCategory',
      ],
      bookkeeping,
    ],
  ),
]
