import { in4 } from '../../locales/locale.ts'
import { optionTable } from '../option-table.ts'
import { inCategory } from './define.ts'

/** Gross income a year in thousands of the country's kroner or kronor. */
const incomeBrackets = optionTable(`
  0-199     | Under 200 000 kr     | Under 200 000 kr       | Under 200.000 kr.      | Under 200,000 kr
  200-349   | 200 000–349 999 kr   | 200 000–349 999 kr     | 200.000–349.999 kr.    | 200,000–349,999 kr
  350-499   | 350 000–499 999 kr   | 350 000–499 999 kr     | 350.000–499.999 kr.    | 350,000–499,999 kr
  500-649   | 500 000–649 999 kr   | 500 000–649 999 kr     | 500.000–649.999 kr.    | 500,000–649,999 kr
  650-799   | 650 000–799 999 kr   | 650 000–799 999 kr     | 650.000–799.999 kr.    | 650,000–799,999 kr
  800-999   | 800 000–999 999 kr   | 800 000–999 999 kr     | 800.000–999.999 kr.    | 800,000–999,999 kr
  1000-1499 | 1 000 000–1 499 999 kr | 1 000 000–1 499 999 kr | 1.000.000–1.499.999 kr. | 1,000,000–1,499,999 kr
  1500+     | 1 500 000 kr og mer  | 1 500 000 kr och mer   | 1.500.000 kr. og mere  | 1,500,000 kr and more
`)

/** The levels of UNESCO's ISCED 2011, as Eurostat names them. */
const educationLevels = optionTable(`
  isced0 | Under grunnskole       | Förskola                 | Førskole               | Less than primary
  isced1 | Barneskole             | Grundskola, årskurs 1–6  | Grundskole, 0.–6. klasse | Primary
  isced2 | Ungdomsskole           | Grundskola, årskurs 7–9  | Grundskole, 7.–10. klasse | Lower secondary
  isced3 | Videregående skole     | Gymnasieskola            | Gymnasial eller erhvervsfaglig uddannelse | Upper secondary
  isced4 | Påbygging etter videregående | Eftergymnasial utbildning, ej högskola | Adgangskursus | Post-secondary non-tertiary
  isced5 | Fagskole               | Yrkeshögskola            | Kort videregående uddannelse | Short-cycle tertiary
  isced6 | Bachelorgrad           | Kandidatexamen           | Bachelor eller professionsbachelor | Bachelor's or equivalent
  isced7 | Mastergrad             | Master- eller magisterexamen | Kandidat           | Master's or equivalent
  isced8 | Doktorgrad             | Doktorsexamen            | Ph.d.                  | Doctoral or equivalent
`)

/** The major groups of the ILO's ISCO-08, as the Nordic standards (STYRK-08, SSYK, DISCO-08) have them. */
const occupations = optionTable(`
  isco1 | Ledere                 | Chefer                   | Ledere                 | Managers
  isco2 | Akademiske yrker       | Yrken med krav på fördjupad högskolekompetens | Arbejde på højeste kvalifikationsniveau | Professionals
  isco3 | Høyskoleyrker          | Yrken med krav på högskolekompetens | Arbejde på mellemniveau | Technicians and associate professionals
  isco4 | Kontoryrker            | Administration och kundtjänst | Kontor- og kundeservicearbejde | Clerical support workers
  isco5 | Salgs- og serviceyrker | Service, omsorg och försäljning | Service- og salgsarbejde | Service and sales workers
  isco6 | Bønder og fiskere      | Lantbruk, trädgård, skogsbruk och fiske | Landbrug, skovbrug og fiskeri | Agricultural, forestry and fishery workers
  isco7 | Håndverkere            | Byggverksamhet och tillverkning | Håndværkspræget arbejde | Craft and related trades workers
  isco8 | Prosess- og maskinoperatører, transportarbeidere | Maskinell tillverkning och transport | Operatør-, montage- og transportarbejde | Plant and machine operators and drivers
  isco9 | Renholdere og hjelpearbeidere | Yrken med krav på kortare utbildning | Andet manuelt arbejde | Elementary occupations
  isco0 | Militære yrker         | Militära yrken           | Militært arbejde       | Armed forces occupations
`)

