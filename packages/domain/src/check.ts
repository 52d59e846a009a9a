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
