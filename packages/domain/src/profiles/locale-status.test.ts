import { expect, test } from 'vitest'
import type { Locale } from '../locales/locale.ts'
import { diffContents } from './diff.ts'
import { isTranslationOnly, type LocaleStatus, localeStatuses } from './locale-status.ts'
import { confirmTranslation, type Marks, markChanges } from './marks.ts'
import { emptyContent, type ProfileContent } from './profile.ts'
import { testTemplate } from './testing/template.ts'

/** A profile as it comes to be: revision by revision, each published in the locales named. */
function history() {
  const revisions: ProfileContent[] = []
  let marks: Marks = {}
  const publications: { [L in Locale]?: { revision: number; content: ProfileContent } } = {}
  const now = () => revisions.at(-1) ?? emptyContent
  return {
    save(some: Partial<ProfileContent>) {
      const content = { ...now(), ...some }
      marks = markChanges(marks, diffContents(now(), content), revisions.length + 1)
      revisions.push(content)
    },
    publish(...inLocales: Locale[]) {
      for (const locale of inLocales) publications[locale] = { revision: revisions.length, content: now() }
    },
    confirm(locale: Locale) {
      revisions.push(now())
      marks = confirmTranslation(marks, locale, revisions.length)
    },
    status(locale: Locale): LocaleStatus | undefined {
      const terms = { content: now(), marks, publications, template: testTemplate }
      return localeStatuses({ ...terms, workspaceLocales: ['nb', 'sv', 'da'] }).find(
        (each) => each.locale === locale,
      )
    },
    stand() {
      return (['nb', 'sv', 'da'] as const).map((locale) => this.status(locale)?.status)
    },
  }
}

test('a language goes from missing to draft to published, and back to draft when it is changed', () => {
  const profile = history()
  expect(profile.stand()).toEqual(['missing', 'missing', 'missing'])
  profile.save({ name: { nb: 'Byrået', sv: 'Byrån' } })
  expect(profile.stand()).toEqual(['draft', 'draft', 'missing'])
  expect(profile.status('nb')).toMatchObject({ differsFromPublished: false })
  expect(profile.status('nb')).not.toHaveProperty('publishedRevision')
  profile.publish('nb', 'sv')
  expect(profile.stand()).toEqual(['published', 'published', 'missing'])
  profile.save({ quote: { sv: 'Tid är pengar' } })
  expect(profile.stand()).toEqual(['published', 'draft', 'missing'])
  expect(profile.status('sv')).toMatchObject({ publishedRevision: 1, differsFromPublished: true })
})

test('a language without a name is a draft as long as something else is written in it; blanks are nothing', () => {
  const profile = history()
  profile.save({ name: { nb: 'Byrået', da: '  ' }, quote: { sv: 'Tid' } })
  expect(profile.stand()).toEqual(['draft', 'draft', 'missing'])
})

test('what has no language is a change in each language', () => {
  const profile = history()
  profile.save({ name: { nb: 'Byrået', sv: 'Byrån' } })
  profile.publish('nb', 'sv')
  profile.save({ fields: { colleagues: { kind: 'number', number: 4 } } })
  expect(profile.stand()).toEqual(['draft', 'draft', 'missing'])
})

test('a translation is outdated once its source is changed, until it is changed or confirmed', () => {
  const profile = history()
  profile.save({ name: { nb: 'Byrået', sv: 'Byrån' }, summary: { nb: 'Kort', sv: 'Kort' } })
  profile.publish('nb', 'sv')
  profile.save({ name: { nb: 'Byråene', sv: 'Byrån' } })
  expect(profile.stand()).toEqual(['draft', 'outdated', 'missing'])
  expect(profile.status('sv')?.outdated).toEqual([
    { path: 'name.sv', sourceNow: 'Byråene', translatedAtRevision: 1 },
  ])
  profile.confirm('sv')
  expect(profile.stand()).toEqual(['draft', 'published', 'missing'])
  profile.save({ summary: { sv: 'Kort' } })
  expect(profile.status('sv')?.outdated).toEqual([
    { path: 'summary.sv', sourceNow: null, translatedAtRevision: 3 },
  ])
  profile.save({ summary: { sv: 'Mycket kort' } })
  expect(profile.stand()).toEqual(['draft', 'draft', 'missing'])
})

test('source and translation changed together, and the source after its own, are not outdated', () => {
  const profile = history()
  profile.save({ name: { nb: 'Byrået', sv: 'Byrån' } })
  profile.save({ name: { nb: 'Byråene', sv: 'Byråerna' } })
  profile.save({ name: { nb: 'Byråene', sv: 'Byråer' } })
  expect(profile.status('nb')?.outdated).toEqual([])
  expect(profile.status('sv')?.outdated).toEqual([])
})

test('a language that was published and then emptied is missing, and says that readers still see it', () => {
  const profile = history()
  profile.save({ name: { nb: 'Byrået', sv: 'Byrån' } })
  profile.publish('sv')
  profile.save({ name: { nb: 'Byrået' } })
  expect(profile.status('sv')).toMatchObject({
    status: 'missing',
    publishedRevision: 1,
    differsFromPublished: true,
  })
})

test('a translator writes in other languages than the source, and changes nothing else', () => {
  const before: ProfileContent = { ...emptyContent, name: { nb: 'Byrået' }, picture: { hash: 'f', alt: {} } }
  const isTranslation = (some: Partial<ProfileContent>) =>
    isTranslationOnly(diffContents(before, { ...before, ...some }), 'nb')
  expect(
    isTranslation({ name: { nb: 'Byrået', sv: 'Byrån' }, picture: { hash: 'f', alt: { sv: 'Bild' } } }),
  ).toBe(true)
  expect(isTranslation({})).toBe(true)
  expect(isTranslation({ name: { nb: 'Byråene', sv: 'Byrån' } })).toBe(false)
  expect(isTranslation({ visibility: { goals: 'internal' } })).toBe(false)
  expect(isTranslation({ links: { ...before.links, personas: ['kari'] } })).toBe(false)
  expect(isTranslation({ picture: { hash: 'e', alt: { sv: 'Bild' } } })).toBe(false)
  expect(isTranslation({ fields: { goals: { kind: 'list', items: { sv: ['Växa'] } } } })).toBe(true)
})
