import type { Locale } from '@profilkort/domain/locales/locale'
import type { ThresholdAnswer } from './fit-score.graphql.ts'

interface FitScoreTexts {
  readonly empty: string
  readonly revision: (revision: number) => string
  /** `12 poeng`, of a number already written by the locale. */
  readonly points: (points: string, count: number) => string
  readonly ofMaximum: (maximum: string) => string
  readonly threshold: (threshold: string) => string
  readonly possible: (low: string, high: string) => string
  readonly coverage: (share: string) => string
  readonly band: (label: string) => string
  readonly answers: Record<ThresholdAnswer, string>
  readonly enough: (points: string, threshold: string) => string
  readonly notEnough: (points: string, threshold: string) => string
  /** No, whatever the unknown turns out to be. */
  readonly neverEnough: (high: string, threshold: string) => string
  readonly undecided: (low: string, high: string, threshold: string) => string
  readonly disqualified: string
  readonly regardless: string
  readonly insufficient: string
  readonly insufficientWhy: (share: string) => string
  readonly nextQuestion: string
  readonly criteria: string
  readonly criterionPoints: (points: string, maximum: string) => string
  readonly unknown: (maximum: string) => string
  readonly weight: (weight: string) => string
  readonly noExplanation: string
  readonly unknownWhy: string
  readonly provenance: (source: string | null, date: string | undefined) => string
}

const provenance = (source: string | null, date: string | undefined): string =>
  [source, date].filter((part) => part !== null && part !== undefined && part !== '').join(', ')

