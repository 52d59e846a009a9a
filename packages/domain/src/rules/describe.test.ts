import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Locale, locales } from '../locales/locale.ts'
import { describe } from './describe.ts'
import type { Rule } from './rule.ts'
import { testCatalogue } from './testing/catalogue.ts'
import { recordsCatalogue, recordsRuleArbitrary } from './testing/records.ts'
import { ruleArbitrary } from './testing/rules.ts'

const on = (key: string) => ({ kind: 'attribute', key }) as const
const winRate = { kind: 'metric', key: 'winRate' } as const
const target: Rule = {
  kind: 'all',
  rules: [
    { kind: 'oneOf', field: on('industry'), values: ['software', 'retail'] },
    { kind: 'between', field: on('employees'), from: 20, to: 100 },
  ],
}
const nested: Rule = {
  kind: 'any',
  rules: [
    { kind: 'atLeast', field: on('revenue'), value: { amount: 5e6, currency: 'NOK' } },
    {
      kind: 'all',
      rules: [
        { kind: 'is', field: on('listed'), value: true },
        { kind: 'not', rule: { kind: 'moreThan', field: winRate, value: 12.5 } },
      ],
    },
  ],
}
const times: Rule = {
  kind: 'all',
  rules: [
    { kind: 'atLeast', field: on('founded'), value: '2020-03-01' },
    { kind: 'withinDays', field: on('founded'), days: 30 },
    { kind: 'olderThanDays', field: on('founded'), days: 1 },
  ],
}
const noneOfTexts: Rule = {
  kind: 'not',
  rule: {
    kind: 'any',
    rules: [
      { kind: 'contains', field: on('city'), text: 'Oslo' },
      { kind: 'isUnknown', field: on('industry') },
    ],
  },
}
const systems: Rule = { kind: 'includesAll', field: on('systems'), values: ['erp', 'crm', 'shop'] }

test.each<[Rule, { readonly [L in Locale]: string }]>([
  [
    target,
    {
      en: 'Industry is one of software or retail, and employees is between 20 and 100',
      nb: 'Bransje er programvare eller varehandel, og ansatte er mellom 20 og 100',
      sv: 'Bransch är programvara eller detaljhandel, och anställda är mellan 20 och 100',
      da: 'Branche er software eller detailhandel, og ansatte er mellem 20 og 100',
    },
  ],
  [
    nested,
    {
      en: 'Revenue is at least NOK 5,000,000, or (listed is yes, and win rate is not more than 12.5%)',
      nb: 'Omsetning er minst 5 000 000 kr, eller (børsnotert er ja, og vinnerandel er ikke over 12,5 %)',
      sv: 'Omsättning är minst 5 000 000 Nkr, eller (börsnoterat är ja, och vinstandel är inte över 12,5 %)',
      da: 'Omsætning er mindst 5.000.000 NOK, eller (børsnoteret er ja, og vinderandel er ikke over 12,5 %)',
    },
  ],
  [
    times,
    {
      en: 'Founded is on or after March 1, 2020, founded is within the last 30 days, and founded is more than one day ago',
      nb: 'Stiftet er 1. mars 2020 eller senere, stiftet er innenfor de siste 30 dagene, og stiftet er for mer enn ett døgn siden',
      sv: 'Grundat är 1 mars 2020 eller senare, grundat är inom de senaste 30 dagarna, och grundat är för mer än ett dygn sedan',
      da: 'Stiftet er 1. marts 2020 eller senere, stiftet er inden for de seneste 30 dage, og stiftet er for mere end et døgn siden',
    },
  ],
  [
    noneOfTexts,
    {
      en: 'None of this holds: (city contains “Oslo”, or industry is unknown)',
      nb: 'Ikke noe av dette stemmer: (by inneholder «Oslo», eller bransje er ukjent)',
      sv: 'Inget av detta stämmer: (ort innehåller ”Oslo”, eller bransch saknas)',
      da: 'Intet af dette passer: (by indeholder »Oslo«, eller branche er ukendt)',
    },
  ],
  [
    systems,
    {
      en: 'Systems in use includes ERP, CRM, and a web shop',
      nb: 'Systemer i bruk omfatter ERP, CRM og nettbutikk',
      sv: 'System i bruk omfattar ERP, CRM och webbutik',
      da: 'Systemer i brug omfatter ERP, CRM og webshop',
    },
  ],
])('%j is told in every language', (rule, sentences) => {
  for (const locale of locales)
    expect(plainSpaces(describe(rule, testCatalogue, locale))).toBe(sentences[locale])
})

const checkouts = { kind: 'interactions', figure: 'count', name: 'Checkout' } as const

