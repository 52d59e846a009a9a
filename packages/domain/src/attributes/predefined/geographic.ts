import { in4 } from '../../locales/locale.ts'
import { optionTable } from '../option-table.ts'
import { inCategory } from './define.ts'

/** Eurostat's degree of urbanisation (DEGURBA), level 1. */
const settlements = optionTable(`
  city  | By           | Stad              | By            | City
  town  | Tettsted eller forstad | Tätort eller förort | Mindre by eller forstad | Town or suburb
  rural | Spredtbygd   | Landsbygd         | Landdistrikt  | Rural area
`)

/** After the Köppen–Geiger classification, those that have more than few people. */
const climates = optionTable(`
  oceanic       | Kyst, mild (Cfb)       | Kust, mild (Cfb)       | Kyst, mild (Cfb)      | Oceanic (Cfb)
  subpolarOceanic | Kyst, kjølig (Cfc)   | Kust, sval (Cfc)       | Kyst, kølig (Cfc)     | Subpolar oceanic (Cfc)
  continental   | Innland (Dfb)          | Inland (Dfb)           | Indland (Dfb)         | Humid continental (Dfb)
  subarctic     | Subarktisk (Dfc)       | Subarktiskt (Dfc)      | Subarktisk (Dfc)      | Subarctic (Dfc)
  tundra        | Fjell og tundra (ET)   | Fjäll och tundra (ET)  | Fjeld og tundra (ET)  | Tundra (ET)
  mediterranean | Middelhavsklima (Csa, Csb) | Medelhavsklimat (Csa, Csb) | Middelhavsklima (Csa, Csb) | Mediterranean (Csa, Csb)
  subtropical   | Fuktig subtropisk (Cfa) | Fuktigt subtropiskt (Cfa) | Fugtigt subtropisk (Cfa) | Humid subtropical (Cfa)
  arid          | Tørt (B)               | Torrt (B)              | Tørt (B)              | Dry (B)
  tropical      | Tropisk (A)            | Tropiskt (A)           | Tropisk (A)           | Tropical (A)
`)

const taxSituations = optionTable(`
  resident     | Fullt skattepliktig     | Obegränsat skattskyldig  | Fuldt skattepligtig    | Tax resident
  nonResident  | Begrenset skattepliktig | Begränsat skattskyldig   | Begrænset skattepligtig | Limited tax liability
  vatRegistered | Mva-registrert         | Momsregistrerad          | Momsregistreret        | VAT-registered
  vatExempt    | Unntatt fra mva         | Momsbefriad              | Momsfritaget           | Exempt from VAT
  taxExempt    | Skattefri               | Skattebefriad            | Skattefritaget         | Exempt from tax
  supportZone  | I tiltakssone           | I stödområde             | I støtteområde         | In a tax support zone
`)

/** Where a company or person is. Countries are ISO codes, named by Intl. */
export const geographic = inCategory('geographic', 'either', [
  { key: 'country', type: 'choice', label: in4('Land', 'Land', 'Land', 'Country'), list: 'countries' },
  { key: 'region', type: 'choice', label: in4('Fylke', 'Län', 'Region', 'Region'), list: 'regions' },
  {
    key: 'municipality',
    type: 'choice',
    label: in4('Kommune', 'Kommun', 'Kommune', 'Municipality'),
    list: 'municipalities',
  },
  { key: 'postalCode', type: 'text', label: in4('Postnummer', 'Postnummer', 'Postnummer', 'Postal code') },
  { key: 'city', type: 'text', label: in4('Poststed', 'Ort', 'By', 'City') },
  { key: 'address', type: 'text', label: in4('Adresse', 'Adress', 'Adresse', 'Address') },
  {
    key: 'settlement',
    type: 'choice',
    label: in4('By eller land', 'Stad eller land', 'By eller land', 'Urban or rural'),
    options: settlements,
  },
  { key: 'climate', type: 'choice', label: in4('Klima', 'Klimat', 'Klima', 'Climate'), options: climates },
  {
    key: 'taxSituation',
    type: 'choices',
    label: in4('Skattesituasjon', 'Skattesituation', 'Skattesituation', 'Tax situation'),
    options: taxSituations,
  },
])
