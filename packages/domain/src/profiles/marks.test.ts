import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { diffContents } from './diff.ts'
import { confirmTranslation, markChanges } from './marks.ts'
import { partsOf } from './parts.ts'
import { emptyContent } from './profile.ts'
import { contentArbitrary } from './testing/contents.ts'

test('what was written is marked with the revision it was saved in; the rest keeps its mark', () => {
  const first = { ...emptyContent, name: { nb: 'Byrået', sv: 'Byrån' }, summary: { nb: 'Kort' } }
  const second = {
    ...first,
    name: { nb: 'Byråene', sv: 'Byrån' },
    summary: {},
    visibility: { goals: 'internal' },
  } as const
  const marks = markChanges({}, diffContents(emptyContent, first), 1)
  expect(marks).toEqual({ 'name.nb': 1, 'name.sv': 1, 'summary.nb': 1 })
  expect(markChanges(marks, diffContents(first, second), 2)).toEqual({
    'name.nb': 2,
    'name.sv': 1,
    'summary.nb': 2,
  })
})

test('a translation is confirmed in its language only, in full or part by part', () => {
  const marks = { 'name.nb': 4, 'name.sv': 1, 'summary.sv': 2, 'summary.da': 2 }
  expect(confirmTranslation(marks, 'sv', 5)).toEqual({ ...marks, 'name.sv': 5, 'summary.sv': 5 })
  expect(confirmTranslation(marks, 'sv', 5, ['name.sv'])).toEqual({ ...marks, 'name.sv': 5 })
  expect(confirmTranslation(marks, 'sv', 5, ['name.nb'])).toEqual(marks)
})

test('through any history, a mark names the last revision in which the part was changed', () => {
  fc.assert(
    fc.property(fc.array(contentArbitrary, { minLength: 1, maxLength: 4 }), (revisions) => {
      const textOf = (index: number, path: string) =>
        partsOf(revisions[index] ?? emptyContent).get(path)?.value
      const marks = revisions.reduce(
        (before, content, index) =>
          markChanges(before, diffContents(revisions[index - 1] ?? emptyContent, content), index + 1),
        {},
      )
      for (const [path, revision] of Object.entries<number>(marks)) {
        const now = textOf(revisions.length - 1, path)
        for (let index = revision - 1; index < revisions.length; index++)
          expect(textOf(index, path)).toEqual(now)
        if (revision > 1) expect(textOf(revision - 2, path)).not.toEqual(now)
      }
    }),
  )
})
