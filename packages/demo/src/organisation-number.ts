import type { Country } from './names.ts'

const norwegianWeights = [3, 2, 7, 6, 5, 4, 3, 2]

/**
 * A well-formed number that no company has: in Norway of the test series 31xxxxxxx with its check digit (modulus 11),
 * elsewhere of the country's length. `index` is 0 or more.
 */
export function organisationNumber(country: Country, index: number): string {
  switch (country) {
    case 'NO':
      return norwegian(index)
    case 'SE':
      return withLuhn(`5599${String(index).padStart(5, '0')}`)
    case 'DK':
      return `99${String(index).padStart(6, '0')}`
    case 'FI':
      return `9${String(index).padStart(6, '0')}-0`
  }
}

function norwegian(index: number): string {
  // One base in eleven has no check digit; 7 steps leave room to go to the next that has.
  for (let base = 31_000_000 + index * 7; ; base++) {
    const check = norwegianCheckDigit(String(base))
    if (check !== undefined) return `${base}${check}`
  }
}

/** The ninth digit for the first eight; undefined where there is none. */
export function norwegianCheckDigit(digits: string): number | undefined {
  const sum = norwegianWeights.reduce((total, weight, index) => total + weight * Number(digits[index]), 0)
  const check = (11 - (sum % 11)) % 11
  return check === 10 ? undefined : check
}

function withLuhn(digits: string): string {
  let sum = 0
  for (const [index, digit] of [...digits].entries()) {
    const doubled = Number(digit) * (index % 2 === 0 ? 2 : 1)
    sum += doubled > 9 ? doubled - 9 : doubled
  }
  return `${digits}${(10 - (sum % 10)) % 10}`
}
