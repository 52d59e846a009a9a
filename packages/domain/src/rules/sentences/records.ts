import type { Attribute, RecordsCatalogue } from '../../attributes/attribute.ts'
import { formatCount } from '../../attributes/format.ts'
import { in4, type Locale, type Translated } from '../../locales/locale.ts'
import type { ConsentField, DealsField, FitField, InteractionsField, RecordsField, Window } from '../rule.ts'
import { formatTime, quote } from './format.ts'
import { phrases } from './phrases.ts'
import { textIn } from './text-in.ts'

/** What a field of records is called in a sentence: "the number of “Checkout” in the last 30 days". */
export function labelOfRecords(
  field: RecordsField,
  records: RecordsCatalogue | undefined,
  locale: Locale,
): string {
  switch (field.kind) {
    case 'interactions':
      return labelOfInteractions(field, records, locale)
    case 'deals':
      return labelOfDeals(field, records, locale)
    case 'consent':
      return labelOfConsent(field, records, locale)
    case 'fit':
      return labelOfFit(field, records, locale)
  }
}

function labelOfInteractions(
  { figure, name, property, window }: InteractionsField,
  records: RecordsCatalogue | undefined,
  locale: Locale,
): string {
  const called = name === undefined ? undefined : textIn(records?.interactions.get(name) ?? {}, locale)
  const what = name === undefined ? anyInteraction[locale] : quote(called ?? name, locale)
  const of = interactionFigure[figure][locale].replace('{property}', quote(property ?? '', locale))
  return withWindow(of.replace('{what}', what), window, locale)
}

function labelOfDeals(
  { figure, status, stage, product, window }: DealsField,
  records: RecordsCatalogue | undefined,
  locale: Locale,
): string {
  const what = [
    deals[status ?? 'any'][locale],
    ...(stage === undefined ? [] : [inStage[locale].replace('{stage}', quote(stage, locale))]),
    ...(product === undefined
      ? []
      : [forProduct[locale].replace('{product}', quote(records?.products.get(product) ?? product, locale))]),
  ].join(' ')
  return withWindow(dealFigure[figure][locale].replace('{what}', what), window, locale)
}

function labelOfConsent(
  { purpose }: ConsentField,
  records: RecordsCatalogue | undefined,
  locale: Locale,
): string {
  const called = textIn(records?.purposes.get(purpose)?.name ?? {}, locale) ?? purpose
  return consentTo[locale].replace('{purpose}', quote(called, locale))
}

function labelOfFit(
  { scorecard, figure }: FitField,
  records: RecordsCatalogue | undefined,
  locale: Locale,
): string {
  const called = textIn(records?.scorecards?.get(scorecard)?.name ?? {}, locale) ?? scorecard
  return fitFigure[figure][locale].replace('{scorecard}', quote(called, locale))
}

/** The values of a figure of a fit, labelled as the options of an attribute are; undefined for numbers. */
export function fitOptions(
  { scorecard, figure }: FitField,
  records: RecordsCatalogue | undefined,
): Attribute | undefined {
  const bands = records?.scorecards?.get(scorecard)?.bands ?? []
  const options = {
    band: bands,
    status: fitStatuses,
    threshold: thresholds,
    points: undefined,
    percent: undefined,
  }[figure]
  return (
    options && { ...consentStates, key: 'fit', options: options.map(({ key, label }) => ({ key, label })) }
  )
}

function withWindow(label: string, window: Window | undefined, locale: Locale): string {
  return window === undefined ? label : `${label} ${tellWindow(window, locale)}`
}

function tellWindow(window: Window, locale: Locale): string {
  const say = phrases[locale]
  switch (window.kind) {
    case 'lastDays':
      return within[locale].replace('{days}', say.lastDays(window.days, formatCount(window.days, locale)))
    case 'during':
      return say.periods[window.period]
    case 'between': {
      const { from, to } = window
      const template = from === undefined ? until[locale] : to === undefined ? since[locale] : fromTo[locale]
      return template
        .replace('{from}', from === undefined ? '' : formatTime(from, locale))
        .replace('{to}', to === undefined ? '' : formatTime(to, locale))
    }
  }
}

/** The states of a consent, labelled as the options of an attribute are. */
export const consentStates: Attribute = {
  key: 'consent',
  subject: 'person',
  type: 'choice',
  category: 'other',
  label: {},
  sensitive: false,
  options: [
    { key: 'given', label: in4('gitt', 'givet', 'givet', 'given') },
    { key: 'denied', label: in4('avslått', 'nekat', 'afslået', 'denied') },
    { key: 'withdrawn', label: in4('trukket tilbake', 'återkallat', 'trukket tilbage', 'withdrawn') },
    { key: 'expired', label: in4('utløpt', 'utgånget', 'udløbet', 'expired') },
    { key: 'none', label: in4('ikke innhentet', 'inte inhämtat', 'ikke indhentet', 'not recorded') },
  ],
}

