/**
 * The sum of finite numbers as decimals, without rounding until the end: the same in whatever order, and the same that
 * PostgreSQL's `numeric` comes to. Undefined of none, and where it is greater than any double.
 */
export function sumExactly(numbers: readonly number[]): number | undefined {
  if (numbers.length === 0) return undefined
  const plain = numbers.reduce((sum, each) => sum + each, 0)
  if (Number.isSafeInteger(plain) && numbers.every(isSmallInteger)) return plain
  const decimals = numbers.map(toDecimal)
  const places = Math.max(...decimals.map((each) => each.places))
  const sum = decimals.reduce((all, each) => all + each.digits * 10n ** BigInt(places - each.places), 0n)
  const written = Number(`${sum}e-${places}`)
  return Number.isFinite(written) ? written : undefined
}

const most = 2 ** 31

/** Sums of these are exact for millions of them. */
function isSmallInteger(number: number): boolean {
  return Number.isInteger(number) && Math.abs(number) < most
}

/** A number as written, `-1.25e-7`: whole digits and how many of them are behind the point. */
function toDecimal(number: number): { readonly digits: bigint; readonly places: number } {
  const [mantissa = '0', exponent = '0'] = String(number).split('e')
  const [whole = '0', fraction = ''] = mantissa.split('.')
  const digits = BigInt(whole + fraction)
  const places = fraction.length - Number(exponent)
  return places >= 0 ? { digits, places } : { digits: digits * 10n ** BigInt(-places), places: 0 }
}
