import { in4 } from '../../locales/locale.ts'
import { field, option } from './field.ts'

/** Who a person is, as a form or a register would tell it. */
export const demographics = field(
  'demographics',
  in4('Hvem de er', 'Vilka de är', 'Hvem de er', 'Who they are'),
  in4(
    'For mennesker alder, kjønn, bosted og familie; for bedrifter bransje, størrelse og sted. To–tre setninger er nok.',
    'För människor ålder, kön, bostadsort och familj; för företag bransch, storlek och plats. Två–tre meningar räcker.',
    'For mennesker alder, køn, bopæl og familie; for virksomheder branche, størrelse og sted. To–tre sætninger er nok.',
    'For people age, gender, home and family; for companies industry, size and place. Two or three sentences are enough.',
  ),
  { kind: 'longText' },
)

export const home = field(
  'location',
  in4('Bosted', 'Bostadsort', 'Bopæl', 'Location'),
  in4(
    'Land og landsdel, by eller land, og hvordan de bor.',
    'Land och landsdel, stad eller landsbygd, och hur de bor.',
    'Land og landsdel, by eller land, og hvordan de bor.',
    'Country and region, city or countryside, and how they live.',
  ),
  { kind: 'shortText' },
)

export const age = field(
  'age',
  in4('Alder', 'Ålder', 'Alder', 'Age'),
  in4(
    'Aldersgruppene dere faktisk selger til, ikke dem dere håper på.',
    'De åldersgrupper ni faktiskt säljer till, inte dem ni hoppas på.',
    'De aldersgrupper, I faktisk sælger til, ikke dem, I håber på.',
    'The age groups you do sell to, not those you hope for.',
  ),
  {
    kind: 'choice',
    many: true,
    options: [
      option('under18', 'Under 18 år', 'Under 18 år', 'Under 18 år', 'Under 18'),
      option('from18', '18–24 år', '18–24 år', '18–24 år', '18–24'),
      option('from25', '25–34 år', '25–34 år', '25–34 år', '25–34'),
      option('from35', '35–44 år', '35–44 år', '35–44 år', '35–44'),
      option('from45', '45–54 år', '45–54 år', '45–54 år', '45–54'),
      option('from55', '55–64 år', '55–64 år', '55–64 år', '55–64'),
      option('from65', '65 år og eldre', '65 år och äldre', '65 år og ældre', '65 and over'),
    ],
  },
)

export const gender = field(
  'gender',
  in4('Kjønn', 'Kön', 'Køn', 'Gender'),
  in4(
    'La det stå tomt om det ikke sier noe om hvem som kjøper.',
    'Lämna tomt om det inte säger något om vem som köper.',
    'Lad det stå tomt, hvis det ikke siger noget om, hvem der køber.',
    'Leave it empty where it tells nothing about who buys.',
  ),
  {
    kind: 'choice',
    many: true,
    options: [
      option('women', 'Kvinner', 'Kvinnor', 'Kvinder', 'Women'),
      option('men', 'Menn', 'Män', 'Mænd', 'Men'),
      option('other', 'Andre', 'Andra', 'Andre', 'Others'),
    ],
  },
)

export const maritalStatus = field(
  'maritalStatus',
  in4('Sivilstatus', 'Civilstånd', 'Civilstand', 'Marital status'),
  in4(
    'Hvem de deler hverdag og økonomi med, der det har noe å si for kjøpet.',
    'Vilka de delar vardag och ekonomi med, där det spelar roll för köpet.',
    'Hvem de deler hverdag og økonomi med, hvor det betyder noget for købet.',
    'With whom they share everyday life and money, where it matters to the purchase.',
  ),
  {
    kind: 'choice',
    many: true,
    options: [
      option('single', 'Enslig', 'Ensamstående', 'Enlig', 'Single'),
      option('cohabiting', 'Samboer', 'Sambo', 'Samlevende', 'Living together'),
      option(
        'married',
        'Gift eller partner',
        'Gift eller partner',
        'Gift eller registreret partner',
        'Married or in a partnership',
      ),
      option(
        'separated',
        'Separert eller skilt',
        'Separerad eller skild',
        'Separeret eller skilt',
        'Separated or divorced',
      ),
      option('widowed', 'Enke eller enkemann', 'Änka eller änkling', 'Enke eller enkemand', 'Widowed'),
    ],
  },
)

export const household = field(
  'household',
  in4('Personer i husholdningen', 'Personer i hushållet', 'Personer i husstanden', 'People in the household'),
  in4(
    'Et vanlig tall, barn medregnet.',
    'Ett vanligt antal, barn inräknade.',
    'Et almindeligt antal, børn medregnet.',
    'A usual number, children included.',
  ),
  { kind: 'number', unit: in4('personer', 'personer', 'personer', 'people') },
)

export const language = field(
  'language',
  in4('Språk', 'Språk', 'Sprog', 'Language'),
  in4(
    'Språket de helst leser og blir svart på.',
    'Språket de helst läser och får svar på.',
    'Det sprog, de helst læser og får svar på.',
    'The language they prefer to read and be answered in.',
  ),
  { kind: 'trait', attribute: 'language' },
)
