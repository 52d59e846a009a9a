import { in4, type Locale, type LocaleChain, resolveText, type Translated } from '../locales/locale.ts'
import type { CombinedFit, FitSide, GradedFit } from './combined-fit.ts'

const sides: { readonly [S in FitSide]: Translated } = {
  company: in4('Bedriften', 'Företaget', 'Virksomheden', 'The company'),
  person: in4('Personen', 'Personen', 'Personen', 'The person'),
}

const texts: {
  readonly [L in Locale]: {
    readonly scored: (side: string, band: string, percent: string) => string
    readonly insufficient: (side: string, known: string) => string
    readonly disqualified: (side: string, reason: string) => string
  }
} = {
  nb: {
    scored: (side, band, percent) => `${side}: ${band} (${percent}).`,
    insufficient: (side, known) => `${side}: bare ${known} er kjent, for lite til å si noe.`,
    disqualified: (side, reason) => `${side} er diskvalifisert: ${reason}`,
  },
  sv: {
    scored: (side, band, percent) => `${side}: ${band} (${percent}).`,
    insufficient: (side, known) => `${side}: bara ${known} är känt, för lite för att säga något.`,
    disqualified: (side, reason) => `${side} är diskvalificerad: ${reason}`,
  },
  da: {
    scored: (side, band, percent) => `${side}: ${band} (${percent}).`,
    insufficient: (side, known) => `${side}: kun ${known} er kendt, for lidt til at sige noget.`,
    disqualified: (side, reason) => `${side} er diskvalificeret: ${reason}`,
  },
  en: {
    scored: (side, band, percent) => `${side}: ${band} (${percent}).`,
    insufficient: (side, known) => `${side}: only ${known} is known, too little to tell.`,
    disqualified: (side, reason) => `${side} is disqualified: ${reason}`,
  },
}

/** Why a person and its company have their grade: what each side has, or why it has none. */
export function explainCombined(
  combined: CombinedFit,
  company: GradedFit,
  person: GradedFit,
  chain: LocaleChain,
): readonly string[] {
  return [
    ...explainSide(combined, 'company', company, chain),
    ...explainSide(combined, 'person', person, chain),
  ]
}

function explainSide(
  { disqualifiedBy }: CombinedFit,
  side: FitSide,
  { fit }: GradedFit,
  chain: LocaleChain,
): readonly string[] {
  const say = texts[chain[0]]
  const name = sides[side][chain[0]]
  const percent = (share: number) =>
    new Intl.NumberFormat(chain[0], { style: 'percent', maximumFractionDigits: 0 }).format(share)
  const reasons = disqualifiedBy.filter((each) => each.side === side)
  if (reasons.length > 0) {
    return reasons.map(({ disqualifier: { reason, key } }) =>
      say.disqualified(name, resolveText(reason, chain)?.text ?? key),
    )
  }
  if (fit.band === undefined) return [say.insufficient(name, percent(fit.coverage))]
  return [
    say.scored(name, resolveText(fit.band.label, chain)?.text ?? fit.band.key, percent(fit.percent / 100)),
  ]
}
