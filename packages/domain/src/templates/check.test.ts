import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { predefinedAttributes } from '../attributes/predefined.ts'
import { checkChange, kindsOf } from './change.ts'
import { checkTemplate } from './check.ts'
import { type Template, type TemplateField, templateFieldKinds, valueKindOf } from './template.ts'

const catalogue = {
  attributes: new Map(predefinedAttributes.map((attribute) => [attribute.key, attribute])),
  metrics: new Map(),
}

const line: TemplateField = {
  key: 'line',
  label: { nb: 'Linje' },
  help: {},
  kind: 'shortText',
  visibility: 'internal',
}

function withFields(...fields: readonly TemplateField[]): Template {
  return {
    key: 'own',
    name: { da: 'Vores' },
    kinds: ['idealCustomerProfile'],
    sections: [{ key: 'one', title: { nb: 'Én' }, fields }],
  }
}

function told(template: Template): readonly string[] {
  const checked = checkTemplate(template, catalogue)
  return checked.ok ? [] : checked.problems.map(({ path, message }) => `${path.join('.')}: ${message}`)
}

describe("a workspace's own template", () => {
  test('is written in one language or more, with a field at least', () => {
    expect(told(withFields(line))).toEqual([])
    expect(told({ ...withFields(line), name: { nb: ' ' } })).toEqual([
      'name: Write this in at least one language.',
    ])
    expect(told(withFields({ ...line, label: {} }))[0]).toMatch(/^sections.0.fields.0.label: Write/)
    expect(told(withFields())).toEqual(['sections: A template needs at least one section with a field.'])
    expect(told({ ...withFields(line), kinds: [] })[0]).toMatch(/^kinds: Name at least one kind/)
  })

  test('has keys of its own, each once, sections and fields alike', () => {
    expect(told({ ...withFields(line), key: 'b2b' })[0]).toMatch(/^key: "b2b" is a built-in template/)
    expect(told({ ...withFields(line), key: 'Own template' })[0]).toMatch(/is not a key/)
    const [section] = withFields(line).sections
    const twice = { ...withFields(line), sections: [section, section].filter((each) => each !== undefined) }
    expect(told(twice).map((problem) => problem.split(':')[0])).toEqual([
      'sections.1.key',
      'sections.1.fields.0.key',
    ])
  })

  test('offers 1 to 50 different options where one is to be chosen', () => {
    const choice = (options: TemplateField['options']) =>
      told(withFields({ ...line, kind: 'choice', ...(options ? { options } : {}) }))
    const option = (key: string) => ({ key, label: { nb: key } })
    expect(choice([option('yes'), option('no')])).toEqual([])
    expect(choice(undefined)[0]).toMatch(/options: A choice has 1 to 50 options; this one has 0/)
    expect(choice(Array.from({ length: 51 }, (_, index) => option(`o${index}`)))[0]).toMatch(
      /this one has 51/,
    )
    expect(choice([option('yes'), option('yes')])[0]).toMatch(/options.1.key: The key "yes" stands twice/)
    expect(choice([{ key: 'yes', label: {} }])[0]).toMatch(/options.0.label: Write/)
  })

  test('names for a trait an attribute that there is, about whom its kinds describe', () => {
    const trait = (attribute?: string) =>
      told(withFields({ ...line, kind: 'trait', ...(attribute === undefined ? {} : { attribute }) }))
    expect(trait('employees')).toEqual([])
    expect(trait('shoeSize')[0]).toMatch(/attribute: There is no attribute "shoeSize"/)
    expect(trait()[0]).toMatch(/attribute: Name the attribute/)
    expect(trait('title')[0]).toMatch(/"title" is known about a person/)
  })

  test('counts in a unit that every language has words for, or in words of its own', () => {
    const number = (unit: NonNullable<TemplateField['unit']>) =>
      told(withFields({ ...line, kind: 'number', unit }))
    expect(number('year')).toEqual([])
    expect(number({ nb: 'maskiner' })).toEqual([])
    expect(number('furlong')[0]).toMatch(/unit: "furlong" is not a unit/)
  })

  test('says nothing of a field that does not go with its kind', () => {
    const mixed = { ...line, unit: 'year', many: true, attribute: 'employees' }
    expect(told(withFields(mixed)).map((problem) => problem.split(':')[0])).toEqual(
      ['unit', 'many', 'attribute'].map((extra) => `sections.0.fields.0.${extra}`),
    )
  })

  test('has at most 20 sections and 100 fields', () => {
    const section = (index: number) => ({
      key: `s${index}`,
      title: { nb: 'x' },
      fields: [{ ...line, key: `f${index}` }],
    })
    const many = Array.from({ length: 21 }, (_, index) => section(index))
    expect(told({ ...withFields(), sections: many })[0]).toMatch(/at most 20 sections/)
    const fields = Array.from({ length: 101 }, (_, index) => ({ ...line, key: `f${index}` }))
    expect(told(withFields(...fields))[0]).toMatch(/at most 100 fields/)
  })
})

const fieldKind = fc.constantFrom(...templateFieldKinds)
const template = fc
  .uniqueArray(fc.record({ key: fc.constantFrom('a', 'b', 'c', 'd', 'e'), kind: fieldKind }), {
    selector: ({ key }) => key,
  })
  .map((fields) => withFields(...fields.map((field) => ({ ...line, ...field }))))

test('a change is let through exactly where every key that stays keeps the kind of its value', () => {
  fc.assert(
    fc.property(template, template, (before, after) => {
      const was = kindsOf(before)
      const isKept = [...kindsOf(after)].every(([key, kind]) => {
        const earlier = was.get(key)
        return earlier === undefined || valueKindOf[earlier] === valueKindOf[kind]
      })
      expect(checkChange(was, after).ok).toBe(isKept)
    }),
  )
})
