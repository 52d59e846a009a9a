/** What headers call a company's name, folded by `foldHeader`. */
export const companyNames = [
  'company',
  'companyname',
  'account',
  'accountname',
  'organization',
  'selskap',
  'selskapsnavn',
  'firma',
  'foretag',
  'virksomhed',
  'kunde',
  'kund',
  'bedrift',
  'bedriftsnavn',
  'firmanavn',
  'firmanamn',
  'selskab',
  'selskabsnavn',
  'foretagsnamn',
  'foretak',
  'foretaksnavn',
  'virksomhet',
  'virksomhetsnavn',
  'virksomhedsnavn',
  'bolag',
  'bolagsnamn',
  'customer',
  'client',
  'clientname',
  'organisation',
  'organisasjon',
  'organisationname',
  'organizationname',
  'organisasjonsnavn',
  'organisationsnamn',
  'organisationsnavn',
  'kontonavn',
  'kontonamn',
  'debitor',
  'debitornavn',
]

/** The same in rows of what belongs to a company. */
export const companyNamesElsewhere = [...companyNames, 'associatedcompany']

/** What headers call a company's id. */
export const companyIds = [
  'companyid',
  'accountid',
  'selskapsid',
  'foretagsid',
  'virksomhedsid',
  'organizationid',
  'organisationid',
  'organisasjonsid',
  'organisationsid',
  'bedriftsid',
  'firmaid',
  'virksomhetsid',
  'bolagsid',
  'selskabsid',
  'kontoid',
]

/** What headers call the name of a customer, who may be a person in rows that tell of customers. */
export const customerNames = ['kundenavn', 'kundnamn', 'customername']

/** The same of its id. */
export const customerIds = [
  'kundeid',
  'kundid',
  'kundenr',
  'kundnr',
  'kundenummer',
  'kundnummer',
  'customerid',
  'customernumber',
  'customerno',
  'customernr',
  'debitornr',
  'debitornummer',
]
