import type { ImportKind, Part } from './mapping.ts'

/** What headers are called in exports and in the four languages, folded by `foldHeader`. */
const parts: { readonly [K in ImportKind]: { readonly [P in Part]?: readonly string[] } } = {
  companies: {
    id: [
      'id',
      'companyid',
      'accountid',
      'recordid',
      'selskapsid',
      'kundeid',
      'kundenummer',
      'kundnummer',
      'customerid',
      'virksomhedsid',
      'foretagsid',
      'tailid',
    ],
    name: [
      'name',
      'navn',
      'namn',
      'account',
      'accountname',
      'company',
      'companyname',
      'selskap',
      'selskapsnavn',
      'firmanavn',
      'foretag',
      'foretagsnamn',
      'virksomhed',
      'kunde',
      'kundenavn',
      'kundnamn',
      'namenb',
      'partinamn',
      'organisasjon',
    ],
    stage: ['status', 'stage', 'lifecyclestage', 'livssyklus', 'kundestatus'],
  },
  contacts: {
    id: ['id', 'contactid', 'recordid', 'kontaktid', 'personid'],
    name: ['name', 'navn', 'namn', 'fullname', 'contactname', 'kontaktnavn', 'fulltnavn'],
    firstName: ['firstname', 'fornavn', 'fornamn', 'givenname'],
    lastName: ['lastname', 'etternavn', 'efternamn', 'efternavn', 'surname', 'familyname'],
    stage: ['status', 'stage', 'lifecyclestage'],
    companyId: ['companyid', 'accountid', 'selskapsid', 'foretagsid', 'virksomhedsid'],
    companyName: [
      'company',
      'companyname',
      'account',
      'accountname',
      'selskap',
      'firma',
      'foretag',
      'virksomhed',
      'associatedcompany',
    ],
  },
  deals: {
    id: ['id', 'dealid', 'opportunityid', 'recordid', 'salgsid', 'affarsid', 'mulighetsid'],
    companyId: ['companyid', 'accountid', 'selskapsid', 'foretagsid', 'virksomhedsid'],
    companyName: [
      'company',
      'companyname',
      'account',
      'accountname',
      'selskap',
      'kunde',
      'customer',
      'foretag',
      'virksomhed',
      'associatedcompany',
    ],
    product: ['product', 'produkt', 'productname', 'vare'],
    owner: [
      'owner',
      'dealowner',
      'opportunityowner',
      'salesagent',
      'salesrep',
      'selger',
      'saljare',
      'saelger',
      'ansvarlig',
    ],
    stage: ['stage', 'dealstage', 'stagename', 'status', 'fase', 'fas', 'pipelinestage'],
    openedOn: [
      'engagedate',
      'createdate',
      'createddate',
      'created',
      'opened',
      'opprettet',
      'skapad',
      'oprettet',
      'startdate',
      'startdato',
    ],
    closedOn: [
      'closedate',
      'closed',
      'closeddate',
      'avsluttet',
      'stangd',
      'lukket',
      'lukkedato',
      'sluttdato',
    ],
    value: [
      'value',
      'closevalue',
      'amount',
      'dealamount',
      'verdi',
      'belop',
      'beloep',
      'belopp',
      'varde',
      'sum',
    ],
    currency: ['currency', 'valuta', 'currencyisocode'],
  },
  products: {
    name: ['product', 'produkt', 'productname', 'name', 'navn', 'namn'],
    series: ['series', 'serie', 'family', 'productfamily', 'kategori'],
    price: ['price', 'salesprice', 'listprice', 'pris', 'listepris', 'unitprice'],
    currency: ['currency', 'valuta'],
  },
}

