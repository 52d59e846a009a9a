import { in4 } from '@profilkort/domain/locales/locale'
import { noLinks } from '@profilkort/domain/profiles/profile'
import type { DemoProfile } from './demo-profile.ts'
import { cloud, industry, list, revenue, size, text } from './traits.ts'

/** The firms that buy most often and stay longest. */
export const accountants: DemoProfile = {
  slug: 'regnskapsforere-i-vekst',
  kind: 'idealCustomerProfile',
  template: 'icpScorecard',
  state: 'published',
  links: {
    ...noLinks,
    products: ['kvistregnskap', 'vikinnsikt'],
    personas: ['ingunn-daglig-leder', 'farid-oppdragsansvarlig'],
    contrasts: ['sesongsteder'],
    scorecard: 'ideal-customer',
  },
  content: {
    name: in4(
      'Regnskapsførere i vekst',
      'Redovisningsbyråer som växer',
      'Bogholdere i vækst',
      'Growing accounting firms',
    ),
    summary: in4(
      'Regnskapskontorer med 20–100 ansatte som tar inn nye kunder hver måned, og som har sluttet å tro at de kan ansette seg ut av papirarbeidet.',
      'Redovisningsbyråer med 20–100 anställda som får nya kunder varje månad och som har slutat tro att de kan anställa sig ur pappersarbetet.',
      'Regnskabskontorer med 20–100 ansatte, der får nye kunder hver måned, og som er holdt op med at tro, at de kan ansætte sig ud af papirarbejdet.',
      'Accounting firms of 20–100 people who take on new clients every month and no longer believe they can hire their way out of the paperwork.',
    ),
    quote: in4(
      '«Vi vil bruke tiden på rådgivning, ikke på å taste bilag.»',
      '”Vi vill lägga tiden på rådgivning, inte på att knappa in verifikationer.”',
      '»Vi vil bruge tiden på rådgivning, ikke på at taste bilag.«',
      '“We want to spend our time on advice, not on typing vouchers.”',
    ),
    picture: null,
    fields: {
      location: text(
        'Norske og svenske byer, ofte med ett kontor til i distriktet.',
        'Norska och svenska städer, ofta med ytterligare ett kontor på landsbygden.',
        'Norske og svenske byer, ofte med endnu et kontor på landet.',
        'Norwegian and Swedish towns, often with a second office in the country.',
      ),
      finances: text(
        '20–150 millioner i omsetning, vokser 8–15 prosent i året.',
        '20–150 miljoner i omsättning, växer 8–15 procent om året.',
        '20–150 millioner i omsætning, vokser 8–15 procent om året.',
        'NOK 20–150 million in revenue, growing 8–15 per cent a year.',
      ),
      customers: text(
        'Håndverkere, butikker og små aksjeselskaper.',
        'Hantverkare, butiker och små aktiebolag.',
        'Håndværkere, butikker og små selskaber.',
        'Tradespeople, shops and small limited companies.',
      ),
      structure: text(
        'Eid av to til fem partnere; ett lag for hver gruppe kunder, og lønn for seg.',
        'Ägs av två till fem delägare; ett team per kundgrupp, och lönerna för sig.',
        'Ejet af to til fem partnere; ét hold pr. kundegruppe og løn for sig.',
        'Owned by two to five partners; a team for each group of clients, and payroll apart.',
      ),
      systems: list(
        ['Regnskap i skyen', 'Lønnssystem', 'Regneark for alt det andre'],
        ['Redovisning i molnet', 'Lönesystem', 'Kalkylark för allt annat'],
        ['Regnskab i skyen', 'Lønsystem', 'Regneark til alt det andet'],
        ['Cloud accounting', 'Payroll', 'Spreadsheets for everything else'],
      ),
      decisionMaker: text(
        'Daglig leder bestemmer; den som leder oppdragene, må være med på det.',
        'VD bestämmer; den som leder uppdragen måste vara med på det.',
        'Direktøren beslutter; den, der leder opgaverne, skal være med på den.',
        'The managing director decides; whoever runs the engagements has to agree.',
      ),
      culture: text(
        'Faglig stolte, forsiktige med løfter, lojale når noe virker.',
        'Yrkesstolta, försiktiga med löften, lojala när något fungerar.',
        'Fagligt stolte, forsigtige med løfter, loyale når noget virker.',
        'Proud of their craft, careful with promises, loyal once something works.',
      ),
      budget: text(
        'Legges i oktober. Under 100 000 kan daglig leder bestemme alene.',
        'Läggs i oktober. Under 100 000 kan VD bestämma ensam.',
        'Lægges i oktober. Under 100.000 kan direktøren beslutte alene.',
        'Set in October. Below NOK 100,000 the managing director decides alone.',
      ),
      timing: text(
        'Etter sommeren, når de har fått pusten igjen etter fristene.',
        'Efter sommaren, när de har hämtat andan efter alla tidsfrister.',
        'Efter sommeren, når de har fået pusten igen efter fristerne.',
        'After the summer, once they have caught their breath after the deadlines.',
      ),
      challenges: list(
        [
          'Travle måneder foran fristene',
          'Vanskelig å få tak i regnskapsførere',
          'Kunder som leverer bilag i siste liten',
        ],
        [
          'Hektiska månader före tidsfristerna',
          'Svårt att få tag på redovisningskonsulter',
          'Kunder som lämnar underlag i sista stund',
        ],
        [
          'Travle måneder før fristerne',
          'Svært at finde bogholdere',
          'Kunder, der afleverer bilag i sidste øjeblik',
        ],
        [
          'Hectic months before the deadlines',
          'Accountants are hard to find',
          'Clients who hand in vouchers at the last minute',
        ],
      ),
      solutions: list(
        ['Bilag som bokfører seg selv', 'Oppgaver fordelt etter kapasitet', 'Påminnelser kunden forstår'],
        [
          'Underlag som bokför sig själva',
          'Uppgifter fördelade efter kapacitet',
          'Påminnelser som kunden förstår',
        ],
        ['Bilag, der bogfører sig selv', 'Opgaver fordelt efter kapacitet', 'Påmindelser, kunden forstår'],
        ['Vouchers that post themselves', 'Work shared out by capacity', 'Reminders the client understands'],
      ),
      warningSigns: list(
        ['Spør om rabatt før de har sett løsningen'],
        ['Frågar om rabatt innan de sett lösningen'],
        ['Spørger om rabat, før de har set løsningen'],
        ['Asks for a discount before seeing the product'],
      ),
    },
    traits: [
      industry(in4('Regnskap', 'Redovisning', 'Regnskab', 'Accounting'), ['accounting']),
      size,
      revenue,
      cloud,
    ],
    visibility: { revenue: 'public' },
  },
}
