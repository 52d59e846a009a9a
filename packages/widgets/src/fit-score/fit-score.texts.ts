import type { Text } from '../language/say.ts'

/** What `pk-fit-score` says. Numbers come in as the locale writes them. */
export const fitScoreTexts = {
  empty: [
    'Fant ikke denne kunden',
    'Kunden hittades inte',
    'Kunden blev ikke fundet',
    'This customer was not found',
  ],
  revision: ['revisjon {0}', 'revision {0}', 'revision {0}', 'revision {0}'],
  ofMaximum: ['av {0} poeng', 'av {0} poäng', 'af {0} point', 'of {0} points'],
  threshold: ['Terskel {0}', 'Tröskel {0}', 'Tærskel {0}', 'Threshold {0}'],
  possible: ['Mulig: {0}–{1}', 'Möjligt: {0}–{1}', 'Muligt: {0}–{1}', 'Possible: {0}–{1}'],
  coverage: [
    '{0} av poengkortet er kjent',
    '{0} av poängkortet är känt',
    '{0} af pointkortet er kendt',
    '{0} of the scorecard is known',
  ],
  band: ['Nivå: {0}', 'Nivå: {0}', 'Niveau: {0}', 'Band: {0}'],
  yes: ['Når terskelen', 'Når tröskeln', 'Når tærsklen', 'Meets the threshold'],
  no: ['Når ikke terskelen', 'Når inte tröskeln', 'Når ikke tærsklen', 'Does not meet the threshold'],
  undecided: ['Ikke avgjort ennå', 'Inte avgjort än', 'Ikke afgjort endnu', 'Not decided yet'],
  enough: [
    '{0} poeng er nok. Terskelen er {1}.',
    '{0} poäng räcker. Tröskeln är {1}.',
    '{0} point er nok. Tærsklen er {1}.',
    '{0} points are enough. The threshold is {1}.',
  ],
  notEnough: [
    '{0} poeng er ikke nok. Terskelen er {1}.',
    '{0} poäng räcker inte. Tröskeln är {1}.',
    '{0} point er ikke nok. Tærsklen er {1}.',
    '{0} points are not enough. The threshold is {1}.',
  ],
  neverEnough: [
    'Selv om alt ukjent slår best mulig ut, blir det {0} poeng. Terskelen er {1}.',
    'Även om allt okänt faller ut så bra det kan blir det {0} poäng. Tröskeln är {1}.',
    'Selv hvis alt ukendt falder bedst muligt ud, bliver det {0} point. Tærsklen er {1}.',
    'Even if everything unknown turns out for the best, it comes to {0} points. The threshold is {1}.',
  ],
  between: [
    'Det kan bli mellom {0} og {1} poeng. Terskelen er {2}.',
    'Det kan bli mellan {0} och {1} poäng. Tröskeln är {2}.',
    'Det kan blive mellem {0} og {1} point. Tærsklen er {2}.',
    'It can come to between {0} and {1} points. The threshold is {2}.',
  ],
  disqualified: ['Diskvalifisert', 'Diskvalificerad', 'Diskvalificeret', 'Disqualified'],
  regardless: [
    'Uansett poeng er dette grunn til å si nei:',
    'Oavsett poäng är detta skäl att tacka nej:',
    'Uanset point er dette grund til at sige nej:',
    'Whatever the points, this is reason to say no:',
  ],
  insufficient: ['For lite er kjent', 'För lite är känt', 'For lidt er kendt', 'Too little is known'],
  insufficientWhy: [
    'Bare {0} av poengkortet er kjent, så poengene sier lite ennå.',
    'Bara {0} av poängkortet är känt, så poängen säger inte mycket än.',
    'Kun {0} af pointkortet er kendt, så pointene siger ikke meget endnu.',
    'Only {0} of the scorecard is known, so the points say little yet.',
  ],
  nextQuestion: [
    'Spør om dette neste gang',
    'Fråga om detta nästa gång',
    'Spørg om dette næste gang',
    'Ask this next',
  ],
  criteria: [
    'Slik er poengene satt',
    'Så är poängen satta',
    'Sådan er pointene givet',
    'How the points were given',
  ],
  criterionPoints: ['{0} av {1}', '{0} av {1}', '{0} af {1}', '{0} of {1}'],
  unknown: ['Ukjent, av {0}', 'Okänt, av {0}', 'Ukendt, af {0}', 'Unknown, of {0}'],
  weight: ['Vekt {0}', 'Vikt {0}', 'Vægt {0}', 'Weight {0}'],
} satisfies Record<string, Text>