const attributes: { readonly [key: string]: readonly string[] } = {
  industry: ['industry', 'sector', 'bransje', 'bransch', 'branche', 'naering'],
  employees: [
    'employees',
    'employeecount',
    'numberofemployees',
    'ansatte',
    'antallansatte',
    'anstallda',
    'antalanstallda',
    'antalansatte',
    'medarbejdere',
  ],
  annualRevenue: [
    'revenue',
    'annualrevenue',
    'omsetning',
    'omsattning',
    'omsaetning',
    'arsomsetning',
    'turnover',
  ],
  budget: ['budget', 'budsjett'],
  branches: ['branches', 'avdelinger', 'filialer'],
  yearFounded: [
    'yearestablished',
    'yearfounded',
    'founded',
    'stiftetar',
    'grundatar',
    'stiftet',
    'etableringsar',
  ],
  organisationNumber: [
    'organisationnumber',
    'organizationnumber',
    'organisasjonsnummer',
    'organisationsnummer',
    'orgnr',
    'orgnummer',
    'orgnumber',
    'companynumber',
    'registrationnumber',
    'vatnumber',
    'vatno',
    'orgid',
    'cvr',
    'cvrnummer',
    'cvrnr',
  ],
  organisationForm: ['organisasjonsformkode', 'organisasjonsform', 'foretagsform', 'legalform'],
  parentCompany: [
    'subsidiaryof',
    'parentcompany',
    'parentaccount',
    'morselskap',
    'moderbolag',
    'moderselskab',
  ],
  website: [
    'website',
    'domain',
    'companydomainname',
    'url',
    'nettsted',
    'hjemmeside',
    'webbplats',
    'webside',
  ],
  country: [
    'country',
    'officelocation',
    'land',
    'billingcountry',
    'forretningsadresselandkode',
    'beliggenhetsadresselandkode',
  ],
  region: ['region', 'state', 'fylke', 'lan', 'county', 'billingstate'],
  municipality: [
    'municipality',
    'kommune',
    'kommun',
    'forretningsadressekommune',
    'beliggenhetsadressekommune',
  ],
  postalCode: [
    'postalcode',
    'zip',
    'zipcode',
    'postnummer',
    'postnr',
    'forretningsadressepostnummer',
    'beliggenhetsadressepostnummer',
  ],
  city: [
    'city',
    'by',
    'poststed',
    'ort',
    'postort',
    'billingcity',
    'forretningsadressepoststed',
    'beliggenhetsadressepoststed',
  ],
  address: [
    'address',
    'adresse',
    'adress',
    'street',
    'forretningsadresseadresse',
    'beliggenhetsadresseadresse',
  ],
  systemsInUse: [
    'systemsinuse',
    'systems',
    'systemeribruk',
    'systemeribrug',
    'systemibruk',
    'technologies',
    'webtechnologies',
  ],
  decisionMakerRole: [
    'decisionmaker',
    'decisionmakerrole',
    'beslutningstaker',
    'beslutningstager',
    'beslutsfattare',
  ],
  role: ['role', 'rolle', 'roll', 'buyingrole'],
  title: ['title', 'jobtitle', 'tittel', 'titel', 'stilling', 'stillingstittel'],
  email: ['email', 'emailaddress', 'epost', 'epostadresse', 'mail'],
  phone: ['phone', 'phonenumber', 'telefon', 'telefonnummer', 'mobil', 'mobiltelefon', 'mobile'],
  language: ['language', 'sprak', 'sprog', 'maalform', 'preferredlanguage'],
}

/** A header without case, signs and marks: `Stiftet år` is `stiftetar`, `Sum-myndighet` is `summyndighet`. */
export function foldHeader(header: string): string {
  return header
    .toLowerCase()
    .replaceAll('æ', 'ae')
    .replaceAll('ø', 'o')
    .normalize('NFKD')
    .replaceAll(/[^a-z0-9]/g, '')
}

/** The part that a header names in files of a kind; undefined when it names none. */
export function partOf(kind: ImportKind, header: string): Part | undefined {
  const folded = foldHeader(header)
  const found = Object.entries(parts[kind]).find(([, names]) => names.includes(folded))
  return found?.[0] as Part | undefined
}

/** The predefined attribute that a header names; undefined when it names none. */
export function attributeOf(header: string): string | undefined {
  const folded = foldHeader(header)
  return Object.keys(attributes).find(
    (key) => foldHeader(key) === folded || attributes[key]?.includes(folded),
  )
}

/** Whether a header that is not known at least speaks of a name. */
export function speaksOfName(header: string): boolean {
  return /(?:navn|namn|name)(?:nb|no|en)?$/.test(foldHeader(header))
}

/** Whether a header speaks of a code, which is a text however it looks: `kommunenr`, `Zip code`, `Parent ID`. */
export function speaksOfCode(header: string): boolean {
  return /(?:nr|nummer|number|kode|kod|code|nace)\d*$|(?:^|[\s_-])id$/i.test(header.trim())
}

/** A key for a header nobody knows: `Sum-myndighet` becomes `sumMyndighet`, `stiftelsesDato` stays as it is. */
export function keyFromHeader(header: string): string {
  const words = header
    .replaceAll(/(?<=\p{Lowercase_Letter})(?=\p{Uppercase_Letter})/gu, ' ')
    .toLowerCase()
    .replaceAll('æ', 'ae')
    .replaceAll('ø', 'o')
    .normalize('NFKD')
    .replaceAll(/\p{Mark}/gu, '')
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '')
  const key = words
    .map((word, index) => (index === 0 ? word : word.slice(0, 1).toUpperCase() + word.slice(1)))
    .join('')
  return /^[a-z]/.test(key) ? key.slice(0, 60) : `column${key}`.slice(0, 60)
}
