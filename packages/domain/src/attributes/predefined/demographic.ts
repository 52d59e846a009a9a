import { in4 } from '../../locales/locale.ts'
import { optionTable } from '../option-table.ts'
import { inCategory } from './define.ts'

const ageBands = optionTable(`
  0-17  | Under 18 år | Under 18 år | Under 18 år | Under 18
  18-24 | 18–24 år    | 18–24 år    | 18–24 år    | 18–24
  25-34 | 25–34 år    | 25–34 år    | 25–34 år    | 25–34
  35-44 | 35–44 år    | 35–44 år    | 35–44 år    | 35–44
  45-54 | 45–54 år    | 45–54 år    | 45–54 år    | 45–54
  55-64 | 55–64 år    | 55–64 år    | 55–64 år    | 55–64
  65-74 | 65–74 år    | 65–74 år    | 65–74 år    | 65–74
  75+   | 75 år og eldre | 75 år och äldre | 75 år og ældre | 75 and over
`)

const genders = optionTable(`
  woman       | Kvinne            | Kvinna           | Kvinde             | Woman
  man         | Mann              | Man              | Mand               | Man
  nonBinary   | Ikke-binær        | Icke-binär       | Nonbinær           | Non-binary
  undisclosed | Vil ikke oppgi    | Vill inte uppge  | Vil ikke oplyse    | Rather not say
`)

/** After the civil statuses of Statistics Norway's classification 19, cohabitants told apart. */
const maritalStatuses = optionTable(`
  unmarried | Ugift               | Ogift                | Ugift               | Unmarried
  cohabiting | Samboer            | Sambo                | Samlevende          | Cohabiting
  married   | Gift                | Gift                 | Gift                | Married
  registeredPartner | Registrert partner | Registrerad partner | Registreret partner | Registered partner
  separated | Separert            | Separerad            | Separeret           | Separated
  divorced  | Skilt               | Skild                | Skilt               | Divorced
  widowed   | Enke eller enkemann | Änka eller änkling   | Enke eller enkemand | Widowed
`)

/** The Nordic majorities, indigenous people and national minorities, then parts of the world. */
const ethnicities = optionTable(`
  norwegian     | Norsk           | Norsk           | Norsk            | Norwegian
  swedish       | Svensk          | Svensk          | Svensk           | Swedish
  danish        | Dansk           | Dansk           | Dansk            | Danish
  finnish       | Finsk           | Finsk           | Finsk            | Finnish
  icelandic     | Islandsk        | Isländsk        | Islandsk         | Icelandic
  faroese       | Færøysk         | Färöisk         | Færøsk           | Faroese
  greenlandic   | Grønlandsk      | Grönländsk      | Grønlandsk       | Greenlandic
  sami          | Samisk          | Samisk          | Samisk           | Sámi
  kven          | Kvensk          | Kvänsk          | Kvensk           | Kven
  tornedalian   | Tornedaling     | Tornedaling     | Tornedaling      | Tornedalian
  jewish        | Jødisk          | Judisk          | Jødisk           | Jewish
  roma          | Rom             | Rom             | Roma             | Roma
  romani        | Romani/tater    | Resande         | Rejsende         | Romani/Traveller
  otherEuropean | Annen europeisk | Annan europeisk | Anden europæisk  | Other European
  african       | Afrikansk       | Afrikansk       | Afrikansk        | African
  middleEastern | Midtøsten       | Mellanöstern    | Mellemøstlig     | Middle Eastern
  southAsian    | Sørasiatisk     | Sydasiatisk     | Sydasiatisk      | South Asian
  eastAsian     | Østasiatisk     | Östasiatisk     | Østasiatisk      | East Asian
  latinAmerican | Latinamerikansk | Latinamerikansk | Latinamerikansk  | Latin American
  other         | Annet           | Annat           | Andet            | Other
`)

const sexualities = optionTable(`
  heterosexual | Heterofil      | Heterosexuell   | Heteroseksuel     | Heterosexual
  homosexual   | Homofil eller lesbisk | Homosexuell eller lesbisk | Homoseksuel eller lesbisk | Gay or lesbian
  bisexual     | Bifil          | Bisexuell       | Biseksuel         | Bisexual
  asexual      | Aseksuell      | Asexuell        | Aseksuel          | Asexual
  other        | Annet          | Annat           | Andet             | Other
  undisclosed  | Vil ikke oppgi | Vill inte uppge | Vil ikke oplyse   | Rather not say
`)

const healthConditions = optionTable(`
  none         | Ingen kjente      | Inga kända          | Ingen kendte      | None known
  allergy      | Allergi           | Allergi             | Allergi           | Allergy
  asthma       | Astma             | Astma               | Astma             | Asthma
  diabetes     | Diabetes          | Diabetes            | Diabetes          | Diabetes
  heartDisease | Hjertesykdom      | Hjärtsjukdom        | Hjertesygdom      | Heart disease
  chronicPain  | Kroniske smerter  | Kronisk smärta      | Kroniske smerter  | Chronic pain
  mental       | Psykisk lidelse   | Psykisk ohälsa      | Psykisk lidelse   | Mental condition
  mobility     | Nedsatt bevegelse | Rörelsehinder       | Bevægelseshandicap | Reduced mobility
  vision       | Nedsatt syn       | Synnedsättning      | Nedsat syn        | Impaired vision
  hearing      | Nedsatt hørsel    | Hörselnedsättning   | Nedsat hørelse    | Impaired hearing
  pregnancy    | Gravid            | Gravid              | Gravid            | Pregnant
  other        | Annet             | Annat               | Andet             | Other
`)

export const demographic = inCategory('demographic', 'person', [
  {
    key: 'age',
    type: 'number',
    label: in4('Alder', 'Ålder', 'Alder', 'Age'),
    unit: in4('år', 'år', 'år', 'years'),
  },
  {
    key: 'ageBand',
    type: 'choice',
    label: in4('Aldersgruppe', 'Åldersgrupp', 'Aldersgruppe', 'Age band'),
    options: ageBands,
  },
  { key: 'gender', type: 'choice', label: in4('Kjønn', 'Kön', 'Køn', 'Gender'), options: genders },
  {
    key: 'maritalStatus',
    type: 'choice',
    label: in4('Sivilstand', 'Civilstånd', 'Civilstand', 'Marital status'),
    options: maritalStatuses,
  },
  {
    key: 'nationality',
    type: 'choice',
    label: in4('Statsborgerskap', 'Medborgarskap', 'Statsborgerskab', 'Nationality'),
    list: 'countries',
  },
  { key: 'language', type: 'choice', label: in4('Språk', 'Språk', 'Sprog', 'Language'), list: 'languages' },
  {
    key: 'ethnicity',
    type: 'choices',
    label: in4('Etnisitet', 'Etnicitet', 'Etnicitet', 'Ethnicity'),
    options: ethnicities,
    sensitive: true,
  },
  {
    key: 'health',
    type: 'choices',
    label: in4('Helse', 'Hälsa', 'Helbred', 'Health'),
    options: healthConditions,
    sensitive: true,
  },
  {
    key: 'sexuality',
    type: 'choice',
    label: in4('Seksuell orientering', 'Sexuell läggning', 'Seksuel orientering', 'Sexual orientation'),
    options: sexualities,
    sensitive: true,
  },
])
