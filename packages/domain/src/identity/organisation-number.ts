/** A country whose organisation numbers are checked by their last digit. */
export type NumberCountry = 'NO' | 'SE' | 'DK' | 'FI'

/** An organisation number with the country that gave it. */
export interface OrganisationNumber {
  readonly country: NumberCountry
  readonly digits: string
}

/**
 * Reads a Norwegian (9 digits), Swedish (10, or 12 with the century 16), Danish (8) or Finnish (7 and, behind a hyphen, 1)
 * organisation number, with or without the word for it before: `NO 923 609 016 MVA`, `Org.nr. 923609016`,
 * `SE556703748501`, `16556703-7485`, `CVR 25313763`, `0112038-9`. Undefined where its form or its check digit is of none of
 * them.
 */
export function readOrganisationNumber(written: string): OrganisationNumber | undefined {
  const bare = written.toUpperCase().replaceAll(/[^0-9A-Z]/g, '')
  const word = words.exec(bare)?.[0] ?? ''
  const [, prefix, body = ''] =
    /^(NO|SE|DK|FI)?(\d+)(?:MVA)?(?:FORETAKSREGISTERET)?$/.exec(bare.slice(word.length)) ?? []
  const told = prefix ?? countryOf(word) ?? (/\d{7}-\d$/.test(written.trim()) ? 'FI' : undefined)
  for (const digits of bodiesOf(body, prefix)) {
    const found = countries.find((each) => isOf[each](digits) && (told ?? each) === each)
    if (found !== undefined) return { country: found, digits }
  }
  return undefined
}

/** What stands before a number to say what it is. */
const words =
  /^(?:ORG(?:ANISASJONS?|ANISATIONS?)?|FORETAKS|CVR|VAT|MVA|YTUNNUS|FO|BUSINESSID)(?:NUMMER|NUMBER|NR|NO)?/

function countryOf(word: string): NumberCountry | undefined {
  if (word.startsWith('CVR')) return 'DK'
  return /^(?:YTUNNUS|FO(?!RETAKS)|BUSINESSID)/.test(word) ? 'FI' : undefined
}

/** A Swedish number may stand behind its century, `16`, or before what VAT adds to it. */
function bodiesOf(body: string, prefix: string | undefined): readonly string[] {
  if (body.length !== 12) return [body]
  return [...(body.startsWith('16') ? [body.slice(2)] : []), ...(prefix === 'SE' ? [body.slice(0, 10)] : [])]
}

const countries = ['NO', 'SE', 'DK', 'FI'] as const

const isOf: { readonly [C in NumberCountry]: (digits: string) => boolean } = {
  // Brønnøysundregistrene: weights 3 2 7 6 5 4 3 2, the last digit makes the sum divisible by 11.
  NO: (digits) => /^[389]\d{8}$/.test(digits) && weighted(digits, [3, 2, 7, 6, 5, 4, 3, 2, 1]) % 11 === 0,
  // Bolagsverket: the Luhn sum; the third digit is 2 or more, unlike a month of birth.
  SE: (digits) => /^\d{2}[2-9]\d{7}$/.test(digits) && luhn(digits) % 10 === 0,
  // Erhvervsstyrelsen (CVR): weights 2 7 6 5 4 3 2 1.
  DK: (digits) => /^[1-9]\d{7}$/.test(digits) && weighted(digits, [2, 7, 6, 5, 4, 3, 2, 1]) % 11 === 0,
  // Patentti- ja rekisterihallitus: weights 7 9 10 5 8 4 2 1.
  FI: (digits) => /^\d{8}$/.test(digits) && weighted(digits, [7, 9, 10, 5, 8, 4, 2, 1]) % 11 === 0,
}

function weighted(digits: string, weights: readonly number[]): number {
  return weights.reduce((sum, weight, place) => sum + weight * Number(digits[place]), 0)
}

function luhn(digits: string): number {
  return [...digits].reduce((sum, digit, place) => {
    const doubled = Number(digit) * (place % 2 === 0 ? 2 : 1)
    return sum + (doubled > 9 ? doubled - 9 : doubled)
  }, 0)
}
