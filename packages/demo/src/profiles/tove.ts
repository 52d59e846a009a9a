import { in4 } from '@profilkort/domain/locales/locale'
import { noLinks } from '@profilkort/domain/profiles/profile'
import type { DemoProfile } from './demo-profile.ts'
import { list, role, text } from './traits.ts'

/** Who keeps the figures of a building contractor. */
export const tove: DemoProfile = {
  slug: 'tove-okonomisjef',
  kind: 'persona',
  template: 'comprehensive',
  state: 'published',
  links: { ...noLinks, products: ['kvistprosjekt'] },
  content: {
    name: in4(
      'Tove, økonomisjef hos entreprenøren',
      'Tove, ekonomichef på byggföretaget',
      'Tove, økonomichef hos entreprenøren',
      'Tove, finance manager at the contractor',
    ),
    summary: in4(
      'Alene om økonomien i et firma med åtte prosjekter i gang. Hun vet hva firmaet tjente i fjor, men ikke hva det tjener nå.',
      'Ensam om ekonomin i ett företag med åtta projekt igång. Hon vet vad företaget tjänade förra året men inte vad det tjänar nu.',
      'Alene om økonomien i et firma med otte projekter i gang. Hun ved, hvad firmaet tjente sidste år, men ikke hvad det tjener nu.',
      'Runs the finances alone in a firm with eight projects under way. She knows what the firm earned last year, but not what it is earning now.',
    ),
    quote: in4(
      '«Jeg får vite om tapet når prosjektet er levert.»',
      '”Jag får reda på förlusten när projektet är överlämnat.”',
      '»Jeg hører først om tabet, når projektet er afleveret.«',
      '“I hear about the loss once the project has been handed over.”',
    ),
    picture: null,
    fields: {
      demographics: text(
        'Kvinne i førtiårene, oppvokst på stedet der firmaet holder til.',
        'Kvinna i fyrtioårsåldern, uppvuxen på orten där företaget finns.',
        'Kvinde i fyrrerne, opvokset på den egn, hvor firmaet holder til.',
        'A woman in her forties who grew up in the district where the firm is.',
      ),
      position: text(
        'Økonomisjef i seks år, rett under eieren.',
        'Ekonomichef i sex år, direkt under ägaren.',
        'Økonomichef i seks år, lige under ejeren.',
        'Finance manager for six years, right under the owner.',
      ),
      behaviour: text(
        'Prøver selv før hun spør, leser hjelpesidene og lager sitt eget regneark til slutt.',
        'Provar själv innan hon frågar, läser hjälpsidorna och gör till slut ett eget kalkylark.',
        'Prøver selv, før hun spørger, læser hjælpesiderne og laver til sidst sit eget regneark.',
        'Tries for herself before she asks, reads the help pages and makes her own spreadsheet in the end.',
      ),
      goals: list(
        [
          'Vise eieren tall han stoler på, hver mandag',
          'Få endringene fakturert samme uke',
          'Ta ferie i juli',
        ],
        [
          'Visa ägaren siffror han litar på, varje måndag',
          'Få ändringarna fakturerade samma vecka',
          'Ta semester i juli',
        ],
        [
          'Vise ejeren tal, han stoler på, hver mandag',
          'Få ændringerne faktureret samme uge',
          'Holde ferie i juli',
        ],
        [
          'Show the owner figures he trusts, every Monday',
          'Get changes invoiced within the week',
          'Take July off',
        ],
      ),
      motivators: list(
        ['Slippe overraskelser på styremøtet', 'Bli trodd når hun sier fra'],
        ['Slippa överraskningar på styrelsemötet', 'Bli trodd när hon säger till'],
        ['Slippe for overraskelser på bestyrelsesmødet', 'Blive troet, når hun siger til'],
        ['No surprises at the board meeting', 'Being believed when she speaks up'],
      ),
      pains: list(
        [
          'Timelister på papir fredag ettermiddag',
          'Leverandørfakturaer uten prosjektnummer',
          'Må ringe rundt for å få vite hvor langt de har kommet',
        ],
        [
          'Tidrapporter på papper på fredagseftermiddagen',
          'Leverantörsfakturor utan projektnummer',
          'Måste ringa runt för att få veta hur långt de har kommit',
        ],
        [
          'Timesedler på papir fredag eftermiddag',
          'Leverandørfakturaer uden projektnummer',
          'Må ringe rundt for at høre, hvor langt de er nået',
        ],
        [
          'Timesheets on paper on Friday afternoon',
          'Supplier invoices without a project number',
          'Has to ring round to learn how far they have got',
        ],
      ),
      channels: list(
        [
          'Telefon før klokka ti',
          'Regnskapskontoret de bruker',
          'Nettverk for økonomisjefer i byggebransjen',
        ],
        [
          'Telefon före klockan tio',
          'Redovisningsbyrån de anlitar',
          'Nätverk för ekonomichefer i byggbranschen',
        ],
        [
          'Telefon før klokken ti',
          'Det regnskabskontor, de bruger',
          'Netværk for økonomichefer i byggebranchen',
        ],
        [
          'Telephone before ten',
          'The accounting firm they use',
          'Networks of finance managers in construction',
        ],
      ),
    },
    traits: [role(in4('Økonomisjef', 'Ekonomichef', 'Økonomichef', 'Finance manager'), 'financeManager')],
    visibility: {},
  },
}
