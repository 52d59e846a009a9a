import { in4 } from '../locales/locale.ts'
import type { Attribute, Option } from './attribute.ts'

const option = (key: string, ...texts: Parameters<typeof in4>): Option => ({ key, label: in4(...texts) })

type Parts = Pick<Attribute, 'key' | 'type' | 'category' | 'label'> & Partial<Attribute>
const company = (parts: Parts): Attribute => ({ subject: 'company', options: [], sensitive: false, ...parts })
const person = (parts: Parts): Attribute => ({ subject: 'person', options: [], sensitive: false, ...parts })

const industries: readonly Option[] = [
  option('accounting', 'Regnskap', 'Redovisning', 'Regnskab', 'Accounting'),
  option('agriculture', 'Landbruk', 'Lantbruk', 'Landbrug', 'Agriculture'),
  option('construction', 'Bygg og anlegg', 'Bygg och anläggning', 'Byggeri og anlæg', 'Construction'),
  option('education', 'Utdanning', 'Utbildning', 'Uddannelse', 'Education'),
  option('employment', 'Bemanning', 'Bemanning', 'Bemanding', 'Employment'),
  option('energy', 'Energi', 'Energi', 'Energi', 'Energy'),
  option('entertainment', 'Underholdning', 'Underhållning', 'Underholdning', 'Entertainment'),
  option('finance', 'Finans', 'Finans', 'Finans', 'Finance'),
  option('healthcare', 'Helse', 'Hälso- och sjukvård', 'Sundhed', 'Healthcare'),
  option(
    'hospitality',
    'Overnatting og servering',
    'Hotell och restaurang',
    'Hotel og restauration',
    'Hospitality',
  ),
  option(
    'logistics',
    'Transport og logistikk',
    'Transport och logistik',
    'Transport og logistik',
    'Logistics',
  ),
  option('manufacturing', 'Industri', 'Tillverkning', 'Industri', 'Manufacturing'),
  option('marketing', 'Markedsføring', 'Marknadsföring', 'Markedsføring', 'Marketing'),
  option('medical', 'Medisin', 'Medicin', 'Medicin', 'Medical'),
  option('publicSector', 'Offentlig sektor', 'Offentlig sektor', 'Offentlig sektor', 'Public sector'),
  option('retail', 'Varehandel', 'Detaljhandel', 'Detailhandel', 'Retail'),
  option('services', 'Tjenester', 'Tjänster', 'Tjenesteydelser', 'Services'),
  option('software', 'Programvare', 'Programvara', 'Software', 'Software'),
  option('technology', 'Teknologi', 'Teknik', 'Teknologi', 'Technology'),
  option(
    'telecommunications',
    'Telekommunikasjon',
    'Telekommunikation',
    'Telekommunikation',
    'Telecommunications',
  ),
]

const systems: readonly Option[] = [
  option(
    'cloudAccounting',
    'Regnskap i skyen',
    'Redovisning i molnet',
    'Regnskab i skyen',
    'Cloud accounting',
  ),
  option('crm', 'Kundesystem (CRM)', 'Kundsystem (CRM)', 'Kundesystem (CRM)', 'CRM'),
  option(
    'legacyErp',
    'Eldre forretningssystem',
    'Äldre affärssystem',
    'Ældre forretningssystem',
    'Legacy ERP',
  ),
  option('payroll', 'Lønnssystem', 'Lönesystem', 'Lønsystem', 'Payroll'),
  option('pointOfSale', 'Kassesystem', 'Kassasystem', 'Kassesystem', 'Point of sale'),
  option('spreadsheet', 'Regneark', 'Kalkylark', 'Regneark', 'Spreadsheets'),
]

const roles: readonly Option[] = [
  option('accountant', 'Regnskapsfører', 'Redovisningskonsult', 'Bogholder', 'Accountant'),
  option('financeManager', 'Økonomisjef', 'Ekonomichef', 'Økonomichef', 'Finance manager'),
  option('itManager', 'IT-leder', 'IT-chef', 'IT-chef', 'IT manager'),
  option('managingDirector', 'Daglig leder', 'Verkställande direktör', 'Direktør', 'Managing director'),
  option('owner', 'Eier', 'Ägare', 'Ejer', 'Owner'),
  option('projectManager', 'Prosjektleder', 'Projektledare', 'Projektleder', 'Project manager'),
]

const customerGroups: readonly Option[] = [
  option('businesses', 'Bedrifter', 'Företag', 'Virksomheder', 'Businesses'),
  option('consumers', 'Privatpersoner', 'Privatpersoner', 'Privatpersoner', 'Consumers'),
  option('publicBodies', 'Det offentlige', 'Offentliga verksamheter', 'Det offentlige', 'Public bodies'),
]

