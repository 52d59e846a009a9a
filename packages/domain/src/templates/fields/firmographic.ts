import { in4 } from '../../locales/locale.ts'
import { field } from './field.ts'

/** What can be looked up about a company before anybody has called it. */
export const industry = field(
  'industry',
  in4('Bransje', 'Bransch', 'Branche', 'Industry'),
  in4(
    'Bransjene dere selger best til. Regelen finner dem blant kundene deres.',
    'Branscherna ni säljer bäst till. Regeln hittar dem bland era kunder.',
    'De brancher, I sælger bedst til. Reglen finder dem blandt jeres kunder.',
    'The industries you sell best to. The rule finds them among your customers.',
  ),
  { kind: 'trait', attribute: 'industry' },
)

export const employees = field(
  'employees',
  in4('Antall ansatte', 'Antal anställda', 'Antal ansatte', 'Number of employees'),
  in4(
    'Fra og til, for eksempel 20–100. Under er behovet for lite, over blir salget for tungt.',
    'Från och till, till exempel 20–100. Under är behovet för litet, över blir affären för tung.',
    'Fra og til, for eksempel 20–100. Under er behovet for lille, over bliver salget for tungt.',
    'From and to, such as 20–100. Below, the need is too small; above, the sale gets too heavy.',
  ),
  { kind: 'trait', attribute: 'employees' },
)

export const revenue = field(
  'revenue',
  in4('Omsetning', 'Omsättning', 'Omsætning', 'Annual revenue'),
  in4(
    'Hvor stor omsetningen må være for at de skal ha råd til det dere selger, og nytte av det.',
    'Hur stor omsättningen måste vara för att de ska ha råd med det ni säljer och nytta av det.',
    'Hvor stor omsætningen skal være, for at de har råd til det, I sælger, og gavn af det.',
    'How large the revenue has to be for them to afford what you sell and gain from it.',
  ),
  { kind: 'trait', attribute: 'annualRevenue', visibility: 'partner' },
)

export const country = field(
  'country',
  in4('Land', 'Land', 'Land', 'Country'),
  in4(
    'Landene dere kan levere og gi støtte i.',
    'Länderna ni kan leverera och ge support i.',
    'De lande, I kan levere og yde support i.',
    'The countries you can deliver to and support.',
  ),
  { kind: 'trait', attribute: 'country' },
)

export const location = field(
  'location',
  in4('Beliggenhet', 'Läge', 'Beliggenhed', 'Location'),
  in4(
    'Land, landsdel og om de holder til i by eller distrikt.',
    'Land, landsdel och om de finns i stad eller på landsbygd.',
    'Land, landsdel og om de holder til i by eller på landet.',
    'Country, region and whether they are urban or rural.',
  ),
  { kind: 'shortText' },
)

export const finances = field(
  'finances',
  in4('Økonomi', 'Ekonomi', 'Økonomi', 'Finances'),
  in4(
    'Omsetning, vekst og hvor mye de pleier å bruke på slikt vi selger.',
    'Omsättning, tillväxt och hur mycket de brukar lägga på det vi säljer.',
    'Omsætning, vækst og hvor meget de plejer at bruge på det, vi sælger.',
    'Revenue, growth and what they usually spend on what we sell.',
  ),
  { kind: 'shortText', visibility: 'partner' },
)

export const structure = field(
  'structure',
  in4('Oppbygning', 'Struktur', 'Opbygning', 'Structure'),
  in4(
    'Eierskap, avdelinger og hvem som rapporterer til hvem. Er de selvstendige eller del av et konsern?',
    'Ägande, avdelningar och vem som rapporterar till vem. Är de självständiga eller del av en koncern?',
    'Ejerskab, afdelinger og hvem der refererer til hvem. Er de selvstændige eller en del af en koncern?',
    'Ownership, departments and who reports to whom. Are they independent or part of a group?',
  ),
  { kind: 'longText' },
)

export const branches = field(
  'branches',
  in4('Avdelinger', 'Filialer', 'Afdelinger', 'Branches'),
  in4(
    'Hvor mange steder en typisk kunde holder til. Skriv ett tall; det kan stå mer under oppbygning.',
    'På hur många platser en typisk kund finns. Skriv ett tal; mer kan stå under struktur.',
    'Hvor mange steder en typisk kunde holder til. Skriv ét tal; der kan stå mere under opbygning.',
    'In how many places a typical customer is found. Write one number; structure has room for more.',
  ),
  { kind: 'number', unit: in4('avdelinger', 'filialer', 'afdelinger', 'branches') },
)

export const yearsInBusiness = field(
  'yearsInBusiness',
  in4('Alder på bedriften', 'Företagets ålder', 'Virksomhedens alder', 'Years in business'),
  in4(
    'Hvor lenge en typisk kunde har drevet. Nystartede og veletablerte kjøper på hver sin måte.',
    'Hur länge en typisk kund har funnits. Nystartade och väletablerade köper på olika sätt.',
    'Hvor længe en typisk kunde har eksisteret. Nystartede og veletablerede køber på hver sin måde.',
    'How long a typical customer has been running. The new and the settled buy in different ways.',
  ),
  { kind: 'number', unit: 'year' },
)

export const customers = field(
  'customers',
  in4('Kundene deres', 'Deras kunder', 'Deres kunder', 'Their customers'),
  in4(
    'Hvem de lever av å hjelpe.',
    'Vilka de lever på att hjälpa.',
    'Hvem de lever af at hjælpe.',
    'Whom they make a living from helping.',
  ),
  { kind: 'shortText' },
)

export const systems = field(
  'systems',
  in4('Systemer i bruk', 'System i bruk', 'Systemer i brug', 'Systems in use'),
  in4(
    'Det de har i dag, og som vi må virke sammen med eller erstatte.',
    'Det de har i dag och som vi måste fungera ihop med eller ersätta.',
    'Det, de har i dag, og som vi skal spille sammen med eller erstatte.',
    'What they have today that we must work with or replace.',
  ),
  { kind: 'list' },
)

export const commonTraits = field(
  'commonTraits',
  in4('Felles kjennetegn', 'Gemensamma kännetecken', 'Fælles kendetegn', 'Common traits'),
  in4(
    'Det de beste kundene deres har til felles, og som ikke står i noe register: en ny leder, en vekstplan, en bestemt holdning.',
    'Det era bästa kunder har gemensamt och som inte står i något register: en ny chef, en tillväxtplan, en viss inställning.',
    'Det, jeres bedste kunder har til fælles, og som ikke står i noget register: en ny leder, en vækstplan, en bestemt holdning.',
    'What your best customers share that no register tells: a new manager, a plan to grow, a certain attitude.',
  ),
  { kind: 'list' },
)
