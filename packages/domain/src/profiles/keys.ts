import type { Problem } from '../result.ts'

/** Whether a text can be the key of a field, a trait or a criterion. */
export function isKey(key: string): boolean {
  return /^[a-z][A-Za-z0-9]{0,59}$/.test(key)
}

export function keyHelp(key: string): string {
  return `"${key}" is not a key. Begin with a small letter, then letters and digits, at most 60: "annualRevenue".`
}

/** The problems of keys that stand twice in a list of things with keys. */
export function duplicateKeys(
  things: readonly { readonly key: string }[],
  where: string,
): readonly Problem[] {
  const seen = new Set<string>()
  return things.flatMap(({ key }, index): Problem[] => {
    if (!seen.has(key)) {
      seen.add(key)
      return []
    }
    return [{ path: [where, index, 'key'], message: `The key "${key}" stands twice. Give each its own.` }]
  })
}
