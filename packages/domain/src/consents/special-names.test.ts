import { expect, test } from 'vitest'
import { specialIn, specialNamesOf, withoutSpecial } from './special-names.ts'

const names = specialNamesOf([
  { key: 'faith', label: { nb: 'Tro og livssyn', en: 'Faith' }, sensitive: true },
  { key: 'unionMember', label: { nb: 'Fagforening' }, sensitive: true },
  { key: 'city', label: { nb: 'Poststed' }, sensitive: false },
])

const told = {
  city: 'Bergen',
  'Tro og livssyn': 'Åsatru',
  order: { lines: [{ FAITH: 'Åsatru', price: 3 }, 'text', null], union_member: true },
}

test('a special category is told by the key or a label of its attribute, however deep', () => {
  expect(specialIn(told, names)).toEqual(new Set(['faith', 'unionMember']))
  expect(specialIn({ city: 'faith' }, names)).toEqual(new Set())
  expect(specialIn('faith', names)).toEqual(new Set())
})

test('what tells of a withheld attribute is left out, and all else is as it was', () => {
  expect(withoutSpecial(told, names, new Set(['faith']))).toEqual({
    city: 'Bergen',
    order: { lines: [{ price: 3 }, 'text', null], union_member: true },
  })
  expect(withoutSpecial(told, names, new Set())).toEqual(told)
})
