import { foldHeader } from './headers.ts'

/** What customers' health is called that is none of a body's, and trades. */
const ordinary =
  /\b(?:customer|account|client|kunde|kund)s?[\s_-]?(?:health|helse|hälsa)|\bhealth[\s_-]?(?:score|check|index|care)\b/gi

/** Words of special categories in the four languages and of crimes, folded by `foldHeader`. */
const words = new RegExp(
  `^(?:${[
    'helse|halsa|helbred|health|(?:helse|halso|helbreds)(?:tilstand|tillstand|status|data)',
    'helseopplysning(?:er)?|halsouppgift(?:er)?|helbredsoplysning(?:er)?',
    'sykdom(?:mer)?|sjukdom(?:ar)?|sygdom(?:me)?|illness|disease|disability|diagnos(?:e|er|is)?|allerg(?:i|ier|y|ies)',
    'religio(?:n|us)|religios|religiost|livssyn|livsaskadning|livsanskuelse|trosretning|trosinriktning|trossamfunn|trossamfund',
    'politisk|politiskt|politiske|politiska|political|politics|politikk|politik|partitilhorighet|partitillhorighet|partimedlem(?:skap)?',
    'etnisitet|etnicitet|etnisk|etniskt|ethnicity|ethnic',
    'fagforening|fagforeningsmedlem(?:skap|skab)?|fagforbund|fackforening|fackforbund|fackligt?|fackmedlem(?:skap)?|tradeunion',
    'seksuell|seksuel|seksualitet|sexuell|sexualitet|sexual|sexuality',
    'genetisk|genetiske|genetiska|genetic|genetics|biometrisk|biometriske|biometriska|biometric|biometrics',
    'straffedom(?:mer)?|straffedomt|straffeattest|straffbare|brottsregister|criminal',
  ].join('|')})$`,
)

/** Headers that say it as a whole, though their words alone do not. */
const wholes = new Set([
  'tro',
  'parti',
  'race',
  'rase',
  'unionmember',
  'unionmembership',
  'legning',
  'laggning',
])

/** Whether a header plainly speaks of a special category (GDPR, article 9) or of crimes (article 10). */
export function speaksOfSpecialCategory(header: string): boolean {
  const rest = header
    .replaceAll(/(?<=\p{Lowercase_Letter})(?=\p{Uppercase_Letter})/gu, ' ')
    .replaceAll(ordinary, ' ')
  const each = rest.split(/[^\p{Letter}\p{Mark}]+/u).map(foldHeader)
  const pairs = each.slice(1).map((word, index) => `${each[index]}${word}`)
  return wholes.has(foldHeader(rest)) || [...each, ...pairs].some((word) => words.test(word))
}