const employmentStatuses = optionTable(`
  fullTime     | Ansatt på heltid   | Anställd på heltid     | Ansat på fuld tid    | Employed full-time
  partTime     | Ansatt på deltid   | Anställd på deltid     | Ansat på deltid      | Employed part-time
  selfEmployed | Selvstendig        | Egenföretagare         | Selvstændig          | Self-employed
  unemployed   | Arbeidsledig       | Arbetslös              | Ledig                | Unemployed
  student      | Under utdanning    | Studerande             | Under uddannelse     | In education
  parentalLeave | I foreldrepermisjon | Föräldraledig        | På barsel            | On parental leave
  home         | Hjemmeværende      | Hemarbetande           | Hjemmegående         | At home
  unableToWork | Ufør               | Sjuk- eller aktivitetsersättning | Førtidspensionist | Unable to work
  retired      | Pensjonist         | Pensionär              | Pensionist           | Retired
`)

const housings = optionTable(`
  ownedHouse     | Eier enebolig       | Äger villa            | Ejer parcelhus       | Owns a detached house
  ownedTerrace   | Eier rekkehus       | Äger radhus           | Ejer rækkehus        | Owns a terraced house
  ownedApartment | Eier leilighet      | Äger ägarlägenhet     | Ejer ejerlejlighet   | Owns an apartment
  cooperative    | Borettslag          | Bostadsrätt           | Andelsbolig          | Housing cooperative
  rented         | Leier               | Hyresrätt             | Lejer                | Rents
  student        | Studentbolig        | Studentbostad         | Studiebolig          | Student housing
  farm           | Gård                | Gård                  | Landejendom          | Farm
  withFamily     | Bor hos familie     | Bor hos familj        | Bor hos familie      | Lives with family
  care           | Omsorgsbolig        | Särskilt boende       | Plejebolig           | Care home
`)

const socialClasses = optionTable(`
  upper       | Overklasse          | Överklass          | Overklasse            | Upper class
  upperMiddle | Øvre middelklasse   | Övre medelklass    | Højere middelklasse   | Upper middle class
  middle      | Middelklasse        | Medelklass         | Middelklasse          | Middle class
  working     | Arbeiderklasse      | Arbetarklass       | Arbejderklasse        | Working class
  lower       | Utenfor arbeidslivet | Utanför arbetslivet | Underklasse          | Outside working life
`)

export const socioeconomic = inCategory('socioeconomic', 'person', [
  { key: 'income', type: 'money', label: in4('Årsinntekt', 'Årsinkomst', 'Årsindkomst', 'Annual income') },
  {
    key: 'incomeBracket',
    type: 'choice',
    label: in4('Inntektsgruppe', 'Inkomstgrupp', 'Indkomstgruppe', 'Income bracket'),
    options: incomeBrackets,
  },
  {
    key: 'educationLevel',
    type: 'choice',
    label: in4('Utdanningsnivå', 'Utbildningsnivå', 'Uddannelsesniveau', 'Education level'),
    options: educationLevels,
  },
  {
    key: 'occupation',
    type: 'choice',
    label: in4('Yrke', 'Yrke', 'Beskæftigelse', 'Occupation'),
    options: occupations,
  },
  {
    key: 'employmentStatus',
    type: 'choice',
    label: in4('Arbeidssituasjon', 'Sysselsättning', 'Arbejdssituation', 'Employment status'),
    options: employmentStatuses,
  },
  {
    key: 'householdSize',
    type: 'number',
    label: in4('Husstandens størrelse', 'Hushållets storlek', 'Husstandens størrelse', 'Household size'),
    unit: in4('personer', 'personer', 'personer', 'people'),
  },
  { key: 'housing', type: 'choice', label: in4('Bolig', 'Bostad', 'Bolig', 'Housing'), options: housings },
  {
    key: 'socialClass',
    type: 'choice',
    label: in4('Sosial klasse', 'Samhällsklass', 'Social klasse', 'Social class'),
    options: socialClasses,
  },
])
