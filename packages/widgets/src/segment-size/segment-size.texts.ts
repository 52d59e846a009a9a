import type { Text } from '../language/say.ts'

export const segmentSizeTexts = {
  empty: [
    'Fant ikke dette segmentet',
    'Segmentet hittades inte',
    'Segmentet blev ikke fundet',
    'This segment was not found',
  ],
  customers: ['kunder', 'kunder', 'kunder', 'customers'],
  customer: ['kunde', 'kund', 'kunde', 'customer'],
  few: ['Færre enn ti', 'Färre än tio', 'Færre end ti', 'Fewer than ten'],
} satisfies Record<string, Text>
