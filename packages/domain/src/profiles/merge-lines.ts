import { type Replacement, replacements } from './sequence.ts'

/**
 * The lines that two people make together; undefined where they changed the same lines or lines beside each other,
 * for then nobody but they can tell what was meant.
 */
export function mergeLines(
  base: readonly string[],
  mine: readonly string[],
  theirs: readonly string[],
): readonly string[] | undefined {
  const [ours, others] = [replacements(base, mine), replacements(base, theirs)]
  if (ours.some((one) => others.some((other) => isTouching(one, other)))) return undefined
  const edits = [
    ...ours.map((edit) => ({ ...edit, lines: mine.slice(edit.start, edit.end) })),
    ...others.map((edit) => ({ ...edit, lines: theirs.slice(edit.start, edit.end) })),
  ].toSorted((a, b) => a.from - b.from)
  return [
    ...edits.flatMap(({ from, lines }, index) => [...base.slice(edits[index - 1]?.to ?? 0, from), ...lines]),
    ...base.slice(edits.at(-1)?.to ?? 0),
  ]
}

function isTouching(a: Replacement, b: Replacement): boolean {
  return a.from <= b.to && b.from <= a.to
}
