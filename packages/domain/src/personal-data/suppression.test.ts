import { expect, test } from 'vitest'
import { recognisedBy, rememberedAs } from './suppression.ts'

const known = (name: string | null, externalId: string, ...identifiers: readonly string[]) => ({
  source: 'crm',
  externalId,
  name,
  identifiers,
})
const kari = rememberedAs(known('Kari Nes', '1', 'email:nes@nes.no', 'phone:+4722334455', 'id:shop:7'))
const isKnown = (...who: Parameters<typeof known>) =>
  recognisedBy(known(...who)).some((each) => kari.includes(each))

test.each<[string, Parameters<typeof known>, boolean]>([
  ['her e-mail with her name', ['Nes, Kari', '2', 'email:nes@nes.no'], true],
  ['her e-mail alone', [null, '2', 'email:nes@nes.no'], true],
  ['her e-mail with an initial', ['K. Nes', '2', 'email:nes@nes.no'], true],
  ['her e-mail with the name of another of the family', ['Ola Nes', '2', 'email:nes@nes.no'], false],
  ["her switchboard with a colleague's name", ['Per Dahl', '2', 'phone:+4722334455'], false],
  ['her name alone', ['Kari Nes', '2'], false],
  ['her number in the same source', ['Anybody', '1'], true],
  ['her number in another system', ['Anybody', '2', 'id:shop:7'], true],
])('she is known by %s: %s', (_, who, expected) => {
  expect(isKnown(...who)).toBe(expected)
})

test('whoever was erased without a name is known by an e-mail whatever the name', () => {
  const nameless = rememberedAs(known(null, '1', 'email:nes@nes.no'))
  expect(
    recognisedBy(known('Ola Nes', '2', 'email:nes@nes.no')).some((each) => nameless.includes(each)),
  ).toBe(true)
})
