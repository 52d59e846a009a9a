import type { Locale } from '../locales/locale.ts'
import type { FitCause, FitChange, FitSummary } from './fit-change.ts'

type Words = { readonly [L in Locale]: string }

const causes: { readonly [C in FitCause]: Words } = {
  published: {
    nb: 'Revisjon {revision} ble publisert',
    sv: 'Revision {revision} publicerades',
    da: 'Revision {revision} blev udgivet',
    en: 'Revision {revision} was published',
  },
  customerChanged: {
    nb: 'Opplysninger om kunden ble endret',
    sv: 'Uppgifter om kunden ändrades',
    da: 'Oplysninger om kunden blev ændret',
    en: 'What is known of the customer changed',
  },
  answered: {
    nb: '{by} svarte eller trakk et svar tilbake',
    sv: '{by} svarade eller drog tillbaka ett svar',
    da: '{by} svarede eller trak et svar tilbage',
    en: '{by} answered, or took an answer back',
  },
  timePassed: {
    nb: 'Tiden gikk, eller noe rundt kunden ble endret',
    sv: 'Tiden gick, eller något kring kunden ändrades',
    da: 'Tiden gik, eller noget omkring kunden blev ændret',
    en: 'Time passed, or something around the customer changed',
  },
  customerGone: {
    nb: 'Kunden ble slått sammen med en annen eller kan ikke lenger vurderes',
    sv: 'Kunden slogs ihop med en annan eller får inte längre bedömas',
    da: 'Kunden blev lagt sammen med en anden eller må ikke længere vurderes',
    en: 'The customer was joined with another, or may not be judged any more',
  },
}

const points: { readonly [L in Locale]: (text: string, isOne: boolean) => string } = {
  nb: (text) => `${text} poeng`,
  sv: (text) => `${text} poäng`,
  da: (text) => `${text} point`,
  en: (text, isOne) => `${text} ${isOne ? 'point' : 'points'}`,
}

const states: { readonly [S in FitSummary['status']]: Words } = {
  scored: { nb: '', sv: '', da: '', en: '' },
  disqualified: { nb: 'diskvalifisert', sv: 'diskvalificerad', da: 'diskvalificeret', en: 'disqualified' },
  insufficientData: {
    nb: 'for lite kjent',
    sv: 'för lite känt',
    da: 'for lidt kendt',
    en: 'too little known',
  },
}

const nobody: Words = { nb: 'ingen vurdering', sv: 'ingen bedömning', da: 'ingen vurdering', en: 'no fit' }

/** A change of a fit in words: "Kari answered, or took an answer back: 2 points → 4 points". */
export function describeFitChange(
  { cause, revision, by, before, after }: Omit<FitChange, 'id' | 'at'>,
  locale: Locale,
): string {
  const why = causes[cause][locale].replace('{revision}', String(revision)).replace('{by}', by ?? '')
  return `${why}: ${told(before, locale)} → ${told(after, locale)}`
}

function told(summary: FitSummary | null, locale: Locale): string {
  if (summary === null) return nobody[locale]
  const number = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 }).format(summary.points)
  const state = states[summary.status][locale]
  const text = points[locale](number, summary.points === 1)
  return state === '' ? text : `${text} (${state})`
}