/** What `pk-fit-score` says. Numbers come in as the locale writes them. */
export const fitScoreTexts = {
  nb: {
    empty: 'Fant ikke denne kunden',
    revision: (revision) => `revisjon ${revision}`,
    points: (points) => `${points} poeng`,
    ofMaximum: (maximum) => `av ${maximum} poeng`,
    threshold: (threshold) => `Terskel ${threshold}`,
    possible: (low, high) => `Mulig: ${low}–${high}`,
    coverage: (share) => `${share} av poengkortet er kjent`,
    band: (label) => `Nivå: ${label}`,
    answers: { YES: 'Når terskelen', NO: 'Når ikke terskelen', UNDECIDED: 'Ikke avgjort ennå' },
    enough: (points, threshold) => `${points} poeng er nok. Terskelen er ${threshold}.`,
    notEnough: (points, threshold) => `${points} poeng er ikke nok. Terskelen er ${threshold}.`,
    neverEnough: (high, threshold) =>
      `Selv om alt ukjent slår best mulig ut, blir det ${high} poeng. Terskelen er ${threshold}.`,
    undecided: (low, high, threshold) =>
      `Det kan bli mellom ${low} og ${high} poeng. Terskelen er ${threshold}.`,
    disqualified: 'Diskvalifisert',
    regardless: 'Uansett poeng er dette grunn til å si nei:',
    insufficient: 'For lite er kjent',
    insufficientWhy: (share) => `Bare ${share} av poengkortet er kjent, så poengene sier lite ennå.`,
    nextQuestion: 'Spør om dette neste gang',
    criteria: 'Slik er poengene satt',
    criterionPoints: (points, maximum) => `${points} av ${maximum}`,
    unknown: (maximum) => `Ukjent, av ${maximum}`,
    weight: (weight) => `Vekt ${weight}`,
    noExplanation: 'Ingen begrunnelse er gitt.',
    unknownWhy: 'Vi vet ikke nok til å gi poeng for dette.',
    provenance,
  },
  sv: {
    empty: 'Kunden hittades inte',
    revision: (revision) => `revision ${revision}`,
    points: (points) => `${points} poäng`,
    ofMaximum: (maximum) => `av ${maximum} poäng`,
    threshold: (threshold) => `Tröskel ${threshold}`,
    possible: (low, high) => `Möjligt: ${low}–${high}`,
    coverage: (share) => `${share} av poängkortet är känt`,
    band: (label) => `Nivå: ${label}`,
    answers: { YES: 'Når tröskeln', NO: 'Når inte tröskeln', UNDECIDED: 'Inte avgjort än' },
    enough: (points, threshold) => `${points} poäng räcker. Tröskeln är ${threshold}.`,
    notEnough: (points, threshold) => `${points} poäng räcker inte. Tröskeln är ${threshold}.`,
    neverEnough: (high, threshold) =>
      `Även om allt okänt faller ut så bra det kan blir det ${high} poäng. Tröskeln är ${threshold}.`,
    undecided: (low, high, threshold) =>
      `Det kan bli mellan ${low} och ${high} poäng. Tröskeln är ${threshold}.`,
    disqualified: 'Diskvalificerad',
    regardless: 'Oavsett poäng är detta skäl att tacka nej:',
    insufficient: 'För lite är känt',
    insufficientWhy: (share) => `Bara ${share} av poängkortet är känt, så poängen säger inte mycket än.`,
    nextQuestion: 'Fråga om detta nästa gång',
    criteria: 'Så är poängen satta',
    criterionPoints: (points, maximum) => `${points} av ${maximum}`,
    unknown: (maximum) => `Okänt, av ${maximum}`,
    weight: (weight) => `Vikt ${weight}`,
    noExplanation: 'Ingen motivering har angetts.',
    unknownWhy: 'Vi vet inte tillräckligt för att ge poäng för detta.',
    provenance,
  },
  da: {
    empty: 'Kunden blev ikke fundet',
    revision: (revision) => `revision ${revision}`,
    points: (points) => `${points} point`,
    ofMaximum: (maximum) => `af ${maximum} point`,
    threshold: (threshold) => `Tærskel ${threshold}`,
    possible: (low, high) => `Muligt: ${low}–${high}`,
    coverage: (share) => `${share} af pointkortet er kendt`,
    band: (label) => `Niveau: ${label}`,
    answers: { YES: 'Når tærsklen', NO: 'Når ikke tærsklen', UNDECIDED: 'Ikke afgjort endnu' },
    enough: (points, threshold) => `${points} point er nok. Tærsklen er ${threshold}.`,
    notEnough: (points, threshold) => `${points} point er ikke nok. Tærsklen er ${threshold}.`,
    neverEnough: (high, threshold) =>
      `Selv hvis alt ukendt falder bedst muligt ud, bliver det ${high} point. Tærsklen er ${threshold}.`,
    undecided: (low, high, threshold) =>
      `Det kan blive mellem ${low} og ${high} point. Tærsklen er ${threshold}.`,
    disqualified: 'Diskvalificeret',
    regardless: 'Uanset point er dette grund til at sige nej:',
    insufficient: 'For lidt er kendt',
    insufficientWhy: (share) => `Kun ${share} af pointkortet er kendt, så pointene siger ikke meget endnu.`,
    nextQuestion: 'Spørg om dette næste gang',
    criteria: 'Sådan er pointene givet',
    criterionPoints: (points, maximum) => `${points} af ${maximum}`,
    unknown: (maximum) => `Ukendt, af ${maximum}`,
    weight: (weight) => `Vægt ${weight}`,
    noExplanation: 'Der er ikke givet nogen begrundelse.',
    unknownWhy: 'Vi ved ikke nok til at give point for dette.',
    provenance,
  },
  en: {
    empty: 'This customer was not found',
    revision: (revision) => `revision ${revision}`,
    points: (points, count) => `${points} ${count === 1 ? 'point' : 'points'}`,
    ofMaximum: (maximum) => `of ${maximum} points`,
    threshold: (threshold) => `Threshold ${threshold}`,
    possible: (low, high) => `Possible: ${low}–${high}`,
    coverage: (share) => `${share} of the scorecard is known`,
    band: (label) => `Band: ${label}`,
    answers: { YES: 'Meets the threshold', NO: 'Does not meet the threshold', UNDECIDED: 'Not decided yet' },
    enough: (points, threshold) => `${points} points are enough. The threshold is ${threshold}.`,
    notEnough: (points, threshold) => `${points} points are not enough. The threshold is ${threshold}.`,
    neverEnough: (high, threshold) =>
      `Even if everything unknown turns out for the best, it comes to ${high} points. The threshold is ${threshold}.`,
    undecided: (low, high, threshold) =>
      `It can come to between ${low} and ${high} points. The threshold is ${threshold}.`,
    disqualified: 'Disqualified',
    regardless: 'Whatever the points, this is reason to say no:',
    insufficient: 'Too little is known',
    insufficientWhy: (share) => `Only ${share} of the scorecard is known, so the points say little yet.`,
    nextQuestion: 'Ask this next',
    criteria: 'How the points were given',
    criterionPoints: (points, maximum) => `${points} of ${maximum}`,
    unknown: (maximum) => `Unknown, of ${maximum}`,
    weight: (weight) => `Weight ${weight}`,
    noExplanation: 'No reason was given.',
    unknownWhy: 'Not enough is known to give points for this.',
    provenance,
  },
} as const satisfies Record<Locale, FitScoreTexts>
