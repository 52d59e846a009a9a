import { expect, test } from 'vitest'
import { receiptsOf, recognisedBy, rememberedAs } from './suppression.ts'

const known = (name: string | null, externalId: string, ...identifiers: readonly string[]) => ({
  source: 'crm',
  externalId,
  name,
  identifiers,
})
const kari = rememberedAs([known('Kari Nes', '1', 'email:nes@nes.no', 'phone:+4722334455', 'id:shop:7')])
const isKnown = (...who: Parameters<typeof known>) =>
  recognisedBy(known(...who)).some((each) => kari.includes(each))

test.each<[string, Parameters<typeof known>, boolean]>([
  ['her e-mail with her name', ['Nes, Kari', '2', 'email:nes@nes.no'], true],
  ['her e-mail alone', [null, '2', 'email:nes@nes.no'], true],
  ['her e-mail with an initial', ['K. Nes', '2', 'email:nes@nes.no'], true],
  ['her e-mail with the name of another of the family', ['Ola Nes', '2', 'email:nes@nes.no'], false],
  ["her switchboard with a colleague's name", ['Per Dahl', '2', 'phone:+4722334455'], false],
  ['her e-mail with her names the other way round', ['Nes Kari', '2', 'email:nes@nes.no'], true],
  ['her e-mail with a title', ['Fru Kari Nes', '2', 'email:nes@nes.no'], true],
  ['her e-mail with a shorter title', ['Dr. Kari', '2', 'email:nes@nes.no'], true],
  ['her e-mail with a second first name', ['Kari-Marie Nes', '2', 'email:nes@nes.no'], true],
  ['her e-mail with a first name before hers', ['Anne Kari Nes', '2', 'email:nes@nes.no'], true],
  ['her e-mail with a title and the name of another', ['Herr Ola Nes', '2', 'email:nes@nes.no'], false],
  ['her name alone', ['Kari Nes', '2'], false],
  ['her number in the same source', ['Anybody', '1'], true],
  ['her number in another system', ['Anybody', '2', 'id:shop:7'], true],
])('she is known by %s: %s', (_, who, expected) => {
  expect(isKnown(...who)).toBe(expected)
})

test('whoever was erased without a name is known by an e-mail whatever the name', () => {
  const nameless = rememberedAs([known(null, '1', 'email:nes@nes.no')])
  expect(
    recognisedBy(known('Ola Nes', '2', 'email:nes@nes.no')).some((each) => nameless.includes(each)),
  ).toBe(true)
})

const token = 'email:nes@nes.no'
const isRemembered = (remembered: readonly string[], ...who: Parameters<typeof known>) =>
  recognisedBy(known(...who)).some((each) => remembered.includes(each))

test('who is called by a longer name, or with a title, is known by the shorter', () => {
  for (const name of ['Erika-Marie Nes', 'Frk. Erika Nes', 'Nes, Erika'])
    expect(isRemembered(rememberedAs([known(name, '1', token)]), 'Erika Nes', '2', token), name).toBe(true)
})

test('of a family that shares an e-mail only the erased one is kept out, and her receipt is found', () => {
  const others = [{ token, name: 'Ola Nes' }]
  const remembered = rememberedAs([known('Kari Nes', '1', token)], others)
  expect(isRemembered(remembered, 'Kari Nes', '2', token)).toBe(true)
  expect(isRemembered(remembered, 'Ola Nes', '2', token)).toBe(false)
  expect(isRemembered(remembered, 'Per Nes', '2', token)).toBe(false)
  expect(isRemembered(remembered, null, '2', token)).toBe(false)
  expect(receiptsOf(token).some((each) => remembered.includes(each))).toBe(true)
})

test('nobody is kept out by what another who shares it would be taken for', () => {
  const others = [token, 'id:shop:7'].map((each) => ({ token: each, name: 'Kari Nes' }))
  const remembered = rememberedAs([known('Kari Nes', '1', token, 'id:shop:7')], others)
  expect(isRemembered(remembered, 'Kari Nes', '3', token, 'id:shop:7')).toBe(false)
  const nameless = rememberedAs([known(null, '1', token)], others)
  expect(isRemembered(nameless, 'Kari Nes', '3', token)).toBe(false)
  expect(receiptsOf(token).some((each) => nameless.includes(each))).toBe(true)
})

test('who went by two names is known by either with any e-mail, and a nameless record adds no other', () => {
  const others = ['email:bob@x.no', 'email:robert@x.no'] as const
  const remembered = rememberedAs([
    known('Bob Moe', '1', others[0]),
    known('Robert Moe', '2', others[1]),
    known(null, '3', others[0]),
  ])
  expect(isRemembered(remembered, 'Robert Moe', '4', others[0])).toBe(true)
  expect(isRemembered(remembered, 'Bob Moe', '4', others[1])).toBe(true)
  expect(isRemembered(remembered, null, '4', others[1])).toBe(true)
  expect(isRemembered(remembered, 'Kari Moe', '4', others[0])).toBe(false)
})

test('whoever was erased with a title is known by it, and a title makes no two people one', () => {
  for (const [title, name] of [
    ['dr', 'Dr. Kari Nes'],
    ['dr', 'Nes, Dr. Kari'],
    ['fru', 'Fru Nes'],
    ['hr', 'Hr. Nes'],
  ] as const)
    expect(isRemembered([`${token}|*`, `${token}|${title}`], name, '2', token), name).toBe(true)
  const remembered = rememberedAs([known('Dr. Kari Nes', '1', token)])
  expect(isRemembered(remembered, 'Dr. Kari', '2', token)).toBe(true)
  expect(isRemembered(remembered, 'Dr. Ola', '2', token)).toBe(false)
})

test('whoever was erased with an address in Punycode is known by it as people write it, and the receipt is found', () => {
  const [old, today] = ['email:post@xn--kre-ula.no', 'email:post@kåre.no']
  const before = [`${old}|*`, `${old}|kari`, `${old}|?`]
  expect(isRemembered(before, 'Kari Nes', '2', today)).toBe(true)
  expect(isRemembered(before, 'Ola Nes', '2', today)).toBe(false)
  expect(receiptsOf(today).some((each) => before.includes(each))).toBe(true)
  const remembered = rememberedAs([known('Kari Nes', '1', old)], [{ token: today, name: 'Ola Nes' }])
  expect(isRemembered(remembered, 'Kari Nes', '2', today)).toBe(true)
  expect(isRemembered(remembered, null, '2', today)).toBe(false)
})

test('where a source tells people apart by an e-mail that a family shares, the others of it stay welcome', () => {
  const of = (name: string | null) => ({
    source: 'crm',
    externalId: 'Hjem@nes.no',
    name,
    identifiers: ['email:hjem@nes.no'],
  })
  const remembered = rememberedAs([of('Kari Nes')])
  const isKnown = (name: string | null) => recognisedBy(of(name)).some((each) => remembered.includes(each))
  expect([isKnown('Kari Nes'), isKnown('Ola Nes'), isKnown(null)]).toEqual([true, false, true])
  expect(rememberedAs([of(null)])).toContain('record:crm:Hjem@nes.no')
})
