import { in4 } from '@profilkort/domain/locales/locale'
import { noLinks } from '@profilkort/domain/profiles/profile'
import type { DemoContent, DemoProfile } from './demo-profile.ts'
import { list, role, text } from './traits.ts'

const unchanged: DemoContent['fields'] = {
  age: { kind: 'choice', options: ['from25', 'from35', 'from45'] },
  position: text(
    'Fast jobb på dagtid, eget firma på si.',
    'Fast jobb på dagarna, egen firma vid sidan av.',
    'Fast job om dagen, eget firma ved siden af.',
    'A steady job by day, a firm of their own on the side.',
  ),
  income: { kind: 'money', amount: 850_000, currency: 'NOK' },
  behaviour: text(
    'Søker når noe haster, prøver gratis og betaler først når fristen er nær.',
    'Söker när något brådskar, provar gratis och betalar först när tidsfristen närmar sig.',
    'Søger, når noget haster, prøver gratis og betaler først, når fristen er nær.',
    'Search when something is urgent, try for free and pay only when the deadline is near.',
  ),
  goals: list(
    ['Levere skattemeldingen uten hjelp', 'Sende faktura fra telefonen', 'Se om det lønner seg'],
    ['Lämna in deklarationen utan hjälp', 'Skicka fakturor från telefonen', 'Se om det lönar sig'],
    ['Ordne skatten uden hjælp', 'Sende fakturaer fra telefonen', 'Se, om det kan betale sig'],
    ['File the tax return without help', 'Send invoices from the phone', 'See whether it pays'],
  ),
  pains: list(
    ['Ord i regnskapet som ingen forklarer', 'Kvitteringer i en skoeske'],
    ['Ord i bokföringen som ingen förklarar', 'Kvitton i en skokartong'],
    ['Ord i regnskabet, som ingen forklarer', 'Kvitteringer i en skotøjsæske'],
    ['Words in the books that nobody explains', 'Receipts in a shoebox'],
  ),
  purchaseFrequency: { kind: 'choice', options: ['yearly'] },
  benefits: list(
    ['Fakturaen er sendt før de har kjørt hjem'],
    ['Fakturan är skickad innan de har kört hem'],
    ['Fakturaen er sendt, før de er kørt hjem'],
    ['The invoice is sent before they have driven home'],
  ),
  difficulties: list(
    ['Mva-meldingen den første gangen'],
    ['Momsdeklarationen den första gången'],
    ['Momsangivelsen den første gang'],
    ['The first VAT return'],
  ),
}
const swedish = ['Sökningar på nätet', 'Filmer i telefonen', 'Banken']
const danish = ['Søgninger på nettet', 'Videoer på telefonen', 'Banken']
const english = ['Searches on the web', 'Videos on the phone', 'Their bank']

const content: DemoContent = {
  name: in4(
    'Folk med firma ved siden av jobben',
    'Folk med firma vid sidan av jobbet',
    'Folk med firma ved siden af jobbet',
    'People with a business on the side',
  ),
  summary: in4(
    'Voksne som driver et lite firma på kveldene: rørleggeren som tar småjobber, læreren som selger keramikk. De kjøper selv og bruker det selv.',
    'Vuxna som driver ett litet företag på kvällarna: rörmokaren som tar småjobb, läraren som säljer keramik. De köper själva och använder det själva.',
    'Voksne, der driver et lille firma om aftenen: vvs-montøren, der tager småopgaver, læreren, der sælger keramik. De køber selv og bruger det selv.',
    'Adults who run a small business in the evenings: the plumber who takes odd jobs, the teacher who sells pottery. They buy for themselves and use it themselves.',
  ),
  quote: in4(
    '«Jeg har én kveld i uka til dette.»',
    '”Jag har en kväll i veckan till det här.”',
    '»Jeg har én aften om ugen til det her.«',
    '“I have one evening a week for this.”',
  ),
  picture: null,
  fields: {
    ...unchanged,
    channels: list(['Søk på nettet', 'Videoer på telefonen', 'Banken'], swedish, danish, english),
  },
  traits: [
    role(in4('Eier firmaet selv', 'Äger firman själv', 'Ejer selv firmaet', 'Owns the business'), 'owner'),
  ],
  visibility: {},
}

/** Consumers rather than companies. What is new about them stands in Norwegian only. */
export const sideBusiness: DemoProfile = {
  slug: 'firma-ved-siden-av-jobben',
  kind: 'targetMarket',
  template: 'b2c',
  state: 'published',
  links: { ...noLinks, products: ['kvistregnskap'] },
  content,
  later: {
    ...content,
    summary: {
      ...content.summary,
      nb: 'Voksne som driver et lite firma på kveldene: rørleggeren som tar småjobber, læreren som selger keramikk. De kjøper selv i nettbutikken vår; selgerne ringer dem ikke lenger.',
    },
    fields: {
      ...unchanged,
      channels: list(
        ['Søk på nettet', 'Videoer på telefonen', 'Nettbutikken vår, uten selger'],
        swedish,
        danish,
        english,
      ),
    },
  },
}
