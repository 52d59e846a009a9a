import { in4 } from '@profilkort/domain/locales/locale'
import { noLinks } from '@profilkort/domain/profiles/profile'
import type { DemoProfile } from './demo-profile.ts'
import { cloud, industry, list, size, text } from './traits.ts'

/** Contractors who know what they earn on each job. */
export const builders: DemoProfile = {
  slug: 'entreprenorer-med-orden',
  kind: 'idealCustomerProfile',
  template: 'icpScorecard',
  state: 'published',
  links: {
    ...noLinks,
    products: ['kvistprosjekt', 'kvistregnskap'],
    personas: ['tove-okonomisjef'],
    contrasts: ['sesongsteder'],
  },
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
    picture: null,
    fields: {
      location: text(
        'Hele Norden, helst med egne folk på byggeplassen.',
        'Hela Norden, helst med eget folk på bygget.',
        'Hele Norden, helst med egne folk på byggepladsen.',
        'All the Nordic countries, with their own people on site.',
      ),
      finances: text(
        '40–250 millioner i omsetning, tynne marginer og ujevn likviditet gjennom året.',
        '40–250 miljoner i omsättning, tunna marginaler och ojämn likviditet över året.',
        '40–250 millioner i omsætning, tynde marginer og svingende likviditet hen over året.',
        'NOK 40–250 million in revenue, thin margins and an uneven cash flow over the year.',
      ),
      customers: text(
        'Kommuner, borettslag og utbyggere, oftest i eget fylke.',
        'Kommuner, bostadsrättsföreningar och byggherrar, oftast i det egna länet.',
        'Kommuner, boligforeninger og bygherrer, oftest i egen landsdel.',
        'Municipalities, housing associations and developers, mostly in their own region.',
      ),
      structure: text(
        'Familieeid, med prosjektledere som styrer hvert sitt bygg, og et lite kontor.',
        'Familjeägt, med projektledare som styr var sitt bygge, och ett litet kontor.',
        'Familieejet, med projektledere, der styrer hver sit byggeri, og et lille kontor.',
        'Family-owned, with project managers who each run a site, and a small office.',
      ),
      systems: list(
        ['Regnskap i skyen', 'Timelister på telefonen'],
        ['Redovisning i molnet', 'Tidrapporter i telefonen'],
        ['Regnskab i skyen', 'Timesedler på telefonen'],
        ['Cloud accounting', 'Timesheets on the phone'],
      ),
      decisionMaker: text(
        'Eier eller daglig leder, sammen med økonomisjefen.',
        'Ägare eller VD, tillsammans med ekonomichefen.',
        'Ejer eller direktør, sammen med økonomichefen.',
        'Owner or managing director, with the finance manager.',
      ),
      culture: text(
        'Avgjørelser tas på brakka, ikke i styrerommet. De stoler på folk som har stått på en byggeplass selv.',
        'Besluten fattas i byggboden, inte i styrelserummet. De litar på folk som själva har stått på ett bygge.',
        'Beslutninger tages i skurvognen, ikke i bestyrelseslokalet. De stoler på folk, der selv har stået på en byggeplads.',
        'Decisions are made in the site hut, not in the boardroom. They trust people who have worked on a site themselves.',
      ),
      budget: text(
        'Følger prosjektene: kjøper når et stort oppdrag er i havn, oftest om våren.',
        'Följer projekten: köper när ett stort uppdrag är i hamn, oftast på våren.',
        'Følger projekterne: køber, når en stor ordre er i hus, oftest om foråret.',
        'Follows the projects: they buy once a large contract is signed, mostly in spring.',
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
      warningSigns: list(
        ['Leier inn nesten alle på byggeplassen', 'Har byttet regnskapsfører to ganger på ett år'],
        ['Hyr in nästan alla på bygget', 'Har bytt redovisningsbyrå två gånger på ett år'],
        ['Lejer næsten alle på byggepladsen ind', 'Har skiftet bogholder to gange på et år'],
        ['Hires in nearly everyone on site', 'Has changed accountants twice in a year'],
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
