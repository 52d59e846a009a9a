import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { diffLines, diffWords, type WordChange } from './words.ts'

/** `[-out-]{+in+}` as in a review. */
function written(changes: readonly WordChange[]): string {
  const marks = { same: ['', ''], removed: ['[-', '-]'], added: ['{+', '+}'] } as const
  return changes.map(({ kind, text }) => `${marks[kind][0]}${text}${marks[kind][1]}`).join('')
}

function side(changes: readonly WordChange[], kind: WordChange['kind']): string {
  return changes
    .filter((change) => change.kind === 'same' || change.kind === kind)
    .map(({ text }) => text)
    .join('')
}

test.each([
  ['Vi vokser', 'Vi vokser', 'Vi vokser'],
  ['Vi vokser raskt', 'Vi krymper raskt', 'Vi [-vokser-]{+krymper+} raskt'],
  ['Vi vokser raskt her', 'Vi krymper sakte her', 'Vi [-vokser raskt-]{+krymper sakte+} her'],
  ['Vi vokser.', 'Vi vokser hvert år.', 'Vi vokser{+ hvert år+}.'],
  ['Ærlig talt', 'Særlig talt', '[-Ærlig-]{+Særlig+} talt'],
  ['', 'Ny', '{+Ny+}'],
  ['Borte', '', '[-Borte-]'],
  ['familie 👩‍👩‍👧 her', 'familie 👩‍👧 her', 'familie [-👩‍👩‍👧-]{+👩‍👧+} her'],
])('%j to %j', (before, after, expected) => {
  expect(written(diffWords(before, after))).toBe(expected)
})

test('lines are told one by one', () => {
  expect(diffLines(['Spare tid', 'Vokse', 'Sove'], ['Spare tid', 'Sove', 'Lære', 'Reise'])).toEqual([
    { kind: 'same', text: 'Spare tid' },
    { kind: 'removed', text: 'Vokse' },
    { kind: 'same', text: 'Sove' },
    { kind: 'added', text: 'Lære' },
    { kind: 'added', text: 'Reise' },
  ])
})

const words = fc.array(
  fc.constantFrom('vi', ' ', 'vokser', '  ', ',', 'å', '\n', '👩‍👩‍👧', 'e\u0301', '\ud800'),
)
const text = fc.oneof(
  words.map((each) => each.join('')),
  fc.string({ unit: 'binary', maxLength: 40 }),
)

test('what is the same with what was added is the text after, with what was removed the text before', () => {
  fc.assert(
    fc.property(text, text, (before, after) => {
      const changes = diffWords(before, after)
      expect(side(changes, 'removed')).toBe(before)
      expect(side(changes, 'added')).toBe(after)
      expect(
        changes.every((change, index) => change.text !== '' && change.kind !== changes[index + 1]?.kind),
      ).toBe(true)
    }),
  )
})

test.each([
  ['another', (index: number) => `u${index} `],
  ['a half other', (index: number) => (index % 2 === 0 ? 't ' : `u${index} `)],
  ['a punctuated', () => '.!'],
])('a text of 10,000 characters is compared with %s one while somebody waits', (_name, word) => {
  const before = 't ,'.repeat(3334).slice(0, 10_000)
  const after = Array.from({ length: 5000 }, (_each, index) => word(index))
    .join('')
    .slice(0, 10_000)
  const changes = diffWords(before, after)
  expect(side(changes, 'removed')).toBe(before)
  expect(side(changes, 'added')).toBe(after)
})
