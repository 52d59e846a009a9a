import { describe, expect, test } from 'vitest'
import { predefinedAttributes } from '../attributes/predefined.ts'
import { type Localized, locales } from '../locales/locale.ts'
import { isAbout } from '../profiles/kinds.ts'
import { type ProfileKind, profileKinds } from '../profiles/profile.ts'
import { builtinTemplates, findTemplate, templateFits } from './builtin.ts'
import { checkTemplate } from './check.ts'
import { fieldsOf, type Template, templateFieldKinds } from './template.ts'

const catalogue = {
  attributes: new Map(predefinedAttributes.map((attribute) => [attribute.key, attribute])),
  metrics: new Map(),
}

function builtin(key: string): Template {
  const template = findTemplate(key)
  if (template === undefined) throw new Error(`There is no template ${key}`)
  return template
}

function keysOf(key: string): readonly string[] {
  return [...fieldsOf(builtin(key)).keys()]
}

/** What the articles ask of each template, by the keys of the fields that answer it. Name, face and quote are the profile's own. */
const asked = {
  basic: 'demographics psychographics socioeconomics goals pains motivators channels',
  comprehensive:
    'demographics psychographics socioeconomics goals pains motivators channels interests buyingPattern interactionHistory',
  b2b: 'location industry finances employees decisionMaker culture customers challenges commonTraits systems budget structure strengths weaknesses pains solutions',
  b2c: 'location age gender interests education position maritalStatus challenges needs psychographics behaviour personality channels income productsUsed benefits difficulties summary',
  icpScorecard:
    'location industry finances employees customers systems decisionMaker culture budget timing challenges solutions warningSigns',
}

describe.each(Object.entries(asked))('%s', (key, fields) => {
  test('has the fields that a profile of its sort needs', () => {
    expect(keysOf(key)).toEqual(expect.arrayContaining(fields.split(' ')))
  })

  test('is one that a workspace could have made, all its texts in all languages', () => {
    const template = builtin(key)
    const own = checkTemplate({ ...template, key: 'own' }, catalogue)
    expect(own).toEqual({ ok: true, value: { ...template, key: 'own' } })
    for (const [what, text] of textsOf(template)) {
      for (const locale of locales) expect(text[locale]?.trim(), `${what} in ${locale}`).toBeTruthy()
    }
  })

  test('asks of each kind it is for only what can be known about its subject', () => {
    const template = builtin(key)
    for (const field of fieldsOf(template).values()) {
      const attribute = catalogue.attributes.get(field.attribute ?? '')
      if (attribute === undefined) continue
      for (const kind of template.kinds) expect(isAbout(kind, attribute), `${kind} ${field.key}`).toBe(true)
    }
  })
})

test('every kind of profile has templates, consumers and companies their own', () => {
  const fitting = (kind: ProfileKind) =>
    builtinTemplates.filter((each) => templateFits(each, kind)).map(({ key }) => key)
  expect(Object.fromEntries(profileKinds.map((kind) => [kind, fitting(kind)]))).toEqual({
    idealCustomerProfile: ['basic', 'comprehensive', 'b2b', 'icpScorecard'],
    persona: ['basic', 'comprehensive', 'b2c'],
    targetMarket: ['basic', 'comprehensive', 'b2c'],
    antiProfile: ['basic', 'comprehensive', 'b2b', 'icpScorecard'],
  })
})

test('what is sensitive in business is not public', () => {
  for (const key of [
    'budget',
    'finances',
    'income',
    'strengths',
    'weaknesses',
    'contractValue',
    'warningSigns',
  ]) {
    const fields = builtinTemplates.flatMap((template) => fieldsOf(template).get(key) ?? [])
    expect(fields.length, key).toBeGreaterThan(0)
    for (const { visibility } of fields) expect(visibility, key).not.toBe('public')
  }
})

test('a key means the same kind of value in all of them', () => {
  const all = builtinTemplates.flatMap((template) => [...fieldsOf(template).values()])
  for (const [key, fields] of Map.groupBy(all, (field) => field.key)) {
    expect(new Set(fields.map(({ kind }) => kind)).size, key).toBe(1)
  }
})

test('together they show every kind of field', () => {
  const used = new Set(
    builtinTemplates.flatMap((template) => [...fieldsOf(template).values()].map(({ kind }) => kind)),
  )
  expect(templateFieldKinds.filter((kind) => !used.has(kind))).toEqual([])
})

function textsOf(template: Template): readonly (readonly [string, Localized])[] {
  return [
    ['name', template.name],
    ...template.sections.flatMap((section) => [
      [section.key, section.title] as const,
      ...section.fields.flatMap((field) => [
        [`${field.key} label`, field.label] as const,
        [`${field.key} help`, field.help] as const,
        ...(field.options ?? []).map((each) => [`${field.key} ${each.key}`, each.label] as const),
        ...(typeof field.unit === 'object' ? [[`${field.key} unit`, field.unit] as const] : []),
      ]),
    ]),
  ]
}
