const nordic: { readonly [letter: string]: string } = {
  æ: 'ae',
  ø: 'o',
  å: 'a',
  ä: 'a',
  ö: 'o',
  ð: 'd',
  þ: 'th',
  ß: 'ss',
}

/** A name for addresses: `Regnskapsførere i vekst` becomes `regnskapsforere-i-vekst`. Empty when nothing is left. */
export function slugify(name: string): string {
  return name
    .toLowerCase()
    .replaceAll(/[æøåäöðþß]/g, (letter) => nordic[letter] ?? letter)
    .normalize('NFKD')
    .replaceAll(/\p{Mark}/gu, '')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
    .slice(0, 100)
}

export function isSlug(text: string): boolean {
  return /^[a-z0-9]+(-[a-z0-9]+)*$/.test(text) && text.length <= 100
}
