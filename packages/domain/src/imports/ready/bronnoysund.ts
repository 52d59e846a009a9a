import { attribute, kept, part, type ReadyMapping, readyMapping } from './ready-mapping.ts'

// Columns of the bulk files of units and sub-units of Enhetsregisteret: data.brreg.no/enhetsregisteret/api/dokumentasjon.

/** Address lines are joined by a slash and an n; the JSON of the same register has them in a list. */
const lines = { lineBreak: '/n' }

const unit = [
  [attribute('organisationNumber'), 'organisasjonsnummer'],
  [part('name'), 'navn'],
  [attribute('organisationForm'), 'organisasjonsform.kode'],
  [attribute('naceCode'), 'naeringskode1.kode'],
  [attribute('naceCode2'), 'naeringskode2.kode'],
  [attribute('naceCode3'), 'naeringskode3.kode'],
  [attribute('naceText'), 'naeringskode1.beskrivelse'],
  [attribute('employees', 'number'), 'antallAnsatte'],
  [attribute('hasRegisteredEmployees', 'boolean'), 'harRegistrertAntallAnsatte'],
  [attribute('website'), 'hjemmeside'],
  [attribute('mailingAddress', 'text', lines), 'postadresse.adresse'],
  [attribute('mailingPostalCode'), 'postadresse.postnummer'],
  [attribute('mailingCity'), 'postadresse.poststed'],
  [attribute('parentOrganisationNumber'), 'overordnetEnhet'],
  [
    attribute('registeredOn', 'time'),
    'registreringsdatoEnhetsregisteret',
    'registreringsdatoIEnhetsregisteret',
  ],
  [attribute('vatRegistered', 'boolean'), 'registrertIMvaRegisteret'],
  [kept, 'organisasjonsform.beskrivelse', 'naeringskode2.beskrivelse', 'naeringskode3.beskrivelse'],
  [kept, 'hjelpeenhetskode.kode', 'hjelpeenhetskode.beskrivelse', 'frivilligMvaRegistrertBeskrivelser'],
  [kept, 'postadresse.kommune', 'postadresse.kommunenummer', 'postadresse.land', 'postadresse.landkode'],
] as const

const place = (prefix: string) =>
  [
    [attribute('address', 'text', lines), `${prefix}.adresse`],
    [attribute('postalCode'), `${prefix}.postnummer`],
    [attribute('city'), `${prefix}.poststed`],
    [attribute('municipality'), `${prefix}.kommune`],
    [attribute('municipalityNumber'), `${prefix}.kommunenummer`],
    [attribute('country', 'choice'), `${prefix}.landkode`],
    [kept, `${prefix}.land`],
  ] as const

/** Units and sub-units of the Norwegian register. */
export const bronnoysund: readonly ReadyMapping[] = [
  readyMapping(
    {
      name: 'bronnoysund-underenheter',
      system: 'Brønnøysund',
      kind: 'companies',
      marks: [
        ['organisasjonsnummer'],
        ['navn'],
        ['beliggenhetsadresse.adresse', 'beliggenhetsadresse.kommunenummer'],
      ],
    },
    unit,
    place('beliggenhetsadresse'),
    [
      [attribute('foundedOn', 'time'), 'oppstartsdato'],
      [attribute('closedOn', 'time'), 'nedleggelsesdato'],
      [kept, 'datoEierskifte'],
    ],
  ),
  readyMapping(
    {
      name: 'bronnoysund-enheter',
      system: 'Brønnøysund',
      kind: 'companies',
      marks: [
        ['organisasjonsnummer'],
        ['navn'],
        ['forretningsadresse.adresse', 'forretningsadresse.kommunenummer', 'organisasjonsform.kode'],
      ],
    },
    unit,
    place('forretningsadresse'),
    [
      [attribute('foundedOn', 'time'), 'stiftelsesdato'],
      [attribute('sectorCode'), 'institusjonellSektorkode.kode'],
      [attribute('bankrupt', 'boolean'), 'konkurs'],
      [attribute('inLiquidation', 'boolean'), 'underAvvikling'],
      [attribute('inForcedLiquidation', 'boolean'), 'underTvangsavviklingEllerTvangsopplosning'],
      [attribute('purpose'), 'vedtektsfestetFormaal'],
      [attribute('activity'), 'aktivitet'],
      [attribute('lastAccounts'), 'sisteInnsendteAarsregnskap'],
      [
        kept,
        'institusjonellSektorkode.beskrivelse',
        'registrertIFrivillighetsregisteret',
        'registrertIForetaksregisteret',
      ],
      [
        kept,
        'registrertIStiftelsesregisteret',
        'konkursdato',
        'underAvviklingDato',
        'maalform',
        'vedtektsdato',
      ],
      [kept, 'tvangsopplostPgaManglendeDagligLederDato', 'tvangsopplostPgaManglendeRevisorDato'],
      [kept, 'tvangsopplostPgaManglendeRegnskapDato', 'tvangsopplostPgaMangelfulltStyreDato'],
      [kept, 'tvangsavvikletPgaManglendeSlettingDato'],
    ],
  ),
]
