import { in4 } from '../../locales/locale.ts'
import { field, option } from './field.ts'

/** How a company decides to buy. */
export const decisionMaker = field(
  'decisionMaker',
  in4('Beslutningstaker', 'Beslutsfattare', 'Beslutningstager', 'Decision maker'),
  in4(
    'Rolle og tittel på den som bestemmer, og hvem som påvirker.',
    'Roll och titel på den som bestämmer, och vilka som påverkar.',
    'Rolle og titel på den, der beslutter, og hvem der har indflydelse.',
    'Role and title of who decides, and who influences.',
  ),
  { kind: 'shortText' },
)

export const decisionMakerRole = field(
  'decisionMakerRole',
  in4('Rollen som bestemmer', 'Rollen som bestämmer', 'Rollen, der beslutter', 'The role that decides'),
  in4(
    'Rollene som pleier å si ja hos de beste kundene. Regelen viser hvor dere allerede kjenner dem.',
    'De roller som brukar säga ja hos de bästa kunderna. Regeln visar var ni redan känner dem.',
    'De roller, der plejer at sige ja hos de bedste kunder. Reglen viser, hvor I allerede kender dem.',
    'The roles that tend to say yes at the best customers. The rule shows where you already know them.',
  ),
  { kind: 'trait', attribute: 'decisionMakerRole' },
)

export const culture = field(
  'culture',
  in4('Kultur', 'Kultur', 'Kultur', 'Culture'),
  in4(
    'Hva de setter høyt, og hvordan de arbeider sammen.',
    'Vad de värderar högt och hur de arbetar tillsammans.',
    'Hvad de sætter højt, og hvordan de arbejder sammen.',
    'What they value and how they work together.',
  ),
  { kind: 'longText' },
)

export const budget = field(
  'budget',
  in4('Budsjett', 'Budget', 'Budget', 'Budget'),
  in4(
    'Når budsjettet legges, og hvem som eier det.',
    'När budgeten läggs och vem som äger den.',
    'Hvornår budgettet lægges, og hvem der ejer det.',
    'When the budget is set and who owns it.',
  ),
  { kind: 'shortText', visibility: 'internal' },
)

export const timing = field(
  'timing',
  in4('Når de kjøper', 'När de köper', 'Hvornår de køber', 'When they buy'),
  in4(
    'Det som setter i gang et kjøp: en frist, en sesong, en ny leder, en kontrakt som går ut.',
    'Det som sätter igång ett köp: en tidsfrist, en säsong, en ny chef, ett avtal som löper ut.',
    'Det, der sætter et køb i gang: en frist, en sæson, en ny leder, en kontrakt, der udløber.',
    'What sets off a purchase: a deadline, a season, a new manager, a contract running out.',
  ),
  { kind: 'shortText' },
)

export const salesCycle = field(
  'salesCycle',
  in4(
    'Fra første møte til avtale',
    'Från första möte till avtal',
    'Fra første møde til aftale',
    'From first meeting to deal',
  ),
  in4(
    'Hvor mange dager det pleier å ta. Se på de siste ti avtalene.',
    'Hur många dagar det brukar ta. Titta på de senaste tio affärerna.',
    'Hvor mange dage det plejer at tage. Se på de seneste ti aftaler.',
    'How many days it tends to take. Look at your last ten deals.',
  ),
  { kind: 'number', unit: in4('dager', 'dagar', 'dage', 'days'), visibility: 'internal' },
)

export const contractValue = field(
  'contractValue',
  in4('Verdi på et år', 'Värde på ett år', 'Værdi på et år', 'Value in a year'),
  in4(
    'Det en slik kunde vanligvis betaler dere i året.',
    'Det en sådan kund brukar betala er per år.',
    'Det, sådan en kunde plejer at betale jer om året.',
    'What such a customer usually pays you in a year.',
  ),
  { kind: 'money', visibility: 'internal' },
)

export const buyingStyle = field(
  'buyingStyle',
  in4('Slik kjøper de', 'Så köper de', 'Sådan køber de', 'How they buy'),
  in4(
    'Velg det som passer; flere kan stemme.',
    'Välj det som passar; flera kan stämma.',
    'Vælg det, der passer; flere kan være rigtige.',
    'Choose what fits; several may be true.',
  ),
  {
    kind: 'choice',
    many: true,
    options: [
      option(
        'alone',
        'Én bestemmer alene',
        'En bestämmer ensam',
        'Én beslutter alene',
        'One person decides alone',
      ),
      option(
        'group',
        'Flere må være enige',
        'Flera måste vara överens',
        'Flere skal være enige',
        'Several have to agree',
      ),
      option('trial', 'Vil prøve først', 'Vill prova först', 'Vil prøve først', 'Wants to try it first'),
      option('tender', 'Henter inn anbud', 'Begär in anbud', 'Indhenter tilbud', 'Asks for tenders'),
      option(
        'reseller',
        'Går gjennom forhandler',
        'Går via återförsäljare',
        'Går gennem forhandler',
        'Goes through a reseller',
      ),
    ],
  },
)
