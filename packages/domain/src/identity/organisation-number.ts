/** A country whose organisation numbers are checked by their last digit. */
export type NumberCountry = 'NO' | 'SE' | 'DK' | 'FI'

/** An organisation number with the country that gave it. */
export interface OrganisationNumber {
  readonly country: NumberCountry
  readonly digits: string
}

/**
 * Reads a Norwegian (9 digits), Swedish (10), Danish (8) or Finnish (7 and, behind a hyphen, 1) organisation number:
 * `NO 923 609 016 MVA`, `SE556703748501`, `DK-25313763`, `0112038-9`. Undefined where its form or its check digit is of
 * none of them.
 */
export function readOrganisationNumber(written: string): OrganisationNumber | undefined {
  const bare = written.toUpperCase().replaceAll(/[^0-9A-Z]/g, '')
  const [, prefix, body = ''] = /^(NO|SE|DK|FI)?(\d+)(?:MVA)?$/.exec(bare) ?? []
  const digits = prefix === 'SE' && body.length === 12 ? body.slice(0, 10) : body
  const country = /\d{7}-\d$/.test(written.trim()) ? (prefix ?? 'FI') : prefix
  const found = countries.find((each) => isOf[each](digits) && (country ?? each) === each)
  return found && { country: found, digits }
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
