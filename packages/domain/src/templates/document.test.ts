import { describe, expect, test } from 'vitest'
import { readContent, titleOf } from '../content/read.ts'
import { builtinTemplates } from './builtin.ts'
import { fromTemplateDocument, toTemplateDocument } from './document.ts'

describe('the document of a template', () => {
  test.each(builtinTemplates.map((template) => [template.key, template] as const))(
    '%s is read as what was written',
    (_key, template) => {
      const document = JSON.parse(JSON.stringify(toTemplateDocument(template)))
      expect(fromTemplateDocument(document)).toEqual({ value: template, problems: [] })
      expect(readContent(document)).toEqual({ value: { kind: 'template', template }, problems: [] })
    },
  )

  test('tells what means nothing in it', () => {
    const template = {
      key: 'own',
      kinds: ['personas'],
      sections: [{ key: 'a', fields: [{ key: 'b', kind: 'text' }] }],
    }
    const read = readContent({ profilkort: 1, template })
    expect(read.problems.map(({ path }) => path.join('.'))).toEqual([
      'template.kinds.0',
      'template.sections.0.fields.0.kind',
    ])
  })
})

describe('any document', () => {
  test.each([
    [null, /begins with `profilkort: 1`; this is null/],
    [[], /this is a list/],
    [{ slug: 'a' }, /Add it/],
    [{ profilkort: 2 }, /newer Profilkort/],
  ])('%j is refused with what it begins with', (input, message) => {
    expect(readContent(input)).toMatchObject({
      value: undefined,
      problems: [{ message: expect.stringMatching(message) }],
    })
  })

  test('is known by its slug or key even where it makes no sense', () => {
    expect([{ slug: 'a' }, { template: { key: 'own' } }, { slug: 1 }, null].map(titleOf)).toEqual([
      'a',
      'own',
      undefined,
      undefined,
    ])
  })
})
