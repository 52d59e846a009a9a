import type { Problem } from './result.ts'

/** That a currency is written as ISO 4217 does. */
export function checkCurrency(currency: string): readonly Problem[] {
  if (/^[A-Z]{3}$/.test(currency)) return []
  return [{ path: ['currency'], message: `A currency is written like NOK, not "${currency.slice(0, 40)}".` }]
}

/** That a text is not too long. */
export function checkText(field: string, text: string, longest: number): readonly Problem[] {
  if (text.length <= longest) return []
  return [{ path: [field], message: `At most ${longest} characters; this has ${text.length}.` }]
}

/** The largest number there may be, either way: the sum and the squares of millions of them are still numbers. */
const largestNumber = 1e100
/** The largest amount of money, in any currency: a million billion. */
export const largestAmount = 1e15

export function isNumber(given: unknown): given is number {
  return typeof given === 'number' && Math.abs(given) <= largestNumber
}

export function isAmount(given: unknown): given is number {
  return typeof given === 'number' && Math.abs(given) <= largestAmount
}
