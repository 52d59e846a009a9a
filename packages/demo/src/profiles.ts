import type { Translated } from '@profilkort/domain/locales/locale'
import type { FieldValue, ProfileContent, ProfileKind, Trait } from '@profilkort/domain/profiles/profile'
import type { Rule } from '@profilkort/domain/rules/rule'

const in4 = (nb: string, sv: string, da: string, en: string): Translated => ({ nb, sv, da, en })
const list = (
  nb: readonly string[],
  sv: readonly string[],
  da: readonly string[],
  en: readonly string[],
): FieldValue => ({ nb, sv, da, en })
const attribute = (key: string) => ({ kind: 'attribute', key }) as const

/** A profile of the demo workspace with the template it is written in. */
export interface DemoProfile {
  readonly slug: string
  readonly kind: ProfileKind
  readonly template: string
  readonly content: ProfileContent
}

const sizeRule: Rule = { kind: 'between', field: attribute('employees'), from: 20, to: 100 }
const cloudRule: Rule = { kind: 'oneOf', field: attribute('systemsInUse'), values: ['cloudAccounting'] }
const revenueRule: Rule = {
  kind: 'atLeast',
  field: attribute('annualRevenue'),
  value: { amount: 20_000_000, currency: 'NOK' },
}

const size: Trait = {
  key: 'employees',
  label: in4('Størrelse', 'Storlek', 'Størrelse', 'Size'),
  words: in4('20–100 ansatte', '20–100 anställda', '20–100 ansatte', '20–100 employees'),
  rule: sizeRule,
}
const cloud: Trait = {
  key: 'systems',
  label: in4('Systemer', 'System', 'Systemer', 'Systems'),
  words: in4(
    'Regnskap i skyen allerede',
    'Redovisning i molnet redan',
    'Regnskab i skyen allerede',
    'Cloud accounting already',
  ),
  rule: cloudRule,
}
const revenue: Trait = {
  key: 'revenue',
  label: in4('Omsetning', 'Omsättning', 'Omsætning', 'Revenue'),
  words: in4(
    'Over 20 millioner kroner',
    'Över 20 miljoner norska kronor',
    'Over 20 millioner norske kroner',
    'More than NOK 20 million',
  ),
  rule: revenueRule,
}
const industry = (words: Translated, values: readonly string[]): Trait => ({
  key: 'industry',
  label: in4('Bransje', 'Bransch', 'Branche', 'Industry'),
  words,
  rule: { kind: 'oneOf', field: attribute('industry'), values },
})

