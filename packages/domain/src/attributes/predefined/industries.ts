import { optionTable } from '../option-table.ts'

/** Trades as people and CRM systems name them. */
export const industries = optionTable(`
  accounting    | Regnskap           | Redovisning        | Regnskab           | Accounting
  agriculture   | Landbruk           | Lantbruk           | Landbrug           | Agriculture
  construction  | Bygg og anlegg     | Bygg och anläggning | Byggeri og anlæg  | Construction
  education     | Utdanning          | Utbildning         | Uddannelse         | Education
  employment    | Bemanning          | Bemanning          | Bemanding          | Employment
  energy        | Energi             | Energi             | Energi             | Energy
  entertainment | Underholdning      | Underhållning      | Underholdning      | Entertainment
  finance       | Finans             | Finans             | Finans             | Finance
  healthcare    | Helse              | Hälso- och sjukvård | Sundhed           | Healthcare
  hospitality   | Overnatting og servering | Hotell och restaurang | Hotel og restauration | Hospitality
  logistics     | Transport og logistikk | Transport och logistik | Transport og logistik | Logistics
  manufacturing | Industri           | Tillverkning       | Industri           | Manufacturing
  marketing     | Markedsføring      | Marknadsföring     | Markedsføring      | Marketing
  medical       | Medisin            | Medicin            | Medicin            | Medical
  publicSector  | Offentlig sektor   | Offentlig sektor   | Offentlig sektor   | Public sector
  retail        | Varehandel         | Detaljhandel       | Detailhandel       | Retail
  services      | Tjenester          | Tjänster           | Tjenesteydelser    | Services
  software      | Programvare        | Programvara        | Software           | Software
  technology    | Teknologi          | Teknik             | Teknologi          | Technology
  telecommunications | Telekommunikasjon | Telekommunikation | Telekommunikation | Telecommunications
`)

/**
 * The sections of NACE Rev. 2 by Eurostat (Regulation (EC) 1893/2006), as SN2007 of Statistics Norway, SNI 2007 of
 * Statistics Sweden and DB07 of Statistics Denmark have them.
 */
export const naceSections = optionTable(`
  A | Jordbruk, skogbruk og fiske | Jordbruk, skogsbruk och fiske | Landbrug, skovbrug og fiskeri | Agriculture, forestry and fishing
  B | Bergverksdrift og utvinning | Utvinning av mineral | Råstofindvinding | Mining and quarrying
  C | Industri | Tillverkning | Fremstillingsvirksomhed | Manufacturing
  D | Elektrisitets-, gass-, damp- og varmtvannsforsyning | Försörjning av el, gas, värme och kyla | El-, gas- og fjernvarmeforsyning | Electricity, gas, steam and air conditioning supply
  E | Vannforsyning, avløps- og renovasjonsvirksomhet | Vattenförsörjning, avloppsrening, avfallshantering och sanering | Vandforsyning, kloakvæsen og affaldshåndtering | Water supply, sewerage and waste management
  F | Bygge- og anleggsvirksomhet | Byggverksamhet | Bygge- og anlægsvirksomhed | Construction
  G | Varehandel, reparasjon av motorvogner | Handel, reparation av motorfordon | Engroshandel og detailhandel, reparation af motorkøretøjer | Wholesale and retail trade, repair of motor vehicles
  H | Transport og lagring | Transport och magasinering | Transport og godshåndtering | Transportation and storage
  I | Overnattings- og serveringsvirksomhet | Hotell- och restaurangverksamhet | Overnatningsfaciliteter og restaurationsvirksomhed | Accommodation and food service
  J | Informasjon og kommunikasjon | Informations- och kommunikationsverksamhet | Information og kommunikation | Information and communication
  K | Finansierings- og forsikringsvirksomhet | Finans- och försäkringsverksamhet | Pengeinstitut- og finansvirksomhed, forsikring | Financial and insurance activities
  L | Omsetning og drift av fast eiendom | Fastighetsverksamhet | Fast ejendom | Real estate activities
  M | Faglig, vitenskapelig og teknisk tjenesteyting | Verksamhet inom juridik, ekonomi, vetenskap och teknik | Liberale, videnskabelige og tekniske tjenesteydelser | Professional, scientific and technical activities
  N | Forretningsmessig tjenesteyting | Uthyrning, fastighetsservice, resetjänster och andra stödtjänster | Administrative tjenesteydelser og hjælpetjenester | Administrative and support services
  O | Offentlig administrasjon og forsvar | Offentlig förvaltning och försvar | Offentlig forvaltning og forsvar | Public administration and defence
  P | Undervisning | Utbildning | Undervisning | Education
  Q | Helse- og sosialtjenester | Vård och omsorg, sociala tjänster | Sundhedsvæsen og sociale foranstaltninger | Human health and social work
  R | Kulturell virksomhet, underholdning og fritid | Kultur, nöje och fritid | Kultur, forlystelser og sport | Arts, entertainment and recreation
  S | Annen tjenesteyting | Annan serviceverksamhet | Andre serviceydelser | Other service activities
  T | Lønnet arbeid i private husholdninger | Förvärvsarbete i hushåll | Private husholdninger med ansat medhjælp | Activities of households as employers
  U | Internasjonale organisasjoner | Verksamhet vid internationella organisationer | Ekstraterritoriale organisationer og organer | Extraterritorial organisations
`)
