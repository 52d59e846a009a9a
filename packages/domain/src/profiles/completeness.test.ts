import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { locales } from '../locales/locale.ts'
import { completenessOf } from './completeness.ts'
import { emptyContent, type ProfileContent } from './profile.ts'
import { contentArbitrary } from './testing/contents.ts'
import { testTemplate } from './testing/template.ts'

const picture = { hash: 'f'.repeat(64), alt: { nb: 'Kari' } }
const everyone = { kind: 'all', rules: [] } as const
const large = { kind: 'atLeast', field: { kind: 'attribute', key: 'employees' }, value: 20 } as const

const full: ProfileContent = {
  ...emptyContent,
  name: { nb: 'Kari' },
  summary: { nb: 'Daglig leder' },
  fields: {
    role: { kind: 'text', text: { nb: 'Leder' } },
    day: { kind: 'text', text: { nb: 'Lang' } },
    motto: { kind: 'text', text: { nb: 'Nå' } },
    goals: { kind: 'list', items: { nb: ['', 'Vokse'] } },
    face: { kind: 'picture', picture },
    colleagues: { kind: 'number', number: 0 },
    budget: { kind: 'money', amount: 0, currency: 'NOK' },
    channels: { kind: 'choice', options: ['email'] },
    site: { kind: 'link', url: 'https://example.com', label: {} },
  },
  traits: [{ key: 'size', label: { nb: 'Størrelse' }, words: { nb: 'Stor' }, rule: everyone }],
}

test('a profile is complete in a language once everything is written in it', () => {
  expect(completenessOf(full, testTemplate, 'nb')).toEqual({
    filled: 12,
    expected: 12,
    share: 1,
    missing: [],
  })
})

test('in another language what has no language counts, and the rest is named with its label', () => {
  expect(completenessOf(full, testTemplate, 'sv')).toEqual({
    filled: 4,
    expected: 12,
    share: 4 / 12,
    missing: [
      { path: 'name.sv', label: 'Namn' },
      { path: 'summary.sv', label: 'Sammanfattning' },
      { path: 'fields.role.sv', label: 'Roll' },
      { path: 'fields.day.sv', label: 'En dag' },
      { path: 'fields.motto.sv', label: 'Motto' },
      { path: 'fields.goals.sv', label: 'Mål' },
      { path: 'fields.face.alt.sv', label: 'Porträtt' },
      { path: 'traits.size.words.sv', label: 'Storlek' },
    ],
  })
})

test('a profile in which nobody has written lacks everything; blanks and empty lines are nothing', () => {
  const paths = (content: ProfileContent) =>
    completenessOf(content, testTemplate, 'nb').missing.map(({ path }) => path)
  expect(paths(emptyContent)).toHaveLength(12)
  expect(paths(emptyContent)).toEqual(
    expect.arrayContaining(['fields.face.picture', 'fields.site.url', 'traits.size']),
  )
  const goals = { kind: 'list', items: { nb: ['', ' '] } } as const
  expect(paths({ ...full, name: { nb: ' ' }, fields: { ...full.fields, goals } })).toEqual([
    'name.nb',
    'fields.goals.nb',
  ])
})

test('a trait without words counts when its rule says something', () => {
  const size = { key: 'size', label: {}, words: {}, rule: large }
  expect(completenessOf({ ...full, traits: [size] }, testTemplate, 'nb').share).toBe(1)
  const silent = { ...size, rule: everyone }
  expect(completenessOf({ ...full, traits: [silent] }, testTemplate, 'nb').missing).toEqual([
    { path: 'traits.size.words.nb', label: 'Størrelse' },
  ])
})

test('the share is what is filled of what is expected, whatever stands in a profile', () => {
  fc.assert(
    fc.property(contentArbitrary, fc.constantFrom(...locales), (content, locale) => {
      const { filled, expected, share, missing } = completenessOf(content, testTemplate, locale)
      expect(filled + missing.length).toBe(expected)
      expect(share).toBe(filled / expected)
    }),
  )
})
