import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { fromParts, partsOf } from './parts.ts'
import { emptyContent, type ProfileContent } from './profile.ts'
import { contentArbitrary } from './testing/contents.ts'

const rule = { kind: 'isKnown', field: { kind: 'attribute', key: 'employees' } } as const

const full: ProfileContent = {
  name: { nb: 'Byrået', sv: 'Byrån' },
  summary: { nb: 'Regnskap' },
  quote: { nb: 'Tid er penger' },
  picture: { hash: 'f'.repeat(64), alt: { nb: 'Kari ved pulten' } },
  fields: {
    goals: { kind: 'list', items: { sv: ['Spara tid'] } },
    pains: { kind: 'text', text: { nb: 'Frister' } },
    employees: { kind: 'number', number: 20 },
    budget: { kind: 'money', amount: 5000, currency: 'NOK' },
    channels: { kind: 'choice', options: ['email'] },
    face: { kind: 'picture', picture: { hash: '0'.repeat(64), alt: { nb: 'Et kontor' } } },
    site: { kind: 'link', url: 'https://example.com', label: { nb: 'Nettsted' } },
  },
  traits: [{ key: 'size', label: { nb: 'Størrelse' }, words: { nb: 'Over 20' }, rule }],
  links: { products: ['ledger'], personas: ['a', 'b'], contrasts: [], segment: null, scorecard: 'c' },
  visibility: { budget: 'internal' },
}

test('a content is told part by part, under paths that people can read', () => {
  expect([...partsOf(full).values()].map(({ path, value }) => [path, value])).toEqual([
    ['name.nb', 'Byrået'],
    ['name.sv', 'Byrån'],
    ['summary.nb', 'Regnskap'],
    ['quote.nb', 'Tid er penger'],
    ['picture.hash', 'f'.repeat(64)],
    ['picture.alt.nb', 'Kari ved pulten'],
    ['fields.goals.sv', ['Spara tid']],
    ['fields.pains.nb', 'Frister'],
    ['fields.employees', 20],
    ['fields.budget', { amount: 5000, currency: 'NOK' }],
    ['fields.channels', ['email']],
    ['fields.face.picture', '0'.repeat(64)],
    ['fields.face.alt.nb', 'Et kontor'],
    ['fields.site.url', 'https://example.com'],
    ['fields.site.label.nb', 'Nettsted'],
    ['traits', ['size']],
    ['traits.size', true],
    ['traits.size.label.nb', 'Størrelse'],
    ['traits.size.words.nb', 'Over 20'],
    ['traits.size.rule', rule],
    ['links.products', ['ledger']],
    ['links.personas', ['a', 'b']],
    ['links.scorecard', 'c'],
    ['visibility.budget', 'internal'],
  ])
  expect(fromParts(partsOf(full))).toEqual(full)
})

test('an empty text, list or choice is the same as none', () => {
  const empty = {
    ...emptyContent,
    name: { nb: '' },
    fields: {
      goals: { kind: 'list', items: { nb: [] } },
      pains: { kind: 'text', text: { nb: '' } },
      channels: { kind: 'choice', options: [] },
    },
  } as const
  expect(partsOf(empty).size).toBe(0)
  expect(fromParts(partsOf(empty))).toEqual(emptyContent)
})

test('a blank that somebody has typed, and an empty line among others, are kept', () => {
  const typing = {
    ...emptyContent,
    fields: { goals: { kind: 'list', items: { nb: ['Spare tid', ''] } } },
  } as const
  expect(fromParts(partsOf(typing))).toEqual(typing)
  expect(fromParts(partsOf({ ...emptyContent, quote: { nb: ' ' } })).quote).toEqual({ nb: ' ' })
})

test('parts make the content they were taken from, whatever it holds', () => {
  fc.assert(
    fc.property(contentArbitrary, (content) => {
      const parts = partsOf(content)
      expect(partsOf(fromParts(parts))).toEqual(parts)
      const isWithoutEmpties = !/""|\[\]|\{\}/.test(JSON.stringify(content))
      if (isWithoutEmpties) expect(fromParts(parts)).toEqual(content)
    }),
  )
})

test('each part is at its own path and can be taken out by itself', () => {
  fc.assert(
    fc.property(contentArbitrary, fc.nat(), (content, at) => {
      const parts = partsOf(content)
      const languages = [...parts.values()].filter(({ locale }) => locale !== undefined)
      const out = languages[at % Math.max(languages.length, 1)]
      fc.pre(out !== undefined)
      const rest = new Map([...parts].filter(([path]) => path !== out?.path))
      expect(partsOf(fromParts(rest))).toEqual(rest)
    }),
  )
})
