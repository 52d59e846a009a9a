import { predefinedAttributes } from '../attributes/predefined.ts'
import { specialNamesOf } from '../consents/special-names.ts'
import { foldHeader } from './headers.ts'

/** What customers' health is called that is none of a body's, and trades. */
const ordinary =
  /\b(?:customer|account|client|kunde|kund)s?[\s_-]?(?:health|helse|hälsa)|\bhealth[\s_-]?(?:score|check|index|care)\b/gi

/** What the sensitive attributes of the catalogue are called. */
const names = specialNamesOf(predefinedAttributes)

/** Those that mean something else within a longer header: `Parti nr` is of goods, `Läggning av golv` of floors. */
const onlyAlone = new Set(['tro', 'parti', 'legning', 'laggning'])

/** Words of special categories beside those names, in the four languages, and of crimes, folded by `foldHeader`. */
const words = new RegExp(
  `^(?:${[
    '(?:helse|halso|helbreds)(?:tillstand|status|data)',
    'helseopplysning|halsouppgift(?:er)?|helbredsoplysning(?:er)?',
    'sykmeld(?:t|ing)|sygemeld(?:t|ing)|sjukskriv(?:en|ning)|hiv|hivstatus|funksjonshemm(?:et|ing)|funktionsnedsattning|handicap|ufore?(?:grad|trygd)|medisiner|mediciner',
    'sykdom(?:mer)?|sjukdom(?:ar)?|sygdom(?:me)?|illness|disease|disability|diagnos(?:e|er|is)?|allerg(?:i|ier|y|ies)',
    'kirkemedlem(?:skap|skab)?|kyrkomedlem(?:skap)?|hudfarge|hudfarve|religious|religios|religiost|livsanskuelse|trosinriktning|trossamfunn|trossamfund',
    'politisk|politiskt|politiske|politiska|political|partitillhorighet|partimedlem(?:skap)?',
    'etnisk|etniskt|ethnic',
    'fagforening|fagforeningsmedlem(?:skap|skab)?|fagforbund(?:smedlem)?|fackforening|fackforbund|fackligt?|fackmedlem(?:skap)?|tradeunion',
    'seksuell|seksuel|sexuell|sexual',
    'genetisk|genetiske|genetiska|genetic|genetics|biometrisk|biometriske|biometriska|biometric|biometrics',
    'straffedom(?:mer)?|straffedomt|straffeattest|straffbare|strafferegister|belastningsregister|brottsregister|criminal',
  ].join('|')})$`,
)

/** Headers beside those names that say it as a whole, though their words alone do not. */
const wholes = new Set(['race', 'rase', 'unionmember', 'unionmembership'])

/** Whether a header plainly speaks of a special category (GDPR, article 9) or of crimes (article 10). */
export function speaksOfSpecialCategory(header: string): boolean {
  const rest = header
    .replaceAll(/(?<=\p{Lowercase_Letter})(?=\p{Uppercase_Letter})/gu, ' ')
    .replaceAll(ordinary, ' ')
  const each = rest.split(/[^\p{Letter}\p{Mark}]+/u).map(foldHeader)
  const pairs = each.slice(1).map((word, index) => `${each[index]}${word}`)
  const whole = foldHeader(rest)
  return wholes.has(whole) || names.has(whole) || [...each, ...pairs].some(says)
}

function says(word: string): boolean {
  return words.test(word) || (names.has(word) && !onlyAlone.has(word))
}
