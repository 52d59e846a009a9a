import { in4 } from '@profilkort/domain/locales/locale'
import { noLinks } from '@profilkort/domain/profiles/profile'
import type { DemoProfile } from './demo-profile.ts'
import { industry, list, size, text } from './traits.ts'

/** A market that nobody has sold to yet; half of it is still to be written. */
export const housing: DemoProfile = {
  slug: 'boligforvaltere',
  kind: 'idealCustomerProfile',
  template: 'b2b',
  state: 'draft',
  links: { ...noLinks, products: ['kvistregnskap'] },
  content: {
    name: in4(
      'Forvaltere av borettslag og sameier',
      'Förvaltare av bostadsrättsföreningar',
      'Administratorer af andels- og ejerforeninger',
      'Managers of housing co-operatives',
    ),
    summary: in4(
      'Forretningsførere som fører regnskap og krever inn felleskostnader for mange små borettslag. Vi har ikke solgt til dem ennå.',
      'Ekonomiska förvaltare som sköter bokföring och avgifter åt många små bostadsrättsföreningar. Vi har inte sålt till dem ännu.',
      'Administratorer, der fører regnskab og opkræver fællesudgifter for mange små foreninger. Vi har ikke solgt til dem endnu.',
      'Firms that keep the books and collect the service charges of many small housing co-operatives. We have not sold to them yet.',
    ),
    quote: in4(
      '«Tretti styrer, tretti forskjellige måter å gjøre det på.»',
      '”Trettio styrelser, trettio olika sätt att göra det på.”',
      '»Tredive bestyrelser, tredive forskellige måder at gøre det på.«',
      '“Thirty boards, thirty different ways of doing it.”',
    ),
    picture: null,
    fields: {
      location: text(
        'De største byene i Norge og Sverige.',
        'De största städerna i Norge och Sverige.',
        'De største byer i Norge og Sverige.',
        'The largest cities of Norway and Sweden.',
      ),
      customers: text(
        'Borettslag og sameier med styrer som skiftes ut annethvert år.',
        'Bostadsrättsföreningar och samfälligheter med styrelser som byts ut vartannat år.',
        'Andels- og ejerforeninger med bestyrelser, der skiftes ud hvert andet år.',
        'Housing co-operatives and owners’ associations whose boards change every other year.',
      ),
      systems: list(
        ['Eldre forvaltningssystem', 'Regneark for budsjettene'],
        ['Äldre förvaltningssystem', 'Kalkylark för budgetarna'],
        ['Ældre administrationssystem', 'Regneark til budgetterne'],
        ['An old property management system', 'Spreadsheets for the budgets'],
      ),
      challenges: list(
        ['Hundrevis av små regnskap som skal være ferdige samme uke', 'Styremedlemmer som spør om det samme'],
        [
          'Hundratals små bokslut som ska vara klara samma vecka',
          'Styrelseledamöter som frågar om samma sak',
        ],
        [
          'Hundredvis af små regnskaber, der skal være færdige i samme uge',
          'Bestyrelsesmedlemmer, der spørger om det samme',
        ],
        [
          'Hundreds of small sets of accounts due in the same week',
          'Board members who ask the same questions',
        ],
      ),
      contractValue: { kind: 'money', amount: 180_000, currency: 'NOK' },
    },
    traits: [
      industry(
        in4('Eiendomsforvaltning', 'Fastighetsförvaltning', 'Ejendomsadministration', 'Property management'),
        ['services'],
      ),
      size,
    ],
    visibility: {},
  },
}
