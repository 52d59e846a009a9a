import { builder } from './builder.ts'

/** A GraphQL enum of domain words: `idealCustomerProfile` becomes IDEAL_CUSTOMER_PROFILE. */
export function enumOf<const Word extends string>(
  name: string,
  description: string,
  words: { readonly [W in Word]: string },
) {
  const values = Object.entries<string>(words).map(([word, wordDescription]) => [
    toConstantCase(word),
    { value: word as Word, description: wordDescription },
  ])
  return builder.enumType(name, {
    description,
    values: Object.fromEntries(values) as Record<string, { value: Word }>,
  })
}

function toConstantCase(word: string): string {
  return word.replaceAll(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase()
}
