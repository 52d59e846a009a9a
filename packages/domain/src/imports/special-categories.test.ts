import { expect, test } from 'vitest'
import { predefinedAttributes } from '../attributes/predefined.ts'
import { locales } from '../locales/locale.ts'
import { attributeNames } from './header-names.ts'
import { attributeOf } from './headers.ts'
import { newAttributes } from './new-attributes.ts'
import { speaksOfSpecialCategory } from './special-categories.ts'

test.each([
  'Helse',
  'Hälsotillstånd',
  'Helbredsoplysninger',
  'Sykdom',
  'diagnose',
  'Trosretning',
  'Religiös tillhörighet',
  'political_views',
  'Politisk parti',
  'Partitilhørighet',
  'Etnisk bakgrunn',
  'Fagforening',
  'Fackförbund',
  'Union membership',
  'tradeUnion',
  'Seksuell legning',
  'Genetic data',
  'Biometriske data',
  'Criminal record',
  'Politisksyn',
  'sexualorientation',
  'etniskbakgrunn',
  'Politicalviews',
  'Kundens livssyn',
  'Parti',
  'Fagforbundsmedlem',
  'Sykmelding',
  'Sjukskriven',
  'HIV-status',
  'Funksjonshemming',
  'Funktionsnedsättning',
  'Uføregrad',
  'Kirkemedlem',
  'Strafferegister',
  'Belastningsregister',
  'Hudfarge',
])('"%s" speaks of a special category', (header) => {
  expect(speaksOfSpecialCategory(header)).toBe(true)
})

test.each([
  'Customer health score',
  'Health Score',
  'Healthcare',
  'Kundehelse',
  'Third party',
  'Policy number',
  'Trolley',
  'Race results',
  'European Union',
  'Kjønn',
  'Parti nr',
  'Läggning av golv',
])('"%s" does not', (header) => {
  expect(speaksOfSpecialCategory(header)).toBe(false)
})

test('special categories of the catalogue are known by their labels, whatever else a workspace has', () => {
  for (const { key, label } of predefinedAttributes.filter(({ sensitive }) => sensitive)) {
    for (const locale of locales) expect(attributeOf(label[locale] ?? ''), label[locale]).toBe(key)
  }
})

test('whatever is known as a special category of the catalogue speaks of one', () => {
  for (const { key } of predefinedAttributes.filter(({ sensitive }) => sensitive)) {
    for (const name of [key, ...(attributeNames[key] ?? [])])
      expect(speaksOfSpecialCategory(name), name).toBe(true)
  }
})

test('an attribute made from such a header is sensitive, another is not', () => {
  const column = (name: string) => ({
    column: name,
    target: { kind: 'attribute', key: 'own', type: 'text', isNew: true } as const,
    confidence: 'guess' as const,
  })
  const made = newAttributes({
    kind: 'contacts',
    columns: [column('Fagforening'), column('Favourite colour')],
  })
  expect(made.map(({ sensitive }) => sensitive)).toEqual([true, false])
})
