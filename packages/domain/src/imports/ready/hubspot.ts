import { attribute, kept, part, type ReadyMapping, readyMapping } from './ready-mapping.ts'

// Names of properties as exports have them, and their internal names:
// knowledge.hubspot.com/properties/hubspot-crm-default-company-properties, -contact-properties, -deal-properties.

const record = [
  [part('id'), 'Record ID', 'hs_object_id'],
  [
    kept,
    'Create Date',
    'createdate',
    'Last Modified Date',
    'Last Activity Date',
    'Last Contacted',
    'Record source',
  ],
] as const

/** Companies, contacts and deals out of HubSpot. */
export const hubspot: readonly ReadyMapping[] = [
  readyMapping(
    {
      name: 'hubspot-companies',
      system: 'HubSpot',
      kind: 'companies',
      marks: [
        ['Record ID', 'hs_object_id'],
        ['Company name', 'name'],
        [
          'Company owner',
          'Company Domain Name',
          'Create Date',
          'Lifecycle Stage',
          'hubspot_owner_id',
          'createdate',
        ],
      ],
    },
    record,
    [
      [part('name'), 'Company name', 'name'],
      [part('stage'), 'Lifecycle Stage', 'lifecyclestage'],
      [attribute('industry', 'choice'), 'Industry'],
      [attribute('employees', 'number'), 'Number of Employees', 'numberofemployees'],
      [attribute('annualRevenue', 'money'), 'Annual Revenue', 'annualrevenue'],
      [attribute('yearFounded', 'number'), 'Year Founded', 'founded_year'],
      [attribute('website'), 'Company Domain Name', 'domain'],
      [attribute('country', 'choice'), 'Country/Region', 'Country'],
      [attribute('region'), 'State/Region', 'State'],
      [attribute('city'), 'City'],
      [attribute('postalCode'), 'Postal Code', 'Zip'],
      [attribute('address'), 'Street Address', 'Address'],
      [attribute('systemsInUse', 'choices'), 'Web Technologies', 'web_technologies'],
      [attribute('parentCompany'), 'Parent Company'],
      [attribute('companyPhone'), 'Phone Number', 'Phone'],
      [attribute('accountOwner'), 'Company owner', 'hubspot_owner_id'],
      [attribute('description'), 'Description', 'About Us'],
      [kept, 'Website URL', 'website', 'Lead Status', 'Type'],
    ],
  ),
  readyMapping(
    {
      name: 'hubspot-contacts',
      system: 'HubSpot',
      kind: 'contacts',
      marks: [
        ['Record ID', 'hs_object_id'],
        ['Email'],
        ['First Name', 'Last Name', 'firstname', 'lastname'],
        [
          'Contact owner',
          'Associated Company',
          'Lifecycle Stage',
          'Create Date',
          'createdate',
          'Lead Status',
        ],
      ],
    },
    record,
    [
      [part('firstName'), 'First Name', 'firstname'],
      [part('lastName'), 'Last Name', 'lastname'],
      [part('stage'), 'Lifecycle Stage', 'lifecyclestage'],
      [
        part('companyId'),
        'Associated Company IDs (Primary)',
        'Primary Associated Company ID',
        'associatedcompanyid',
      ],
      [part('companyName'), 'Associated Company', 'Associated Company (Primary)', 'Company Name'],
      [attribute('email'), 'Email'],
      [attribute('phone'), 'Phone Number', 'Phone'],
      [attribute('title'), 'Job Title', 'jobtitle'],
      [attribute('role', 'choice'), 'Buying Role', 'hs_buying_role'],
      [attribute('language'), 'Preferred language', 'hs_language'],
      [
        kept,
        'Associated Company IDs',
        'Contact owner',
        'Lead Status',
        'Marketing contact status',
        'Original Source',
      ],
    ],
  ),
  readyMapping(
    {
      name: 'hubspot-deals',
      system: 'HubSpot',
      kind: 'deals',
      marks: [
        ['Record ID', 'hs_object_id'],
        ['Deal Name', 'dealname'],
        ['Deal Stage', 'dealstage'],
      ],
    },
    [
      [part('id'), 'Record ID', 'hs_object_id'],
      [part('stage'), 'Deal Stage', 'dealstage'],
      [part('value'), 'Amount'],
      [part('currency'), 'Currency', 'Deal Currency', 'deal_currency_code'],
      [part('openedOn'), 'Create Date', 'createdate'],
      [part('closedOn'), 'Close Date', 'closedate'],
      [part('owner'), 'Deal owner', 'hubspot_owner_id'],
      [part('companyId'), 'Associated Company IDs (Primary)', 'Primary Associated Company ID'],
      [part('companyName'), 'Associated Company', 'Associated Company (Primary)'],
      [kept, 'Deal Name', 'Pipeline', 'Amount in company currency', 'Associated Company IDs', 'Deal Type'],
    ],
  ),
]
