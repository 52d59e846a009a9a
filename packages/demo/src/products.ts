import type { DemoProduct } from './demo.ts'

/** What the made-up vendor sells. */
export const products: readonly [DemoProduct, ...DemoProduct[]] = [
  { name: 'Kvist Regnskap', series: 'Kvist', price: 48_000 },
  { name: 'Kvist Lønn', series: 'Kvist', price: 26_000 },
  { name: 'Kvist Prosjekt', series: 'Kvist', price: 72_000 },
  { name: 'Vik Kasse', series: 'Vik', price: 12_000 },
  { name: 'Vik Innsikt', series: 'Vik', price: 96_000 },
]

/** How often each product is asked for, by who asks. */
export const demand = {
  best: [4, 1, 4, 0, 2],
  rest: [4, 4, 2, 2, 1],
  givenUp: [0, 0, 0, 1, 0],
} as const

export const owners = [
  'Ane Fossheim',
  'Jonas Viken',
  'Lina Bergqvist',
  'Peder Skov',
  'Runa Dale',
  'Oskar Hjelm',
  'Tiril Moe',
  'Signe Dahlgaard',
] as const