const fitStatuses = [
  { key: 'scored', label: in4('vurdert', 'bedömd', 'vurderet', 'scored') },
  { key: 'disqualified', label: in4('diskvalifisert', 'diskvalificerad', 'diskvalificeret', 'disqualified') },
  {
    key: 'insufficientData',
    label: in4('for lite kjent', 'för lite känt', 'for lidt kendt', 'too little known'),
  },
]

const thresholds = [
  { key: 'yes', label: in4('nådd', 'nådd', 'nået', 'reached') },
  { key: 'no', label: in4('ikke nådd', 'inte nådd', 'ikke nået', 'not reached') },
  { key: 'undecided', label: in4('uavgjort', 'oavgjord', 'uafgjort', 'undecided') },
]

const fitFigure: { readonly [F in FitField['figure']]: Translated } = {
  band: in4(
    'nivået etter {scorecard}',
    'nivån enligt {scorecard}',
    'niveauet efter {scorecard}',
    'the band in {scorecard}',
  ),
  status: in4(
    'vurderingen i {scorecard}',
    'bedömningen i {scorecard}',
    'vurderingen i {scorecard}',
    'the status in {scorecard}',
  ),
  threshold: in4(
    'terskelen i {scorecard}',
    'tröskeln i {scorecard}',
    'tærsklen i {scorecard}',
    'the threshold in {scorecard}',
  ),
  points: in4(
    'poengene i {scorecard}',
    'poängen i {scorecard}',
    'pointene i {scorecard}',
    'the points in {scorecard}',
  ),
  percent: in4(
    'prosenten i {scorecard}',
    'procenten i {scorecard}',
    'procenten i {scorecard}',
    'the percentage in {scorecard}',
  ),
}

const anyInteraction = in4('hendelser', 'händelser', 'hændelser', 'interactions')

const interactionFigure: { readonly [F in InteractionsField['figure']]: Translated } = {
  count: in4('antall {what}', 'antalet {what}', 'antal {what}', 'the number of {what}'),
  first: in4('første gang {what}', 'första gången {what}', 'første gang {what}', 'the first time of {what}'),
  last: in4('siste gang {what}', 'senaste gången {what}', 'seneste gang {what}', 'the last time of {what}'),
  sum: in4(
    'summen av {property} i {what}',
    'summan av {property} i {what}',
    'summen af {property} i {what}',
    'the sum of {property} in {what}',
  ),
  average: in4(
    'gjennomsnittet av {property} i {what}',
    'genomsnittet av {property} i {what}',
    'gennemsnittet af {property} i {what}',
    'the average of {property} in {what}',
  ),
}

const deals: { readonly [S in NonNullable<DealsField['status']> | 'any']: Translated } = {
  any: in4('salg', 'affärer', 'salg', 'deals'),
  open: in4('åpne salg', 'öppna affärer', 'åbne salg', 'open deals'),
  won: in4('vunne salg', 'vunna affärer', 'vundne salg', 'won deals'),
  lost: in4('tapte salg', 'förlorade affärer', 'tabte salg', 'lost deals'),
}

const dealFigure: { readonly [F in DealsField['figure']]: Translated } = {
  count: in4('antall {what}', 'antalet {what}', 'antal {what}', 'the number of {what}'),
  sum: in4('verdien av {what}', 'värdet av {what}', 'værdien af {what}', 'the value of {what}'),
  first: in4(
    'første dag med {what}',
    'första dagen med {what}',
    'første dag med {what}',
    'the first day with {what}',
  ),
  last: in4(
    'siste dag med {what}',
    'sista dagen med {what}',
    'sidste dag med {what}',
    'the last day with {what}',
  ),
}

const inStage = in4('i stadiet {stage}', 'i steget {stage}', 'i fasen {stage}', 'in the stage {stage}')
const forProduct = in4('av {product}', 'av {product}', 'af {product}', 'of {product}')
const consentTo = in4(
  'samtykke til {purpose}',
  'samtycke till {purpose}',
  'samtykke til {purpose}',
  'consent to {purpose}',
)
const within = in4('{days}', '{days}', '{days}', 'in {days}')
const fromTo = in4(
  'fra {from} til {to}',
  'från {from} till {to}',
  'fra {from} til {to}',
  'from {from} to {to}',
)
const since = in4('fra og med {from}', 'från och med {from}', 'fra og med {from}', 'from {from} on')
const until = in4('til og med {to}', 'till och med {to}', 'til og med {to}', 'up to {to}')

/** All of these words, for who reads such sentences. */
export const recordsWords = {
  anyInteraction,
  interactionFigure,
  deals,
  dealFigure,
  inStage,
  forProduct,
  consentTo,
  fitFigure,
  within,
  fromTo,
  since,
  until,
} as const
