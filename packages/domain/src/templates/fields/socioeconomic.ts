import { in4 } from '../../locales/locale.ts'
import { field, option } from './field.ts'

/** What people live on and what they have learned. */
export const socioeconomics = field(
  'socioeconomics',
  in4('Kår og bakgrunn', 'Villkor och bakgrund', 'Vilkår og baggrund', 'Means and background'),
  in4(
    'Utdanning, arbeid, inntekt og bolig, og hva det betyr for hva de har råd til.',
    'Utbildning, arbete, inkomst och boende, och vad det betyder för vad de har råd med.',
    'Uddannelse, arbejde, indkomst og bolig, og hvad det betyder for, hvad de har råd til.',
    'Education, work, income and housing, and what that means for what they can afford.',
  ),
  { kind: 'longText' },
)

export const education = field(
  'education',
  in4('Utdanning', 'Utbildning', 'Uddannelse', 'Education'),
  in4(
    'Høyeste fullførte utdanning. Den sier noe om hvor mye dere trenger å forklare.',
    'Högsta avslutade utbildning. Den säger något om hur mycket ni behöver förklara.',
    'Højeste gennemførte uddannelse. Den siger noget om, hvor meget I behøver at forklare.',
    'The highest completed education. It tells how much you need to explain.',
  ),
  {
    kind: 'choice',
    many: true,
    options: [
      option('school', 'Grunnskole', 'Grundskola', 'Grundskole', 'Compulsory school'),
      option('secondary', 'Videregående', 'Gymnasium', 'Gymnasial uddannelse', 'Upper secondary school'),
      option(
        'vocational',
        'Fagbrev eller fagskole',
        'Yrkesutbildning',
        'Erhvervsuddannelse',
        'Vocational training',
      ),
      option(
        'bachelor',
        'Høyskole eller bachelor',
        'Högskola eller kandidatexamen',
        'Professionshøjskole eller bachelor',
        'College or bachelor’s degree',
      ),
      option(
        'master',
        'Master eller høyere',
        'Masterexamen eller högre',
        'Kandidatgrad eller højere',
        'Master’s degree or higher',
      ),
    ],
  },
)

export const position = field(
  'position',
  in4('Stilling', 'Befattning', 'Stilling', 'Position'),
  in4(
    'Yrke, rolle og tittel, og hvor lenge de har hatt den.',
    'Yrke, roll och titel, och hur länge de har haft den.',
    'Erhverv, rolle og titel, og hvor længe de har haft den.',
    'Occupation, role and title, and how long they have held it.',
  ),
  { kind: 'shortText' },
)

export const income = field(
  'income',
  in4('Inntekt', 'Inkomst', 'Indkomst', 'Income'),
  in4(
    'Det en typisk husholdning tjener i året før skatt.',
    'Det ett typiskt hushåll tjänar per år före skatt.',
    'Det, en typisk husstand tjener om året før skat.',
    'What a typical household earns in a year before tax.',
  ),
  { kind: 'money', visibility: 'partner' },
)
