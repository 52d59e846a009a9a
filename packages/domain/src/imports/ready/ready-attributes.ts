import type { Attribute, AttributeCategory, AttributeType } from '../../attributes/attribute.ts'
import { in4 } from '../../locales/locale.ts'

type Texts = Parameters<typeof in4>

const of =
  (subject: Attribute['subject'], category: AttributeCategory) =>
  (key: string, type: AttributeType, ...texts: Texts): Attribute => ({
    key,
    subject,
    type,
    category,
    label: in4(...texts),
    options: [],
    sensitive: false,
  })

const firm = of('company', 'firmographic')
const geographic = of('company', 'geographic')
const other = of('company', 'other')

/** What ready mappings fill and no workspace starts with: made by the first import that has it. */
export const readyAttributes: readonly Attribute[] = [
  firm('naceCode', 'text', 'Næringskode', 'SNI-kod', 'Branchekode', 'Industry code (NACE)'),
  firm('naceCode2', 'text', 'Næringskode 2', 'SNI-kod 2', 'Branchekode 2', 'Industry code 2 (NACE)'),
  firm('naceCode3', 'text', 'Næringskode 3', 'SNI-kod 3', 'Branchekode 3', 'Industry code 3 (NACE)'),
  firm('naceText', 'text', 'Næring', 'Näringsgren', 'Branchetekst', 'Industry as registered'),
  firm(
    'hasRegisteredEmployees',
    'boolean',
    'Har registrerte ansatte',
    'Har registrerade anställda',
    'Har registrerede ansatte',
    'Has registered employees',
  ),
  firm(
    'parentOrganisationNumber',
    'text',
    'Overordnet enhet',
    'Överordnad enhet',
    'Overordnet enhed',
    'Parent organisation number',
  ),
  firm('registeredOn', 'time', 'Registrert', 'Registrerad', 'Registreret', 'Registered on'),
  firm('foundedOn', 'time', 'Stiftet', 'Grundat', 'Stiftet', 'Founded on'),
  firm('closedOn', 'time', 'Nedlagt', 'Nedlagt', 'Nedlagt', 'Closed on'),
  firm('vatRegistered', 'boolean', 'Mva-registrert', 'Momsregistrerad', 'Momsregistreret', 'VAT registered'),
  firm('sectorCode', 'text', 'Sektorkode', 'Sektorkod', 'Sektorkode', 'Institutional sector code'),
  firm('bankrupt', 'boolean', 'Konkurs', 'I konkurs', 'Konkurs', 'Bankrupt'),
  firm(
    'inLiquidation',
    'boolean',
    'Under avvikling',
    'Under avveckling',
    'Under afvikling',
    'In liquidation',
  ),
  firm(
    'inForcedLiquidation',
    'boolean',
    'Under tvangsavvikling',
    'Under tvångslikvidation',
    'Under tvangsopløsning',
    'In forced liquidation',
  ),
  firm('purpose', 'text', 'Formål', 'Ändamål', 'Formål', 'Purpose'),
  firm('activity', 'text', 'Aktivitet', 'Verksamhet', 'Aktivitet', 'Activity'),
  firm(
    'lastAccounts',
    'text',
    'Siste årsregnskap',
    'Senaste årsredovisning',
    'Seneste årsregnskab',
    'Last annual accounts',
  ),
  firm('accountType', 'text', 'Kontotype', 'Kontotyp', 'Kontotype', 'Account type'),
  geographic('mailingAddress', 'text', 'Postadresse', 'Postadress', 'Postadresse', 'Mailing address'),
  geographic(
    'mailingPostalCode',
    'text',
    'Postnummer (post)',
    'Postnummer (post)',
    'Postnummer (post)',
    'Postal code of mail',
  ),
  geographic('mailingCity', 'text', 'Poststed (post)', 'Postort (post)', 'By (post)', 'City of mail'),
  geographic(
    'municipalityNumber',
    'text',
    'Kommunenummer',
    'Kommunkod',
    'Kommunekode',
    'Municipality number',
  ),
  other('companyPhone', 'text', 'Telefon', 'Telefon', 'Telefon', 'Company phone'),
  other('accountOwner', 'text', 'Kundeansvarlig', 'Kundansvarig', 'Kundeansvarlig', 'Account owner'),
  other('description', 'text', 'Beskrivelse', 'Beskrivning', 'Beskrivelse', 'Description'),
  other('tags', 'choices', 'Merkelapper', 'Taggar', 'Tags', 'Tags'),
  of('person', 'other')('leadStatus', 'text', 'Emnestatus', 'Leadstatus', 'Leadstatus', 'Lead status'),
]