/** The attributes every workspace starts with; it adds its own. Countries are ISO codes, named by Intl. */
export const predefinedAttributes: readonly Attribute[] = [
  company({
    key: 'industry',
    type: 'choice',
    category: 'firmographic',
    label: in4('Bransje', 'Bransch', 'Branche', 'Industry'),
    options: industries,
  }),
  company({
    key: 'employees',
    type: 'number',
    category: 'firmographic',
    label: in4('Antall ansatte', 'Antal anställda', 'Antal ansatte', 'Number of employees'),
  }),
  company({
    key: 'annualRevenue',
    type: 'money',
    category: 'firmographic',
    label: in4('Omsetning', 'Omsättning', 'Omsætning', 'Annual revenue'),
  }),
  company({
    key: 'budget',
    type: 'money',
    category: 'firmographic',
    label: in4('Budsjett', 'Budget', 'Budget', 'Budget'),
  }),
  company({
    key: 'branches',
    type: 'number',
    category: 'firmographic',
    label: in4('Antall avdelinger', 'Antal filialer', 'Antal afdelinger', 'Number of branches'),
  }),
  company({
    key: 'yearFounded',
    type: 'number',
    category: 'firmographic',
    label: in4('Stiftet år', 'Grundat år', 'Stiftet år', 'Year founded'),
  }),
  company({
    key: 'organisationNumber',
    type: 'text',
    category: 'firmographic',
    label: in4('Organisasjonsnummer', 'Organisationsnummer', 'CVR-nummer', 'Organisation number'),
  }),
  company({
    key: 'organisationForm',
    type: 'text',
    category: 'firmographic',
    label: in4('Organisasjonsform', 'Företagsform', 'Virksomhedsform', 'Legal form'),
  }),
  company({
    key: 'parentCompany',
    type: 'text',
    category: 'firmographic',
    label: in4('Morselskap', 'Moderbolag', 'Moderselskab', 'Parent company'),
  }),
  company({
    key: 'customerGroups',
    type: 'choices',
    category: 'firmographic',
    label: in4('Kundegrupper', 'Kundgrupper', 'Kundegrupper', 'Customers served'),
    options: customerGroups,
  }),
  company({
    key: 'website',
    type: 'text',
    category: 'other',
    label: in4('Nettsted', 'Webbplats', 'Hjemmeside', 'Website'),
  }),
  company({
    key: 'country',
    type: 'choice',
    category: 'geographic',
    label: in4('Land', 'Land', 'Land', 'Country'),
  }),
  company({
    key: 'region',
    type: 'text',
    category: 'geographic',
    label: in4('Fylke', 'Län', 'Region', 'Region'),
  }),
  company({
    key: 'municipality',
    type: 'text',
    category: 'geographic',
    label: in4('Kommune', 'Kommun', 'Kommune', 'Municipality'),
  }),
  company({
    key: 'postalCode',
    type: 'text',
    category: 'geographic',
    label: in4('Postnummer', 'Postnummer', 'Postnummer', 'Postal code'),
  }),
  company({ key: 'city', type: 'text', category: 'geographic', label: in4('Poststed', 'Ort', 'By', 'City') }),
  company({
    key: 'address',
    type: 'text',
    category: 'geographic',
    label: in4('Adresse', 'Adress', 'Adresse', 'Address'),
  }),
  company({
    key: 'systemsInUse',
    type: 'choices',
    category: 'technographic',
    label: in4('Systemer i bruk', 'System i bruk', 'Systemer i brug', 'Systems in use'),
    options: systems,
  }),
  company({
    key: 'decisionMakerRole',
    type: 'choice',
    category: 'decisionMaker',
    label: in4('Beslutningstaker', 'Beslutsfattare', 'Beslutningstager', 'Decision maker'),
    options: roles,
  }),
  person({
    key: 'role',
    type: 'choice',
    category: 'decisionMaker',
    label: in4('Rolle', 'Roll', 'Rolle', 'Role'),
    options: roles,
  }),
  person({
    key: 'title',
    type: 'text',
    category: 'decisionMaker',
    label: in4('Tittel', 'Titel', 'Titel', 'Title'),
  }),
  person({
    key: 'email',
    type: 'text',
    category: 'other',
    label: in4('E-post', 'E-post', 'E-mail', 'E-mail'),
  }),
  person({
    key: 'phone',
    type: 'text',
    category: 'other',
    label: in4('Telefon', 'Telefon', 'Telefon', 'Phone'),
  }),
  person({
    key: 'language',
    type: 'text',
    category: 'demographic',
    label: in4('Språk', 'Språk', 'Sprog', 'Language'),
  }),
]
