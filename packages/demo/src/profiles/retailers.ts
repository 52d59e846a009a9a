import { in4 } from '@profilkort/domain/locales/locale'
import { noLinks } from '@profilkort/domain/profiles/profile'
import type { DemoProfile } from './demo-profile.ts'
import { attribute, industry, list, size, text } from './traits.ts'

/** Whom the vendor goes for next; sales is told on a planned morning. */
export const retailers: DemoProfile = {
  slug: 'kjopmenn-med-flere-butikker',
  kind: 'idealCustomerProfile',
  template: 'icpScorecard',
  state: 'scheduled',
  links: { ...noLinks, products: ['vikkasse', 'kvistlønn', 'kvistregnskap'], contrasts: ['sesongsteder'] },
  content: {
    name: in4(
      'Kjøpmenn med flere butikker',
      'Handlare med flera butiker',
      'Detailhandlere med flere butikker',
      'Retailers with several shops',
    ),
    summary: in4(
      'Lokale kjøpmenn med to til ti butikker, felles lager og ett kontor som gjør opp kassene for alle.',
      'Lokala handlare med två till tio butiker, gemensamt lager och ett kontor som stämmer av kassorna åt alla.',
      'Lokale detailhandlere med to til ti butikker, fælles lager og ét kontor, der gør kasserne op for dem alle.',
      'Local retailers with two to ten shops, a shared warehouse and one office that balances the tills for all of them.',
    ),
    quote: in4(
      '«Jeg vil vite på mandag hva helga ga, ikke den tiende.»',
      '”Jag vill veta på måndag vad helgen gav, inte den tionde.”',
      '»Jeg vil vide på mandag, hvad weekenden gav, ikke den tiende.«',
      '“I want to know on Monday what the weekend brought, not on the tenth.”',
    ),
    picture: null,
    fields: {
      location: text(
        'Byer og tettsteder med handel nok til mer enn én butikk.',
        'Städer och orter med underlag för mer än en butik.',
        'Byer med handel nok til mere end én butik.',
        'Towns with trade enough for more than one shop.',
      ),
      finances: text(
        '30–200 millioner i omsetning, lave marginer, mye penger bundet i varer.',
        '30–200 miljoner i omsättning, låga marginaler, mycket pengar bundna i lager.',
        '30–200 millioner i omsætning, lave marginer, mange penge bundet i varer.',
        'NOK 30–200 million in revenue, low margins, much money tied up in stock.',
      ),
      customers: text(
        'Folk i nærområdet; om sommeren også hyttefolk og turister.',
        'Folk i närområdet; på sommaren även sommargäster och turister.',
        'Folk i lokalområdet; om sommeren også sommerhusgæster og turister.',
        'People nearby; in summer also holidaymakers and tourists.',
      ),
      systems: list(
        ['Kassesystem i hver butikk', 'Regneark for lageret'],
        ['Kassasystem i varje butik', 'Kalkylark för lagret'],
        ['Kassesystem i hver butik', 'Regneark til lageret'],
        ['A till system in each shop', 'Spreadsheets for the stock'],
      ),
      decisionMaker: text(
        'Eieren, som spør butikksjefene først.',
        'Ägaren, som frågar butikscheferna först.',
        'Ejeren, som spørger butikscheferne først.',
        'The owner, who asks the shop managers first.',
      ),
      culture: text(
        'Handelsfolk: raske, prisbevisste og vant til å ordne opp selv.',
        'Handelsfolk: snabba, prismedvetna och vana att lösa saker själva.',
        'Handelsfolk: hurtige, prisbevidste og vant til at klare sig selv.',
        'Traders: quick, careful with money and used to sorting things out themselves.',
      ),
      budget: text(
        'Kjøper i januar og februar, når julehandelen er talt opp.',
        'Köper i januari och februari, när julhandeln är summerad.',
        'Køber i januar og februar, når julehandlen er gjort op.',
        'Buys in January and February, once the Christmas trade is counted.',
      ),
      challenges: list(
        ['Kasseoppgjør som ikke stemmer', 'Varer som er i feil butikk', 'Vakter som må byttes samme dag'],
        ['Kassor som inte stämmer', 'Varor som finns i fel butik', 'Arbetspass som måste bytas samma dag'],
        [
          'Kasser, der ikke stemmer',
          'Varer, der ligger i den forkerte butik',
          'Vagter, der skal byttes samme dag',
        ],
        ['Tills that do not balance', 'Goods in the wrong shop', 'Shifts that change the same day'],
      ),
      solutions: list(
        [
          'Kassene rett i regnskapet hver natt',
          'Ett lager, sett fra alle butikkene',
          'Lønn ut fra vaktplanen',
        ],
        [
          'Kassorna direkt i bokföringen varje natt',
          'Ett lager, sett från alla butiker',
          'Lön utifrån schemat',
        ],
        [
          'Kasserne direkte i regnskabet hver nat',
          'Ét lager, set fra alle butikker',
          'Løn ud fra vagtplanen',
        ],
        [
          'Tills straight into the books every night',
          'One stock, seen from every shop',
          'Pay from the shift plan',
        ],
      ),
      warningSigns: list(
        ['Vil bare ha kassen, ikke regnskapet'],
        ['Vill bara ha kassan, inte bokföringen'],
        ['Vil kun have kassen, ikke regnskabet'],
        ['Wants only the till, not the accounts'],
      ),
    },
    traits: [
      industry(in4('Varehandel', 'Detaljhandel', 'Detailhandel', 'Retail'), ['retail']),
      size,
      {
        key: 'systems',
        label: in4('Systemer', 'System', 'Systemer', 'Systems'),
        words: in4(
          'Eget kassesystem i butikkene',
          'Eget kassasystem i butikerna',
          'Eget kassesystem i butikkerne',
          'Their own tills in the shops',
        ),
        rule: { kind: 'oneOf', field: attribute('systemsInUse'), values: ['pointOfSale'] },
      },
    ],
    visibility: {},
  },
}
