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

/** A text as it is typed without the letters of its language: `Småföretag` becomes `smaforetag`. */
export function plainLetters(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFC')
    .replaceAll(/[æøåäöðþß]/g, (letter) => nordic[letter] ?? letter)
    .normalize('NFKD')
    .replaceAll(/\p{Mark}/gu, '')
}
