import { expect, test } from 'vitest'
import { demoConsents } from './consents.ts'
import { generateDemo } from './generate.ts'

const { contacts } = generateDemo('consents', '2026-11-01', {
  companies: 200,
  contacts: 600,
  deals: 500,
  interactions: 0,
})
const consents = demoConsents(contacts)
const of = (purpose: string, state: string) =>
  consents.filter((each) => each.purpose === purpose && each.state === state)

test('the same contacts say the same', () => {
  expect(demoConsents(contacts)).toEqual(consents)
})

test('most may be profiled, some want news, some have withdrawn, and for a few it has run out', () => {
  expect(of('profiling', 'given').length).toBeGreaterThan(450)
  expect(of('marketing', 'given').length).toBeGreaterThan(200)
  expect(of('marketing', 'withdrawn').length).toBeGreaterThan(10)
  expect(consents.filter(({ expiresOn }) => expiresOn !== null).length).toBeGreaterThan(5)
})

test('whoever withdrew had said yes before, and a yes runs out after it was said', () => {
  for (const { contactId, day } of of('marketing', 'withdrawn')) {
    const yes = of('marketing', 'given').find((each) => each.contactId === contactId)
    expect(yes?.day.localeCompare(day)).toBe(-1)
  }
  for (const { day, expiresOn } of consents) if (expiresOn !== null) expect(day < expiresOn).toBe(true)
})