test.each<[Rule, { readonly [L in Locale]: string }]>([
  [
    { kind: 'atLeast', field: { ...checkouts, window: { kind: 'lastDays', days: 30 } }, value: 3 },
    {
      en: 'The number of “Check-out” in the last 30 days is at least 3',
      nb: 'Antall «Kasse» de siste 30 dagene er minst 3',
      sv: 'Antalet ”Kassa” de senaste 30 dagarna är minst 3',
      da: 'Antal »Kasse« de seneste 30 dage er mindst 3',
    },
  ],
  [
    { kind: 'during', field: { kind: 'interactions', figure: 'last' }, period: 'lastQuarter' },
    {
      en: 'The last time of interactions is last quarter',
      nb: 'Siste gang hendelser er forrige kvartal',
      sv: 'Senaste gången händelser är förra kvartalet',
      da: 'Seneste gang hændelser er sidste kvartal',
    },
  ],
  [
    {
      kind: 'atLeast',
      field: {
        kind: 'deals',
        figure: 'sum',
        status: 'won',
        stage: 'Møte',
        product: 'gtx',
        window: { kind: 'during', period: 'lastYear' },
      },
      value: { amount: 1000, currency: 'NOK' },
    },
    {
      en: 'The value of won deals in the stage “Møte” of “GTX Pro” last year is at least NOK 1,000',
      nb: 'Verdien av vunne salg i stadiet «Møte» av «GTX Pro» i fjor er minst 1 000 kr',
      sv: 'Värdet av vunna affärer i steget ”Møte” av ”GTX Pro” i fjol är minst 1 000 Nkr',
      da: 'Værdien af vundne salg i fasen »Møte« af »GTX Pro« sidste år er mindst 1.000 NOK',
    },
  ],
  [
    { kind: 'noneOf', field: { kind: 'consent', purpose: 'marketing' }, values: ['given', 'none'] },
    {
      en: 'Consent to “Marketing” is not one of given or not recorded',
      nb: 'Samtykke til «Markedsføring» er ikke gitt eller ikke innhentet',
      sv: 'Samtycke till ”Marknadsföring” är inte givet eller inte inhämtat',
      da: 'Samtykke til »Markedsføring« er ikke givet eller ikke indhentet',
    },
  ],
  [
    { kind: 'not', rule: { kind: 'inSegment', segment: 'buyers' } },
    {
      en: 'The customer is not in the segment “Buyers”',
      nb: 'Kunden er ikke i segmentet «Kjøpere»',
      sv: 'Kunden är inte i segmentet ”Kjøpere”',
      da: 'Kunden er ikke i segmentet »Kjøpere«',
    },
  ],
  [
    {
      kind: 'all',
      rules: [
        { kind: 'company', rule: { kind: 'is', field: on('listed'), value: true } },
        { kind: 'not', rule: { kind: 'people', atLeast: 2, rule: { kind: 'isKnown', field: on('city') } } },
      ],
    },
    {
      en: 'Its company fits: (listed is yes), and fewer than 2 people at the company fit: (city is known)',
      nb: 'Bedriften passer: (børsnotert er ja), og færre enn 2 personer i bedriften passer: (by er kjent)',
      sv: 'Företaget passar: (börsnoterat är ja), och färre än 2 personer på företaget passar: (ort har ett värde)',
      da: 'Virksomheden passer: (børsnoteret er ja), og færre end 2 personer i virksomheden passer: (by er kendt)',
    },
  ],
])('of records and those around, %j is told in every language', (rule, sentences) => {
  for (const locale of locales)
    expect(plainSpaces(describe(rule, recordsCatalogue, locale))).toBe(sentences[locale])
})

test.each<[Rule, string]>([
  [{ kind: 'all', rules: [] }, 'Every customer matches'],
  [{ kind: 'not', rule: { kind: 'all', rules: [] } }, 'No customer matches'],
  [
    { kind: 'any', rules: [{ kind: 'all', rules: [target] }] },
    'Industry is one of software or retail, and employees is between 20 and 100',
  ],
  [{ kind: 'not', rule: { kind: 'not', rule: systems } }, 'Systems in use includes ERP, CRM, and a web shop'],
  [{ kind: 'oneOf', field: on('industry'), values: ['media'] }, 'Industry is media'],
  [{ kind: 'noneOf', field: on('systems'), values: ['erp'] }, 'Systems in use does not include ERP'],
  [{ kind: 'is', field: on('industry'), value: 'fisheries' }, 'Industry is fisheries'],
  [{ kind: 'is', field: on('employees'), value: 1990 }, 'Employees is 1990'],
  [{ kind: 'atLeast', field: on('exportShare'), value: 20 }, 'Export share is at least 20%'],
  [{ kind: 'between', field: on('exportShare'), from: 5, to: 20 }, 'Export share is between 5 and 20%'],
  [
    { kind: 'atMost', field: on('founded'), value: '2020-03-01T10:00:00Z' },
    'Founded is on or before March 1, 2020 at 10:00 AM UTC',
  ],
  [
    { kind: 'oneOf', field: on('industry'), values: Array.from({ length: 1000 }, (_, i) => `x${i}`) },
    'Industry is one of x0, x1, x2, x3, x4, x5, x6, x7, x8, or 991 others',
  ],
])('%j is told plainly', (rule, sentence) => {
  expect(plainSpaces(describe(rule, testCatalogue, 'en'))).toBe(sentence)
})

test('a field that has left the catalogue is called by its key', () => {
  const empty = { attributes: new Map(), metrics: new Map() }
  expect(describe(target, empty, 'en')).toBe(
    'Industry is one of “software” or “retail”, and employees is between 20 and 100',
  )
  expect(describe({ kind: 'lessThan', field: on('founded'), value: '2020-03-01' }, empty, 'nb')).toBe(
    'Founded er før 1. mars 2020',
  )
})

test('text with the signs of a template in it is told as it is', () => {
  expect(describe({ kind: 'is', field: on('city'), value: '{value} $& $1' }, testCatalogue, 'en')).toBe(
    'City is “{value} $& $1”',
  )
})

test('every rule has a sentence in every language, without gaps', () => {
  fc.assert(
    fc.property(
      fc.oneof(ruleArbitrary(testCatalogue), recordsRuleArbitrary()),
      fc.constantFrom(...locales),
      (rule, locale) => {
        expect(describe(rule, recordsCatalogue, locale)).not.toMatch(
          /^$|undefined|\{(value|from|to|any|every|days|lastDays|nextDays|period|what|property)\}|\(\)/,
        )
      },
    ),
  )
})

/** Formatted numbers hold no-break spaces of two kinds. */
function plainSpaces(text: string): string {
  return text.replace(/[\u00a0\u202f]/g, ' ')
}
