import type { Text } from '../language/say.ts'

export const paretoTexts = {
  empty: [
    'Ingen salg å vise ennå',
    'Inga försäljningar att visa än',
    'Intet salg at vise endnu',
    'No sales to show yet',
  ],
  title: [
    'De beste kundenes andel av salget',
    'De bästa kundernas andel av försäljningen',
    'De bedste kunders andel af salget',
    'What the best customers buy',
  ],
  top: [
    'De {0} beste av {1} kunder står for {2} av salget.',
    'De {0} bästa av {1} kunder står för {2} av försäljningen.',
    'De {0} bedste af {1} kunder står for {2} af salget.',
    'The best {0} of {1} customers make up {2} of sales.',
  ],
  eighty: [
    '{0} kunder gir 80 % av salget.',
    '{0} kunder ger 80 % av försäljningen.',
    '{0} kunder giver 80 % af salget.',
    '{0} customers give 80% of sales.',
  ],
  customers: ['Andel av kundene', 'Andel av kunderna', 'Andel af kunderne', 'Share of customers'],
  sales: ['Andel av salget', 'Andel av försäljningen', 'Andel af salget', 'Share of sales'],
  table: ['Vis tallene', 'Visa siffrorna', 'Vis tallene', 'Show the figures'],
} satisfies Record<string, Text>
