import { in4 } from '../../locales/locale.ts'
import { optionTable } from '../option-table.ts'
import { inCategory } from './define.ts'
import { industries, naceSections } from './industries.ts'

/** The groups of Statistics Norway's business register, which are those of the EU with smaller steps. */
const employeeBands = optionTable(`
  0       | Ingen ansatte       | Inga anställda      | Ingen ansatte       | No employees
  1-4     | 1–4 ansatte         | 1–4 anställda       | 1–4 ansatte         | 1–4 employees
  5-9     | 5–9 ansatte         | 5–9 anställda       | 5–9 ansatte         | 5–9 employees
  10-19   | 10–19 ansatte       | 10–19 anställda     | 10–19 ansatte       | 10–19 employees
  20-49   | 20–49 ansatte       | 20–49 anställda     | 20–49 ansatte       | 20–49 employees
  50-99   | 50–99 ansatte       | 50–99 anställda     | 50–99 ansatte       | 50–99 employees
  100-249 | 100–249 ansatte     | 100–249 anställda   | 100–249 ansatte     | 100–249 employees
  250+    | 250 ansatte og flere | 250 anställda och fler | 250 ansatte og flere | 250 employees and more
`)

/** In millions of euros; the steps at 2, 10 and 50 are the EU's for micro, small and medium-sized (Recommendation 2003/361/EC). */
const revenueBands = optionTable(`
  0-0.5  | Under 0,5 mill. euro  | Under 0,5 milj. euro  | Under 0,5 mio. euro   | Under €0.5 million
  0.5-2  | 0,5–2 mill. euro      | 0,5–2 milj. euro      | 0,5–2 mio. euro       | €0.5–2 million
  2-10   | 2–10 mill. euro       | 2–10 milj. euro       | 2–10 mio. euro        | €2–10 million
  10-50  | 10–50 mill. euro      | 10–50 milj. euro      | 10–50 mio. euro       | €10–50 million
  50-250 | 50–250 mill. euro     | 50–250 milj. euro     | 50–250 mio. euro      | €50–250 million
  250+   | 250 mill. euro og mer | 250 milj. euro och mer | 250 mio. euro og mere | €250 million and more
`)

const customerGroups = optionTable(`
  businesses   | Bedrifter        | Företag               | Virksomheder     | Businesses
  consumers    | Privatpersoner   | Privatpersoner        | Privatpersoner   | Consumers
  publicBodies | Det offentlige   | Offentliga verksamheter | Det offentlige | Public bodies
`)

const structures = optionTable(`
  independent | Selvstendig        | Fristående            | Selvstændig        | Independent
  parent      | Morselskap         | Moderbolag            | Moderselskab       | Parent company
  subsidiary  | Datterselskap      | Dotterbolag           | Datterselskab      | Subsidiary
  branch      | Filial             | Filial                | Filial             | Branch
  franchise   | Franchise          | Franchise             | Franchise          | Franchise
  chain       | Kjedemedlem        | Kedjemedlem           | Kædemedlem         | Member of a chain
  cooperative | Samvirke           | Kooperativ            | Andelsselskab      | Cooperative
  family      | Familieeid         | Familjeägt            | Familieejet        | Family-owned
  listed      | Børsnotert         | Börsnoterat           | Børsnoteret        | Listed
  publicBody  | Offentlig eid      | Offentligt ägt        | Offentligt ejet    | Publicly owned
  nonProfit   | Ideell             | Ideell                | Nonprofit          | Non-profit
`)

export const firmographic = inCategory('firmographic', 'company', [
  {
    key: 'industry',
    type: 'choice',
    label: in4('Bransje', 'Bransch', 'Branche', 'Industry'),
    options: industries,
  },
  {
    key: 'naceSection',
    type: 'choice',
    label: in4(
      'Næringshovedområde (NACE)',
      'Näringsgrensavdelning (NACE)',
      'Hovedbranche (NACE)',
      'NACE section',
    ),
    options: naceSections,
  },
  {
    key: 'employees',
    type: 'number',
    label: in4('Antall ansatte', 'Antal anställda', 'Antal ansatte', 'Number of employees'),
  },
  {
    key: 'employeeBand',
    type: 'choice',
    label: in4('Ansattgruppe', 'Storleksklass', 'Størrelsesgruppe', 'Employee band'),
    options: employeeBands,
  },
  {
    key: 'annualRevenue',
    type: 'money',
    label: in4('Omsetning', 'Omsättning', 'Omsætning', 'Annual revenue'),
  },
  {
    key: 'revenueBand',
    type: 'choice',
    label: in4('Omsetningsgruppe', 'Omsättningsklass', 'Omsætningsgruppe', 'Revenue band'),
    options: revenueBands,
  },
  { key: 'budget', type: 'money', label: in4('Budsjett', 'Budget', 'Budget', 'Budget') },
  {
    key: 'branches',
    type: 'number',
    label: in4('Antall avdelinger', 'Antal filialer', 'Antal afdelinger', 'Number of branches'),
  },
  {
    key: 'yearFounded',
    type: 'number',
    label: in4('Stiftet år', 'Grundat år', 'Stiftet år', 'Year founded'),
  },
  {
    key: 'yearsInBusiness',
    type: 'number',
    label: in4('År i drift', 'År i drift', 'År i drift', 'Years in business'),
    unit: in4('år', 'år', 'år', 'years'),
  },
  {
    key: 'organisationNumber',
    type: 'text',
    label: in4('Organisasjonsnummer', 'Organisationsnummer', 'CVR-nummer', 'Organisation number'),
  },
  {
    key: 'organisationForm',
    type: 'text',
    label: in4('Organisasjonsform', 'Företagsform', 'Virksomhedsform', 'Legal form'),
  },
  {
    key: 'structure',
    type: 'choices',
    label: in4('Selskapsstruktur', 'Företagsstruktur', 'Selskabsstruktur', 'Structure'),
    options: structures,
  },
  {
    key: 'parentCompany',
    type: 'text',
    label: in4('Morselskap', 'Moderbolag', 'Moderselskab', 'Parent company'),
  },
  {
    key: 'customerGroups',
    type: 'choices',
    label: in4('Kundegrupper', 'Kundgrupper', 'Kundegrupper', 'Customers served'),
    options: customerGroups,
  },
])
