import type { Country } from './names.ts'

/**
 * A well-formed number, check digit included, that no company has: in Norway of the synthetic series 31xxxxxxx, in
 * Sweden of a group that is not given out (4), in Denmark and Finland far above those in use. `index` is 0 or more.
 */
export function organisationNumber(country: Country, index: number): string {
  // Some bases have no check digit; seven steps leave room to go on to the next that has.
  for (let offset = index * 7; ; offset++) {
    const number = withCheckDigit(country, offset)
    if (number !== undefined) return number
  }
}

function withCheckDigit(country: Country, offset: number): string | undefined {
  const base = String(bases[country] + offset)
  const check = checkDigits[country](base)
  if (check === undefined) return undefined
  if (country === 'SE') return `${base.slice(0, 6)}-${base.slice(6)}${check}`
  return country === 'FI' ? `${base}-${check}` : `${base}${check}`
}

const bases: { readonly [C in Country]: number } = {
  NO: 31_000_000,
  SE: 492_000_000,
  DK: 9_900_000,
  FI: 9_000_000,
}

/** By country: the last digit for those before it; undefined where there is none. */
export const checkDigits: { readonly [C in Country]: (digits: string) => number | undefined } = {
  NO: (digits) => modulus11(digits, [3, 2, 7, 6, 5, 4, 3, 2]),
  SE: luhn,
  DK: (digits) => modulus11(digits, [2, 7, 6, 5, 4, 3, 2]),
  FI: (digits) => modulus11(digits, [7, 9, 10, 5, 8, 4, 2]),
}

function modulus11(digits: string, weights: readonly number[]): number | undefined {
  const sum = weights.reduce((total, weight, index) => total + weight * Number(digits[index]), 0)
  const check = (11 - (sum % 11)) % 11
  return check === 10 ? undefined : check
}

function luhn(digits: string): number {
  let sum = 0
  for (const [index, digit] of [...digits].entries()) {
    const doubled = Number(digit) * (index % 2 === 0 ? 2 : 1)
    sum += doubled > 9 ? doubled - 9 : doubled
  }
  return (10 - (sum % 10)) % 10
}
