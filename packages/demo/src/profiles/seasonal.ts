import { in4 } from '@profilkort/domain/locales/locale'
import { noLinks } from '@profilkort/domain/profiles/profile'
import type { DemoProfile } from './demo-profile.ts'
import { attribute, industry, list } from './traits.ts'

/** Whom not to chase. */
export const seasonal: DemoProfile = {
  slug: 'sesongsteder',
  kind: 'antiProfile',
  template: 'basic',
  state: 'published',
  links: { ...noLinks, products: ['vikkasse'] },
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
    picture: null,
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
