import { plainLetters } from './plain-letters.ts'

/** A name for addresses: `Regnskapsførere i vekst` becomes `regnskapsforere-i-vekst`. Empty when nothing is left. */
export function slugify(name: string): string {
  return plainLetters(name)
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
    .slice(0, 100)
}

export function isSlug(text: string): boolean {
  return /^[a-z0-9]+(-[a-z0-9]+)*$/.test(text) && text.length <= 100
}