const accountants: DemoProfile = {
  slug: 'regnskapsforere-i-vekst',
  kind: 'idealCustomerProfile',
  template: 'icpScorecard',
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
    fields: {
      location: in4(
        'Norske og svenske byer, ofte med ett kontor til i distriktet.',
        'Norska och svenska städer, ofta med ytterligare ett kontor på landsbygden.',
        'Norske og svenske byer, ofte med endnu et kontor på landet.',
        'Norwegian and Swedish towns, often with a second office in the country.',
      ),
      finances: in4(
        '20–150 millioner i omsetning, vokser 8–15 prosent i året.',
        '20–150 miljoner i omsättning, växer 8–15 procent om året.',
        '20–150 millioner i omsætning, vokser 8–15 procent om året.',
        'NOK 20–150 million in revenue, growing 8–15 per cent a year.',
      ),
      customers: in4(
        'Håndverkere, butikker og små aksjeselskaper.',
        'Hantverkare, butiker och små aktiebolag.',
        'Håndværkere, butikker og små selskaber.',
        'Tradespeople, shops and small limited companies.',
      ),
      systems: list(
        ['Regnskap i skyen', 'Lønnssystem', 'Regneark for alt det andre'],
        ['Redovisning i molnet', 'Lönesystem', 'Kalkylark för allt annat'],
        ['Regnskab i skyen', 'Lønsystem', 'Regneark til alt det andet'],
        ['Cloud accounting', 'Payroll', 'Spreadsheets for everything else'],
      ),
      decisionMaker: in4(
        'Daglig leder bestemmer; den som leder oppdragene, må være med på det.',
        'VD bestämmer; den som leder uppdragen måste vara med på det.',
        'Direktøren beslutter; den, der leder opgaverne, skal være med på den.',
        'The managing director decides; whoever runs the engagements has to agree.',
      ),
      culture: in4(
        'Faglig stolte, forsiktige med løfter, lojale når noe virker.',
        'Yrkesstolta, försiktiga med löften, lojala när något fungerar.',
        'Fagligt stolte, forsigtige med løfter, loyale når noget virker.',
        'Proud of their craft, careful with promises, loyal once something works.',
      ),
      budget: in4(
        'Legges i oktober. Under 100 000 kan daglig leder bestemme alene.',
        'Läggs i oktober. Under 100 000 kan VD bestämma ensam.',
        'Lægges i oktober. Under 100.000 kan direktøren beslutte alene.',
        'Set in October. Below NOK 100,000 the managing director decides alone.',
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
    visibility: {},
  },
}

const builders: DemoProfile = {
  slug: 'entreprenorer-med-orden',
  kind: 'idealCustomerProfile',
  template: 'icpScorecard',
  content: {
    name: in4(
      'Entreprenører med orden',
      'Entreprenörer med ordning och reda',
      'Entreprenører med orden',
      'Well-run building contractors',
    ),
    summary: in4(
      'Byggefirmaer med flere prosjekter i gang samtidig, som vil vite hva et prosjekt tjener før det er ferdig.',
      'Byggföretag med flera projekt igång samtidigt som vill veta vad ett projekt tjänar innan det är klart.',
      'Byggefirmaer med flere projekter i gang på samme tid, som vil vide, hvad et projekt tjener, før det er færdigt.',
      'Building firms with several projects at once who want to know what a project earns before it is finished.',
    ),
    quote: in4(
      '«Jeg vil se tallene mens jeg ennå kan gjøre noe med dem.»',
      '”Jag vill se siffrorna medan jag ännu kan göra något åt dem.”',
      '»Jeg vil se tallene, mens jeg endnu kan gøre noget ved dem.«',
      '“I want to see the figures while I can still do something about them.”',
    ),
    fields: {
      location: in4(
        'Hele Norden, helst med egne folk på byggeplassen.',
        'Hela Norden, helst med eget folk på bygget.',
        'Hele Norden, helst med egne folk på byggepladsen.',
        'All the Nordic countries, with their own people on site.',
      ),
      systems: list(
        ['Regnskap i skyen', 'Timelister på telefonen'],
        ['Redovisning i molnet', 'Tidrapporter i telefonen'],
        ['Regnskab i skyen', 'Timesedler på telefonen'],
        ['Cloud accounting', 'Timesheets on the phone'],
      ),
      decisionMaker: in4(
        'Eier eller daglig leder, sammen med økonomisjefen.',
        'Ägare eller VD, tillsammans med ekonomichefen.',
        'Ejer eller direktør, sammen med økonomichefen.',
        'Owner or managing director, with the finance manager.',
      ),
      challenges: list(
        ['Endringer som ikke blir fakturert', 'Prosjektregnskap som kommer for sent'],
        ['Ändringar som inte faktureras', 'Projektredovisning som kommer för sent'],
        ['Ændringer, der ikke bliver faktureret', 'Projektregnskab, der kommer for sent'],
        ['Changes that are never invoiced', 'Project accounts that come too late'],
      ),
      solutions: list(
        ['Endringsmeldinger rett i fakturaen', 'Prosjektøkonomi dag for dag'],
        ['Ändringsmeddelanden direkt i fakturan', 'Projektekonomi dag för dag'],
        ['Ændringsmeddelelser direkte i fakturaen', 'Projektøkonomi dag for dag'],
        ['Change orders straight into the invoice', 'Project finances day by day'],
      ),
    },
    traits: [
      industry(in4('Bygg og anlegg', 'Bygg och anläggning', 'Byggeri og anlæg', 'Construction'), [
        'construction',
      ]),
      size,
      cloud,
    ],
    visibility: {},
  },
}

const seasonal: DemoProfile = {
  slug: 'sesongsteder',
  kind: 'antiProfile',
  template: 'basic',
  content: {
    name: in4('Små sesongsteder', 'Små säsongsställen', 'Små sæsonsteder', 'Small seasonal places'),
    summary: in4(
      'Kafeer og pensjonater med få ansatte. De liker oss, men kjøper lite, slutter om høsten og ringer mye om sommeren.',
      'Kaféer och pensionat med få anställda. De gillar oss men köper lite, slutar på hösten och ringer mycket på sommaren.',
      'Caféer og pensionater med få ansatte. De kan lide os, men køber lidt, holder op om efteråret og ringer meget om sommeren.',
      'Cafés and guest houses with few staff. They like us, but buy little, leave in autumn and call a lot in summer.',
    ),
    quote: in4(
      '«Vi tar det igjen til våren.»',
      '”Vi tar det igen till våren.”',
      '»Vi tager det op igen til foråret.«',
      '“Let’s pick it up again in spring.”',
    ),
    fields: {
      goals: list(
        ['Komme gjennom sommeren'],
        ['Klara sommaren'],
        ['Komme igennem sommeren'],
        ['Getting through the summer'],
      ),
      pains: list(
        ['Ingen har tid til å lære noe nytt'],
        ['Ingen har tid att lära sig något nytt'],
        ['Ingen har tid til at lære noget nyt'],
        ['Nobody has time to learn anything new'],
      ),
      channels: list(['Telefon'], ['Telefon'], ['Telefon'], ['Telephone']),
    },
    traits: [
      industry(
        in4('Overnatting og servering', 'Hotell och restaurang', 'Hotel og restauration', 'Hospitality'),
        ['hospitality'],
      ),
      {
        key: 'employees',
        label: in4('Størrelse', 'Storlek', 'Størrelse', 'Size'),
        words: in4(
          'Færre enn 10 ansatte',
          'Färre än 10 anställda',
          'Færre end 10 ansatte',
          'Fewer than 10 employees',
        ),
        rule: { kind: 'lessThan', field: attribute('employees'), value: 10 },
      },
    ],
    visibility: {},
  },
}

export const demoProfiles: readonly [DemoProfile, ...DemoProfile[]] = [accountants, builders, seasonal]
