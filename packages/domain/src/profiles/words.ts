import { type Replacement, replacements } from './sequence.ts'

/** A run of text that stayed, came or went. */
export interface WordChange {
  readonly kind: 'same' | 'added' | 'removed'
  readonly text: string
}

const segmenter = new Intl.Segmenter('und', { granularity: 'word' })

/**
 * What changed within a text, word by word. What is the same with what was added is `after`, and with what was
 * removed `before`, blanks included. Words that change on both sides of a blank are told as one run, for reading.
 */
export function diffWords(before: string, after: string): readonly WordChange[] {
  const [old, young] = [wordsOf(before), wordsOf(after)]
  const changes = joinOverBlanks(replacements(old, young), old)
  return runsOf(old, young, changes).map(({ kind, items }) => ({ kind, text: items.join('') }))
}

/** What changed within a list, line by line; each line by itself. */
export function diffLines(before: readonly string[], after: readonly string[]): readonly WordChange[] {
  return runsOf(before, after, replacements(before, after)).flatMap(({ kind, items }) =>
    items.map((text) => ({ kind, text })),
  )
}

/** Words, and what stands between them. */
function wordsOf(text: string): readonly string[] {
  return Array.from(segmenter.segment(text), ({ segment }) => segment)
}

function joinOverBlanks(changes: readonly Replacement[], before: readonly string[]): readonly Replacement[] {
  const joined: Replacement[] = []
  for (const change of changes) {
    const last = joined.at(-1)
    const isNear =
      last !== undefined && before.slice(last.to, change.from).every((word) => word.trim() === '')
    if (isNear) joined[joined.length - 1] = { ...last, to: change.to, end: change.end }
    else joined.push(change)
  }
  return joined
}

interface Run {
  readonly kind: WordChange['kind']
  readonly items: readonly string[]
}

function runsOf(
  before: readonly string[],
  after: readonly string[],
  changes: readonly Replacement[],
): readonly Run[] {
  const runs = changes.flatMap(({ from, to, start, end }, index): Run[] => [
    { kind: 'same', items: before.slice(changes[index - 1]?.to ?? 0, from) },
    { kind: 'removed', items: before.slice(from, to) },
    { kind: 'added', items: after.slice(start, end) },
  ])
  const rest: Run = { kind: 'same', items: before.slice(changes.at(-1)?.to ?? 0) }
  return [...runs, rest].filter(({ items }) => items.length > 0)
}
