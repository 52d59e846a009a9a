import { expect, test } from 'vitest'
import { testCatalogue } from '../rules/testing/catalogue.ts'
import { labelOfPath } from './labels.ts'
import type { Trait } from './profile.ts'
import { testTemplate } from './testing/template.ts'

test.each([
  ['name.nb', 'en', 'Name (norsk bokmål)'],
  ['name', 'sv', 'Namn'],
  ['fields.goals.sv', 'en', 'Goals (svenska)'],
  ['fields.goals.sv', 'nb', 'Mål (svenska)'],
  ['fields.colleagues', 'da', 'Kolleger'],
  ['fields.face.picture', 'en', 'Portrait'],
  ['fields.face.alt.da', 'en', 'Portrait: picture description (dansk)'],
  ['fields.site.url', 'nb', 'Nettsted: adresse'],
  ['picture', 'en', 'Picture'],
  ['picture.alt.en', 'nb', 'Bilde: bildetekst (English)'],
  ['traits', 'en', 'Traits: order'],
  ['traits.size', 'sv', 'Storlek'],
  ['traits.size.words.nb', 'en', 'Size: words (norsk bokmål)'],
  ['traits.listed.rule', 'en', 'On the exchange: rule'],
  ['links.personas', 'en', 'Personas'],
  ['visibility.budget', 'en', 'Budget: visibility'],
  ['fields.gone.nb', 'en', 'gone (norsk bokmål)'],
  ['traits.nb.label.nb', 'en', 'nb: name (norsk bokmål)'],
  ['fields.en', 'nb', 'en'],
] as const)('%s is called in %s: %s', (path, locale, label) => {
  const [attribute] = testCatalogue.attributes.keys()
  const listed: Trait = {
    key: 'listed',
    label: { en: 'On the exchange' },
    words: {},
    rule: { kind: 'isKnown', field: { kind: 'attribute', key: attribute ?? '' } },
  }
  expect(labelOfPath(path, testTemplate, locale, [listed])).toBe(label)
})
